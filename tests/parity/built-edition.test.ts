import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { isBackMatter, readBuiltEdition } from '../../pipeline/proof/built-edition.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';

const text = `---
title: x
---

# Title

Abstract.

<span id="s-one"></span>

## One

The [Yavarí](#boat-yavari) is [30 m](#boat-yavari--length)<sup>[N1](#note-a)</sup> [long](https://example.org/).

> <span id="box-a"></span>**Box 1. A**
>
> - one
> - two
>
>   more

<span id="table-a"></span>**Table 1.** Boats

| a | b |
| - | - |
| [Ollanta](#boat-ollanta) | \`c\` |

<span id="_index"></span>

## Index

- <span id="boat-yavari"></span>**Yavarí**
  - <span id="boat-yavari--length"></span>Length: 30 m (1862) [[N1](#note-a)]
`;

const edition = readBuiltEdition(parseDocument({ path: 'a.md', text }, { allowHtml: true }).value.tree);

test('an edition is read section by section', () => {
  expect(edition.sections.map(({ id, shape }) => [id, shape])).toEqual([
    ['', 'h1 p'],
    ['s-one', 'p h2 p quote(p list(p p+p)) p table2×2'],
    ['_index', 'p h2 list(p+list(p))'],
  ]);
  expect(edition.sections.map(isBackMatter)).toEqual([false, false, true]);
  expect(edition.sections[1]?.links.map(({ url, words }) => `${words} ${url}`)).toEqual([
    'Yavarí #boat-yavari',
    '30 m #boat-yavari--length',
    'N1 #note-a',
    'long https://example.org/',
    'Ollanta #boat-ollanta',
  ]);
  expect(edition.sections[2]?.anchors.map(({ id, textAfter }) => [id, textAfter])).toEqual([
    ['_index', ''],
    ['boat-yavari', 'Yavarí'],
    ['boat-yavari--length', 'Length: 30 m (1862) [N1]'],
  ]);
});

test('a parser that is not ours sees the same links and anchors', () => {
  const tokens = new MarkdownIt({ html: true })
    .parse(text.slice(text.indexOf('# Title')), {})
    .flatMap((token) => [token, ...(token.children ?? [])]);
  const links = tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href'));
  const anchors = tokens
    .filter(({ type }) => type.startsWith('html'))
    .flatMap(({ content }) => [...content.matchAll(/<span id="([^"]*)">/g)].map((match) => match[1]));
  expect(edition.sections.flatMap((section) => section.links.map(({ url }) => url))).toEqual(links);
  const own = edition.sections.flatMap((section) => section.anchors.map(({ id }) => id));
  expect(own).toEqual(anchors);
});
