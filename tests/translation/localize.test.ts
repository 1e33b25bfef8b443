import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import type { EditionSegment } from '../../pipeline/model.ts';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseDocument, stringify } from '../../pipeline/text/syntax.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { documentOf, editionOf, frontMatter, vocabulary } from './demo.ts';
import { translateInto } from './translate-into.ts';

const body = `## The boat

The [Yavarí](boat:yavari) is [30 m](boat:yavari#length "30 m") long.[^why]

[^why]: See [Ruiz, 1990](work:ruiz "p. 3").

- one
- two

:::table[Boats]{#table-boats}
| Boat | Length |
|---|---|
| Yavarí | 30 |
:::
`;

const english = { language: 'en', tag: 'en-US', citationStyle: 'apa' };
const spanish = { language: 'es', tag: 'es-PE', citationStyle: 'apa' };

test('the edition in the source language is the document', () => {
  const { document, segments } = documentOf(body);
  const { value, diagnostics } = translateInto(document, segments, undefined, english, vocabulary);
  expect(diagnostics).toEqual([]);
  expect(value.tree).toBe(document.tree);
  expect(value.frontMatter).toBe(document.frontMatter.value);
  expect(value.isSource).toBe(true);
  expect(value.segments.map(({ markdown }) => markdown)).toEqual(segments.map(({ markdown }) => markdown));
});

test('a catalog that repeats every msgid gives the source again', () => {
  const { document, segments } = documentOf(body);
  const pairs = Object.fromEntries(segments.map(({ markdown }) => [markdown, markdown]));
  const { value, diagnostics } = editionOf(body, pairs);
  expect(diagnostics).toEqual([]);
  expect(stringify(value.tree)).toBe(stringify(document.tree));
  expect(value.frontMatter).toEqual(document.frontMatter.value);
});

const pairs = {
  'The boat': 'El barco',
  'The [Yavarí](boat:yavari) is [30 m](boat:yavari#length "30 m") long.[^why]':
    'El [Yavarí](boat:yavari) mide [unos treinta metros](boat:yavari#length).[^why]',
  'See [Ruiz, 1990](work:ruiz "p. 3").': 'Véase [Ruiz, 1990](work:ruiz).',
  one: 'uno',
  two: 'dos',
  Boats: 'Barcos',
  Boat: 'Barco',
  Length: 'Eslora',
  Yavarí: 'Yavarí',
  30: '30',
};

test('the words are the catalog’s, the structure and the ids the source’s', () => {
  const { value, diagnostics } = editionOf(body, pairs);
  expect(diagnostics).toEqual([]);
  expect(stringify(value.tree).replace(/ -+ /g, ' - ')).toBe(`## El barco

El [Yavarí](boat:yavari) mide [unos treinta metros](boat:yavari#length "30 m").[^why]

[^why]: Véase [Ruiz, 1990](work:ruiz "p. 3").

- uno
- dos

:::table[Barcos]{#table-boats}
| Barco | Eslora |
| - | - |
| Yavarí | 30 |
:::
`);
  expect(value.frontMatter).toMatchObject({ title: 'El *Yavarí*', keywords: ['lagos'], language: 'en' });
  const [heading] = value.tree.children;
  expect(heading?.type === 'heading' && heading.data?.id).toBe('s-the-boat');
});

test('localizing leaves the document as it was', () => {
  const { document, segments } = documentOf(body);
  const before = structuredClone({ tree: document.tree, frontMatter: document.frontMatter.value });
  const text = 'msgid "one"\nmsgstr "uno"\n';
  const catalog = readCatalog({ path: 'es.po', text }, 'es').value;
  const { value } = translateInto(document, segments, catalog, spanish, vocabulary);
  for (const segment of value.segments) segment.node.children.length = 0;
  expect({ tree: document.tree, frontMatter: document.frontMatter.value }).toEqual(before);
});

test('a node of a translation is found in the catalog, one of the source in the text', () => {
  const { value, po } = editionOf(body, pairs);
  const long = value.segments.find(({ markdown }) => markdown.startsWith('El [Yav')) as EditionSegment;
  const at = (node: Nodes): string => {
    const { start, end } = long.locate(node);
    return po.slice(start.offset, end.offset);
  };
  expect(at(long.node.children[1] as Nodes)).toBe('[Yavarí](boat:yavari)');
  expect(at(long.node)).toBe(long.markdown);
  expect(long.locate(long.node).path).toBe('locales/es/demo.po');

  const { document, segments } = documentOf(body);
  const source = translateInto(document, segments, undefined, english, vocabulary).value;
  for (const segment of source.segments) {
    for (const node of [segment.node, ...segment.node.children]) {
      const { start, end } = segment.locate(node);
      const slice = document.text.slice(start.offset, end.offset);
      if (segment.segment.key === undefined) expect(slice).not.toBe('');
      else expect(segment.markdown).toContain(slice);
    }
  }
  const title = source.segments[0] as EditionSegment;
  const emphasis = title.locate(title.node.children[1] as Nodes);
  expect(document.text.slice(emphasis.start.offset, emphasis.end.offset)).toBe('*Yavarí*');
});

