import { describe, expect, test } from 'vitest';
import { headingIds, segmentDocument, visitSegments } from '../../pipeline/text/segments.ts';
import { parse, slice } from './sample.ts';

const text = `---
title: The *Andean* hub
language: en
abstract: >
  Two lines
  of an abstract.
keywords: [borders, "trade"]
authors:
  - name: Ana
    affiliation: A university
---

Before any heading.

## First: _part_ of 10:30

A paragraph that
goes on\\
after a hard break[^n].

[^n]: The note's text.

- an item
  on two lines

  and its second paragraph
- another

> A quotation
> on two lines

:::box[A [title](org:can)]{#box-one}
### Inside
Boxed words.
:::

## First: part of 10:30

:::table[Caption]{#table-one}
| Head | [1,528 km](border:ec-pe#length) |
| ---- | --- |
| a \\| b |  |

Source: own.
:::

:::quote
Said so.
:::

\`\`\`
no segment
\`\`\`

## Named {#my-id}

End.
`;

describe('segments', () => {
  const document = parse(text).value;
  const segments = segmentDocument(document).value;

  test('are what a translator sees, in order', () => {
    expect(segments.map(({ kind, key, markdown }) => [key ?? kind, markdown])).toEqual([
      ['title', 'The *Andean* hub'],
      ['abstract', 'Two lines of an abstract.'],
      ['keywords/0', 'borders'],
      ['keywords/1', 'trade'],
      ['authors/0/affiliation', 'A university'],
      ['paragraph', 'Before any heading.'],
      ['heading', 'First: _part_ of 10:30'],
      ['paragraph', 'A paragraph that goes on\\\nafter a hard break[^n].'],
      ['footnote', "The note's text."],
      ['item', 'an item on two lines'],
      ['item', 'and its second paragraph'],
      ['item', 'another'],
      ['quotation', 'A quotation on two lines'],
      ['caption', 'A [title](org:can)'],
      ['heading', 'Inside'],
      ['paragraph', 'Boxed words.'],
      ['heading', 'First: part of 10:30'],
      ['caption', 'Caption'],
      ['cell', 'Head'],
      ['cell', '[1,528 km](border:ec-pe#length)'],
      ['cell', 'a | b'],
      ['paragraph', 'Source: own.'],
      ['quotation', 'Said so.'],
      ['heading', 'Named'],
      ['paragraph', 'End.'],
    ]);
    expect(segments.map(({ index }) => index)).toEqual(segments.map((_, index) => index));
  });

  test('know their place and section', () => {
    const at = (markdown: string) => segments.find((segment) => segment.markdown.startsWith(markdown));
    expect(at('Before')?.section).toBe('');
    expect(at('A paragraph')?.section).toBe('s-first-part-of-1030');
    expect(at('Boxed')?.section).toBe('s-inside');
    expect(at('Caption')?.section).toBe('s-first-part-of-1030-1');
    expect(at('End')?.section).toBe('my-id');
    expect(slice(text, at('A quotation')?.location ?? document.frontMatter.locate('title'))).toBe(
      'A quotation\n> on two lines',
    );
    expect(slice(text, at('trade')?.location ?? document.frontMatter.locate('title'))).toBe('"trade"');
  });

  test('have the same walk in a copy of the tree, whose ids stay those of the source', () => {
    const copy = structuredClone(document.tree);
    for (const heading of headingIds(copy).keys()) heading.children = [{ type: 'text', value: 'Título' }];
    expect([...headingIds(copy).values()]).toEqual([...headingIds(document.tree).values()]);
    const walk = (tree: typeof copy) => {
      const found: string[] = [];
      visitSegments(tree, (_, kind, section) => found.push(`${kind} ${section}`));
      return found;
    };
    expect(walk(copy)).toEqual(walk(document.tree));
  });

  test('which keys of the front matter are translated can be said', () => {
    const some = segmentDocument(document, ['keywords/*', 'language', 'missing/*', 'authors/name']).value;
    expect(some.slice(0, 4).map(({ key }) => key)).toEqual([
      'keywords/0',
      'keywords/1',
      'language',
      undefined,
    ]);
  });
});

describe('ids of headings', () => {
  test('are made of the words, unique, and never empty', () => {
    const { tree } = parse('# Área & *más*\n\n# Área & más\n\n# 日本\n\n# !!!\n\n# 2008\n').value;
    const ids = [...headingIds(tree).values()];
    expect(new Set(ids).size).toBe(5);
    expect(ids[0]).toBe('s-área--más');
    expect(ids[4]).toBe('s-2008');
  });
});
