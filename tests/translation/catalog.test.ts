import { expect, test } from 'vitest';
import type { Segment } from '../../pipeline/model.ts';
import type { PoFile } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { syncCatalogs } from '../../pipeline/translation/workbench/sync.ts';
import { readSpanish as read, writePo as writeCatalog } from './po-sample.ts';
import { benchOf, segmentsOf } from './sample-bench.ts';

/** @param memory of the project's other text */
function mergeCatalog(segments: Segment[], po: PoFile | undefined, memory: [string, string][] = []): PoFile {
  const pairs = memory.map(([msgid, msgstr]) => `msgid "${msgid}"\nmsgstr "${msgstr}"\n`);
  const other = readCatalog({ path: 'locales/es/other.po', text: pairs.join('\n') }, 'es').value;
  const { catalogs } = syncCatalogs(benchOf({ segments, po, other }), []).value;
  return read(catalogs.find(({ path }) => path === 'locales/es/demo.po')?.text ?? '');
}

/** State and strings of each entry but the header. */
function summary(file: PoFile): string[] {
  return file.entries.slice(1).map((entry) => {
    const state = entry.obsolete ? 'obsolete' : entry.fuzzy ? 'fuzzy' : entry.msgstr === '' ? 'new' : 'kept';
    return `${state}: ${entry.msgid} = ${entry.msgstr}`;
  });
}

const lake = 'The lake is long and very deep.';
const boat = 'A boat crosses it.';
const old = read(`msgid ""
msgstr "Language: es\\n"

# by Ana
msgid "${lake}"
msgstr ""
"El lago es largo "
"y muy hondo."

msgid "${boat}"
msgstr "Lo cruza un barco."
`);

test('a new catalog has an empty entry for each msgid, with its places', () => {
  const file = mergeCatalog(segmentsOf(lake, boat, lake), undefined);
  expect(summary(file)).toEqual([`new: ${lake} = `, `new: ${boat} = `]);
  expect(file.entries[1]?.references).toEqual(['source/demo/article.md:1', 'source/demo/article.md:5']);
  expect(file.entries[1]?.extracted).toEqual(['paragraph']);
});

test('what stays is kept, in the order of the text, lines and comments as typed', () => {
  const file = mergeCatalog(segmentsOf(boat, lake), old);
  expect(summary(file)).toEqual([
    `kept: ${boat} = Lo cruza un barco.`,
    `kept: ${lake} = El lago es largo y muy hondo.`,
  ]);
  expect(writeCatalog(file)).toContain('# by Ana\n#. paragraph\n');
  expect(writeCatalog(file)).toContain('"El lago es largo "\n"y muy hondo."');
});

test('a changed text gets the translation it had, fuzzy, with the text it was made for', () => {
  const file = mergeCatalog(segmentsOf('The lake is long and deep.', boat), old);
  expect(summary(file)[0]).toBe('fuzzy: The lake is long and deep. = El lago es largo y muy hondo.');
  expect(file.entries[1]?.previous?.msgid).toBe(lake);
  expect(file.entries[1]?.comments).toEqual(['# by Ana']);
  expect(writeCatalog(file)).toContain(`#, fuzzy\n#| msgid "${lake}"\nmsgid "The lake is long and deep."`);
  const again = mergeCatalog(segmentsOf('The lake is long, deep.', boat), file);
  expect(again.entries[1]?.previous?.msgid).toBe(lake);
});

test('what the text no longer has is obsolete, and comes back with it', () => {
  const file = read(writeCatalog(mergeCatalog(segmentsOf(lake), old)));
  expect(summary(file)).toEqual([
    `kept: ${lake} = El lago es largo y muy hondo.`,
    `obsolete: ${boat} = Lo cruza un barco.`,
  ]);
  const back = mergeCatalog(segmentsOf(lake, boat), file);
  expect(summary(back)[1]).toBe(`kept: ${boat} = Lo cruza un barco.`);
});

test('an entry with a context serves the segments of that place', () => {
  const file = read(`${writeCatalog(old)}\nmsgctxt "s-one"\nmsgid "${boat}"\nmsgstr "Lo surca una barca."\n`);
  const merged = mergeCatalog(segmentsOf(boat), file);
  expect(summary(merged)).toEqual([
    `kept: ${boat} = Lo surca una barca.`,
    `obsolete: ${lake} = El lago es largo y muy hondo.`,
    `obsolete: ${boat} = Lo cruza un barco.`,
  ]);
});

