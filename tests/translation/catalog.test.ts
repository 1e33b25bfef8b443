import { expect, test } from 'vitest';
import type { Segment } from '../../pipeline/model.ts';
import { mergeCatalog } from '../../pipeline/translation/catalog.ts';
import type { PoFile } from '../../pipeline/translation/po-file.ts';
import { readPo } from '../../pipeline/translation/read-po.ts';
import { writeCatalog } from '../../pipeline/translation/write-catalog.ts';

const target = { path: 'locales/es/demo.po', publication: 'demo', language: 'es' };

/** One segment a text, two lines apart. */
function segmentsOf(...texts: string[]): Segment[] {
  return texts.map((markdown, index) => {
    const point = { line: 2 * index + 1, column: 1, offset: 0 };
    const location = { path: 'source/demo/article.md', start: point, end: point };
    return {
      index,
      kind: 'paragraph',
      markdown,
      location,
      section: 's-one',
      node: undefined,
      key: undefined,
    };
  });
}

function read(text: string): PoFile {
  return readPo({ path: target.path, text }).value;
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
  const file = mergeCatalog(segmentsOf(lake, boat, lake), undefined, target);
  expect(summary(file)).toEqual([`new: ${lake} = `, `new: ${boat} = `]);
  expect(file.entries[1]?.references).toEqual(['source/demo/article.md:1', 'source/demo/article.md:5']);
  expect(file.entries[1]?.extracted).toEqual(['paragraph']);
});

test('what stays is kept, in the order of the text, lines and comments as typed', () => {
  const file = mergeCatalog(segmentsOf(boat, lake), old, target);
  expect(summary(file)).toEqual([
    `kept: ${boat} = Lo cruza un barco.`,
    `kept: ${lake} = El lago es largo y muy hondo.`,
  ]);
  expect(writeCatalog(file)).toContain('# by Ana\n#. paragraph\n');
  expect(writeCatalog(file)).toContain('"El lago es largo "\n"y muy hondo."');
});

test('a changed text gets the translation it had, fuzzy, with the text it was made for', () => {
  const file = mergeCatalog(segmentsOf('The lake is long and deep.', boat), old, target);
  expect(summary(file)[0]).toBe('fuzzy: The lake is long and deep. = El lago es largo y muy hondo.');
  expect(file.entries[1]?.previous?.msgid).toBe(lake);
  expect(file.entries[1]?.comments).toEqual(['# by Ana']);
  expect(writeCatalog(file)).toContain(`#, fuzzy\n#| msgid "${lake}"\nmsgid "The lake is long and deep."`);
  const again = mergeCatalog(segmentsOf('The lake is long, deep.', boat), file, target);
  expect(again.entries[1]?.previous?.msgid).toBe(lake);
});

test('what the text no longer has is obsolete, and comes back with it', () => {
  const file = read(writeCatalog(mergeCatalog(segmentsOf(lake), old, target)));
  expect(summary(file)).toEqual([
    `kept: ${lake} = El lago es largo y muy hondo.`,
    `obsolete: ${boat} = Lo cruza un barco.`,
  ]);
  const back = mergeCatalog(segmentsOf(lake, boat), file, target);
  expect(summary(back)[1]).toBe(`kept: ${boat} = Lo cruza un barco.`);
});

test('an entry with a context serves the segments of that place', () => {
  const file = read(`${writeCatalog(old)}\nmsgctxt "s-one"\nmsgid "${boat}"\nmsgstr "Lo surca una barca."\n`);
  const merged = mergeCatalog(segmentsOf(boat), file, target);
  expect(summary(merged)).toEqual([
    `kept: ${boat} = Lo surca una barca.`,
    `obsolete: ${lake} = El lago es largo y muy hondo.`,
    `obsolete: ${boat} = Lo cruza un barco.`,
  ]);
});

test('an entry that cannot be read is kept as it is', () => {
  const broken = 'msgid "x"\nmsgstr "half';
  const file = mergeCatalog(segmentsOf(lake), read(`${writeCatalog(old)}\n# mine\n${broken}\n`), target);
  expect(writeCatalog(file)).toContain(`# mine\n${broken}\n`);
});

test('a synchronization that changes nothing changes no byte', () => {
  const segments = segmentsOf('12', lake, boat, '7', 'Something else that is "new"\\\nand has two lines.');
  const first = writeCatalog(mergeCatalog(segments, old, target));
  expect(writeCatalog(mergeCatalog(segments, read(first), target))).toBe(first);
});

test('no translation is lost by any edit', () => {
  const texts = [lake, boat, 'Entirely different words here', 'The lake is long and very blue.'];
  for (const chosen of texts.map((_, index) => texts.filter((__, other) => other !== index))) {
    const written = writeCatalog(mergeCatalog(segmentsOf(...chosen), old, target));
    for (const msgstr of ['hondo.', 'Lo cruza un barco.']) expect(written).toContain(msgstr);
  }
});
