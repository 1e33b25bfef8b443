import fc from 'fast-check';
import { po } from 'gettext-parser';
import { expect, test } from 'vitest';
import { indexEntries } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';

const path = 'locales/es/demo.po';

const header = `msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
`;

const catalog = `# A team
${header}
# said by Ana
#. paragraph
#: source/demo/article.md:5
#, fuzzy, no-wrap
#| msgid "Good morning"
msgid "Good day"
msgstr ""
"Buenos "
"\\"días\\"\\ty\\n"
"\\\\ más"

msgctxt "cell"
msgid "12"
msgstr "12"

#~ msgid "Old"
#~ msgstr "Viejo"
`;

function rulesOf(text: string): string[] {
  return readCatalog({ path, text }, 'es').diagnostics.map(
    ({ rule, location }) => `${rule}:${location.start.line}`,
  );
}

test('reads strings, comments, flags and previous strings', () => {
  const { value, diagnostics } = readCatalog({ path, text: catalog }, 'es');
  expect(diagnostics).toEqual([]);
  const [, day, cell, old] = value.entries;
  expect(day).toMatchObject({
    msgid: 'Good day',
    msgstr: 'Buenos "días"\ty\n\\ más',
    comments: ['# said by Ana'],
    extracted: ['paragraph'],
    references: ['source/demo/article.md:5'],
    flags: ['no-wrap'],
    fuzzy: true,
    previous: { msgid: 'Good morning' },
  });
  expect(cell).toMatchObject({ msgctxt: 'cell', msgid: '12', fuzzy: false });
  expect(old).toMatchObject({ msgid: 'Old', msgstr: 'Viejo', obsolete: true });
});

test('every character of a msgstr is found at its place in the file', () => {
  const { value } = readCatalog({ path, text: catalog }, 'es');
  const day = value.entries[1];
  const lines = catalog.split('\n');
  for (const [word, raw] of [
    ['Buenos', 'Buenos'],
    ['"', '\\"'],
    ['días', 'días'],
    ['\\', '\\\\'],
    ['más', 'más'],
  ]) {
    const start = day?.msgstr.indexOf(word as string) ?? -1;
    const location = day?.locate(start, start + (word as string).length);
    expect(catalog.slice(location?.start.offset, location?.end.offset)).toBe(raw);
    const line = lines[(location?.start.line ?? 0) - 1] ?? '';
    expect(line.slice((location?.start.column ?? 0) - 1, (location?.end.column ?? 0) - 1)).toBe(raw);
  }
});

test('an empty msgstr is located between its quotation marks', () => {
  const text = 'msgid "a"\nmsgstr ""\n';
  const location = readCatalog({ path, text }, 'es').value.entries[0]?.location;
  expect(location?.start).toEqual({ line: 2, column: 9, offset: 18 });
  expect(location?.end).toEqual(location?.start);
});

test('a byte order mark, CRLF and a missing final newline are fine', () => {
  const text = `\uFEFF${catalog.trimEnd().replaceAll('\n', '\r\n')}`;
  const { value, diagnostics } = readCatalog({ path, text }, 'es');
  expect(diagnostics).toEqual([]);
  const plain = readCatalog({ path, text: catalog }, 'es').value;
  expect(value.entries.map((entry) => entry.msgstr)).toEqual(plain.entries.map((entry) => entry.msgstr));
  const day = value.entries[1];
  const location = day?.locate(7, 13);
  expect(text.slice(location?.start.offset, location?.end.offset)).toBe('\\"días\\"');
  expect(location?.start.line).toBe(15);
});

test.each([
  [
    'an unclosed quotation mark',
    'msgid "a"\nmsgstr "b\n\nmsgid "c"\nmsgstr "d"\n',
    ['catalog-is-well-formed:2'],
  ],
  [
    'a quotation mark inside',
    'msgid "a"\nmsgstr "b "c" d"\n\nmsgid "c"\nmsgstr "d"\n',
    ['catalog-is-well-formed:2'],
  ],
  ['an unknown escape', 'msgid "a"\nmsgstr "b \\q"\n\nmsgid "c"\nmsgstr "d"\n', ['catalog-is-well-formed:2']],
  ['no msgstr', 'msgid "a"\n\nmsgid "c"\nmsgstr "d"\n', ['catalog-is-well-formed:1']],
  [
    'a word that is no keyword',
    'msgid "a"\nmsgst "b"\n\nmsgid "c"\nmsgstr "d"\n',
    ['catalog-is-well-formed:2', 'catalog-is-well-formed:1'],
  ],
  ['a string from nowhere', '"b"\n\nmsgid "c"\nmsgstr "d"\n', ['catalog-is-well-formed:1']],
])('%s is reported at its line and spoils no other entry', (_, text, expected) => {
  expect(rulesOf(text).every((rule) => expected.includes(rule))).toBe(true);
  expect(rulesOf(text)[0]).toBe(expected[0]);
  const { value } = readCatalog({ path, text }, 'es');
  expect([...indexEntries(value.entries).keys()]).toEqual(['c']);
});