test('an entry that cannot be read is kept as it is', () => {
  const broken = 'msgid "x"\nmsgstr "half';
  const file = mergeCatalog(segmentsOf(lake), read(`${writeCatalog(old)}\n# mine\n${broken}\n`));
  expect(writeCatalog(file)).toContain(`# mine\n${broken}\n`);
});

test('a synchronization that changes nothing changes no byte', () => {
  const segments = segmentsOf('12', lake, boat, '7', 'Something else that is "new"\\\nand has two lines.');
  const first = writeCatalog(mergeCatalog(segments, old));
  expect(writeCatalog(mergeCatalog(segments, read(first)))).toBe(first);
});

test('no translation is lost by any edit', () => {
  const texts = [lake, boat, 'Entirely different words here', 'The lake is long and very blue.'];
  for (const chosen of texts.map((_, index) => texts.filter((__, other) => other !== index))) {
    const written = writeCatalog(mergeCatalog(segmentsOf(...chosen), old));
    for (const msgstr of ['hondo.', 'Lo cruza un barco.']) expect(written).toContain(msgstr);
  }
});

test('a text that the memory has word by word is translated by it, and says so for good', () => {
  const memory: [string, string][] = [[lake, 'El lago es largo y profundo.']];
  const file = mergeCatalog(segmentsOf(lake, 'Four boats cross it.'), undefined, memory);
  expect(summary(file)[0]).toBe(`kept: ${lake} = El lago es largo y profundo.`);
  expect(file.entries[1]?.extracted).toEqual(['paragraph', 'from memory locales/es/other.po']);
  const again = mergeCatalog(segmentsOf(lake, 'Four boats cross it.'), read(writeCatalog(file)));
  expect(writeCatalog(again)).toBe(writeCatalog(file));
});

test('where the memory has two translations of a text, a translator decides', () => {
  const memory: [string, string][] = [
    [lake, 'El lago es largo.'],
    [lake, 'Es largo el lago.'],
  ];
  const file = mergeCatalog(segmentsOf(lake), undefined, memory);
  expect(summary(file)).toEqual([`fuzzy: ${lake} = El lago es largo.`]);
  expect(file.entries[1]?.previous).toBeUndefined();
});

test('what the catalog has, even as obsolete, goes before the memory', () => {
  const retired = read('#~ msgid "One boat"\n#~ msgstr "Una barca"\n');
  expect(summary(mergeCatalog(segmentsOf('One boat'), retired, [['One boat', 'Un barco']]))).toEqual([
    'kept: One boat = Una barca',
  ]);
});

test('a comment goes with its translation, not with a copy of it', () => {
  const changed = 'The lake is long and very blue.';
  const copied = mergeCatalog(segmentsOf(lake, changed, boat), old);
  expect(copied.entries[2]).toMatchObject({
    msgid: changed,
    fuzzy: true,
    comments: [],
    previous: { msgid: lake },
  });
  expect(copied.entries[1]?.comments).toEqual(['# by Ana']);
  const moved = mergeCatalog(segmentsOf(changed, boat), old);
  expect(moved.entries[1]).toMatchObject({ msgid: changed, comments: ['# by Ana'] });
});

test('a translation that nobody confirmed tells no text that it was made for', () => {
  const draft = read(`#, fuzzy\nmsgid "${lake}"\nmsgstr "El lago es largo y hondo."\n`);
  const [, entry] = mergeCatalog(segmentsOf('The lake is long and deep.'), draft).entries;
  expect(entry).toMatchObject({ fuzzy: true, msgstr: 'El lago es largo y hondo.', previous: undefined });
});

test('places that a tool put on one line, or in isolates, stay there', () => {
  const text = writeCatalog(mergeCatalog(segmentsOf(lake, boat, lake), old));
  const typed = text.replace('article.md:1\n#: ', 'article.md:1 ');
  expect(typed).not.toBe(text);
  expect(writeCatalog(mergeCatalog(segmentsOf(lake, boat, lake), read(typed)))).toBe(typed);
  const spaced = segmentsOf(lake).map((segment) => ({
    ...segment,
    location: { ...segment.location, path: 'my notes.md' },
  }));
  const file = mergeCatalog(spaced, old);
  expect(file.entries[1]?.references).toEqual(['\u2068my notes.md\u2069:1']);
  expect(writeCatalog(mergeCatalog(spaced, read(writeCatalog(file))))).toBe(writeCatalog(file));
});
