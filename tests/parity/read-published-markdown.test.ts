import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { type BuiltEdition, readBuiltEdition } from '../../pipeline/proof/built-edition.ts';
import { readPublishedMarkdown } from '../../pipeline/proof/read-published-markdown.ts';
import { parseDocument, stringify } from '../../pipeline/text/syntax.ts';
import { documentText } from '../document/markdown-arbitrary.ts';
import { parse } from '../document/sample.ts';

const root = new URL('../../', import.meta.url);
const published = ['dist/en', 'dist/es', 'dist/pt', '.', 'docs'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

describe('the parser that built editions are read back by, and the one that texts are read by', () => {
  test.each(published)('find the same in %s, and in the same place', (path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    const found = readBuiltEdition(readPublishedMarkdown(text));
    const expected = readBuiltEdition(readByMicromark(text));
    expect(held(found)).toEqual(held(expected));
    const places = offsetsOf(found);
    const wrong = offsetsOf(expected).filter(([start, end], index) => {
      const [from = Number.NaN, to = Number.NaN] = places[index] ?? [];
      if (from === start && to === end) return false;
      // What is written otherwise than it is read, by a backslash or with spaces in code, has the place of its block.
      return !(from <= start && to >= end && /\\|^` /.test(text.slice(start, end)));
    });
    expect(wrong.map(([start, end]) => text.slice(start, end))).toEqual([]);
  });

  test('law: they find the same in whatever is written', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        // Containers are the dialect's own, and no edition has them.
        const written = stringify(parse(text.replaceAll(':::', '')).value.tree);
        expect(held(readBuiltEdition(readPublishedMarkdown(written)))).toEqual(
          held(readBuiltEdition(readByMicromark(written))),
        );
      }),
      { numRuns: 150 },
    );
  });
});

/** Without places. */
function held(edition: BuiltEdition): unknown {
  return JSON.parse(JSON.stringify(edition, (key, value) => (key === 'node' ? undefined : value)));
}

function offsetsOf({ sections }: BuiltEdition): [number, number][] {
  return sections
    .flatMap(({ anchors, links, others }) => [...anchors, ...links, ...others])
    .map(({ node: { position } }) => [
      position?.start.offset ?? Number.NaN,
      position?.end.offset ?? Number.NaN,
    ]);
}

function readByMicromark(text: string): Root {
  return parseDocument({ path: 'a.md', text }, { allowHtml: true }).value.tree;
}