test('the second of two entries with one msgid is reported; the first counts', () => {
  const text = 'msgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "c"\n\nmsgid "a"\nmsgstr "d"\n';
  expect(rulesOf(text)).toEqual(['catalog-entry-is-unique:9']);
  const { entries } = readCatalog({ path, text }, 'es').value;
  expect(indexEntries(entries).get('a')?.msgstr).toBe('b');
});

test('a merge conflict is one finding, and both sides are read', () => {
  const text = `${header}
<<<<<<< HEAD
msgid "a"
msgstr "b"
=======
msgid "a"
msgstr "c"
>>>>>>> branch

msgid "d"
msgstr "e"
`;
  expect(rulesOf(text)).toEqual(['catalog-is-merged:6']);
  expect(readCatalog({ path, text }, 'es').value.entries).toHaveLength(4);
});

test('an entry that a merge conflict tears is no second finding, a fault elsewhere is', () => {
  const text = `${header}
msgid "a"
<<<<<<< HEAD
msgstr "b"
=======
msgstr "c"
>>>>>>> branch

msgid "d"
msgstr "e
`;
  expect(rulesOf(text)).toEqual(['catalog-is-merged:7', 'catalog-is-well-formed:14']);
});

test('another encoding is reported, declared or seen', () => {
  expect(rulesOf(header.replace('UTF-8', 'ISO-8859-1'))).toEqual(['catalog-is-utf-8:4']);
  expect(rulesOf('msgid "a"\nmsgstr "espa\uFFFDol"\n')).toEqual(['catalog-is-utf-8:2']);
});

test('a catalog in another language is reported', () => {
  const { diagnostics } = readCatalog({ path, text: header }, 'pt');
  expect(diagnostics.map(({ rule, values }) => [rule, values])).toEqual([
    ['catalog-language-matches', { expected: 'pt', found: 'es' }],
  ]);
  expect(readCatalog({ path, text: header.replace('es', 'es_PE') }, 'es').diagnostics).toEqual([]);
});

test('plural forms are reported and kept', () => {
  const text = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n';
  expect(rulesOf(text)).toEqual(['catalog-is-well-formed:2']);
  expect(readCatalog({ path, text }, 'es').value.entries[0]?.body).toBe(text.trimEnd());
});

test('names of object members are msgids like others', () => {
  const text = 'msgid "__proto__"\nmsgstr "a"\n\nmsgid "constructor"\nmsgstr "b"\n';
  const { entries } = readCatalog({ path, text }, 'es').value;
  expect([...indexEntries(entries).keys()]).toEqual(['__proto__', 'constructor']);
});

test('reads what gettext-parser reads', () => {
  const text = catalog;
  const table = po.parse(text).translations;
  const ours = indexEntries(readCatalog({ path, text }, 'es').value.entries);
  expect(ours.get('Good day')?.msgstr).toBe(table['']?.['Good day']?.msgstr[0]);
  expect(ours.get('cell\u000412')?.msgstr).toBe(table.cell?.['12']?.msgstr[0]);
});

test('never throws and never loses a line', () => {
  const line = fc.constantFrom(
    'msgid "a"',
    'msgid "b"',
    'msgstr "c"',
    'msgstr "',
    '"x"',
    'msgctxt "y"',
    '# note',
    '#. e',
    '#: r',
    '#, fuzzy',
    '#| msgid "p"',
    '#~ msgid "o"',
    '#~ msgstr "o"',
    '#~| msgid "q"',
    '',
    'garbage',
    '<<<<<<< a',
    '=======',
    '>>>>>>> b',
    'msgid_plural "z"',
    'msgstr[0] "0"',
    '\\',
    '#',
    '#~',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const { value } = readCatalog({ path, text: lines.join('\n') }, 'es');
      const kept = value.entries.flatMap((entry) => entry.body?.split('\n') ?? []);
      const content = lines.filter((text) => /^(msg|"|#~ |garbage|\\)/.test(text));
      expect(kept.filter((text) => !/^(=|<|>)/.test(text))).toEqual(content);
    }),
    { numRuns: 500 },
  );
});