test('what is not translated is shown in the source language and reported', () => {
  const { value, diagnostics } = editionOf('First.\n\nSecond.\n\nThird.\n', {
    'First.': '',
    'Third.': 'Tercero.',
  });
  expect(stringify(value.tree)).toBe('First.\n\nSecond.\n\nTercero.\n');
  const states = value.segments.map(({ state }) => state);
  expect(states).toEqual(['translated', 'translated', 'untranslated', 'untranslated', 'translated']);
  expect(
    diagnostics.map(({ rule, location, related }) => [
      rule,
      location.path,
      location.start.line,
      related.length,
    ]),
  ).toEqual([
    ['segment-is-translated', 'locales/es/demo.po', 8, 1],
    ['segment-is-translated', 'source/demo/article.md', 10, 0],
  ]);
});

test('a fuzzy translation is not shown', () => {
  const { document, segments } = documentOf('First.\n');
  const text = '#, fuzzy\nmsgid "First."\nmsgstr "Primero."\n';
  const catalog = readCatalog({ path: 'es.po', text }, 'es').value;
  const { value, diagnostics } = translateInto(document, segments, catalog, spanish, vocabulary);
  expect(stringify(value.tree)).toBe('First.\n');
  expect(diagnostics.map(({ rule, location }) => [rule, location.path, location.start.line])).toContainEqual([
    'translation-is-confirmed',
    'es.po',
    3,
  ]);
});

test('an edition without a catalog is one finding', () => {
  const { document, segments } = documentOf(body);
  const { value, diagnostics } = translateInto(document, segments, undefined, spanish, vocabulary);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['edition-has-catalog']);
  expect(stringify(value.tree)).toBe(stringify(document.tree));
});

test('a translation of a text that is gone is reported', () => {
  const { diagnostics } = editionOf('First.\n', { 'First.': 'Primero.', 'Gone.': 'Ido.' });
  expect(diagnostics.map(({ rule, values }) => [rule, values])).toEqual([
    ['catalog-entry-is-used', { msgid: 'Gone.' }],
  ]);
});

test('msgctxt tells places apart', () => {
  const text = `msgid "Cell"
msgstr "Celda"

msgctxt "cell"
msgid "Cell"
msgstr "Casilla"

msgctxt "s-cell"
msgid "Cell"
msgstr "Título"
`;
  const { document, segments } = documentOf('Cell\n\n| Cell |\n|---|\n\n## Cell\n');
  const catalog = readCatalog({ path: 'es.po', text }, 'es').value;
  const { value } = translateInto(document, segments, catalog, spanish, vocabulary);
  expect(stringify(value.tree).replace(/ -+ /g, ' - ')).toBe('Celda\n\n| Casilla |\n| - |\n\n## Título\n');
});

test.each([
  ['a blank line', 'Primero.\n\nSegundo.', '\\n\\n', 8],
  ['a heading', '## Primero', '##', 0],
  ['a list', 'Primero:\n- a\n- b', '-', 9],
  ['a container', ':::box[x]', ':::', 0],
  ['HTML', 'Un <b>barco</b>', '<b>', 3],
])('a translation that brings %s is reported at that place', (_, msgstr, found, column) => {
  const { diagnostics } = editionOf('First.\n', { 'First.': msgstr });
  expect(diagnostics.map(({ rule, values }) => [rule, values])).toEqual([
    ['translation-stays-inline', { found }],
  ]);
  expect(diagnostics[0]?.location.start).toMatchObject({ line: 8 });
  if (column < 8) expect(diagnostics[0]?.location.start.column).toBe(9 + column);
});

test('structure that is meant as characters is text', () => {
  const source = '1999\\. A year.';
  const { value, diagnostics } = editionOf(`${source}\n`, { [source]: '1999\\. Un año.' });
  expect(diagnostics).toEqual([]);
  expect(stringify(value.tree)).toBe('1999\\. Un año.\n');
});

test('titles go to the links that leave them out; those that repeat one keep it', () => {
  const source = '[A](boat:x#owner "boat:a"), [B](boat:x#owner "boat:b") and [C](boat:x#owner "boat:c").';
  const target = '[C](boat:x#owner "boat:c"), [A](boat:x#owner) y [B](boat:x#owner).';
  const { value } = editionOf(`${source}\n`, { [source]: target });
  expect(stringify(value.tree)).toBe(
    '[C](boat:x#owner "boat:c"), [A](boat:x#owner "boat:a") y [B](boat:x#owner "boat:b").\n',
  );
});

test('a title that is text has a language, and an ordinary link’s is its own', () => {
  const source = '[so](boat:x#purpose "To sail") [web](https://example.org "A site")';
  const target = '[así](boat:x#purpose) [web](https://example.org)';
  const { value } = editionOf(`${source}\n`, { [source]: target });
  expect(stringify(value.tree)).toBe(`${target}\n`);
});

test('names of object members as keys do no harm', () => {
  const text = `---\ntitle: A\nlanguage: en\nconstructor: B\n---\n\nconstructor\n`;
  const document = parseDocument({ path: 'a.md', text }, { allowHtml: false }).value;
  const segments = segmentDocument(document).value;
  const catalog = readCatalog({ path: 'es.po', text: 'msgid "constructor"\nmsgstr "c"\n' }, 'es').value;
  const { value } = translateInto(document, segments, catalog, spanish, vocabulary);
  expect(stringify(value.tree)).toBe('c\n');
  expect(frontMatter).toContain('title');
});
