import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { po } from 'gettext-parser';
import { expect, test } from 'vitest';
import type { PoEntry, PoFile } from '../../pipeline/translation/po-file.ts';
import { judge } from '../judge.ts';
import {
  newCatalog,
  entryOf as newEntry,
  readSpanish as read,
  writePo as writeCatalog,
} from './po-sample.ts';

const emptyFile: PoFile = newCatalog();

function entryOf({ msgid, msgstr, ...more }: Pick<PoEntry, 'msgid' | 'msgstr'> & Partial<PoEntry>): PoEntry {
  return newEntry(msgid, msgstr, more);
}

/** An entry that has to be written anew. */
function rewrap(entry: PoEntry): PoEntry {
  return { ...entry, body: undefined, previous: entry.previous && { ...entry.previous, lines: undefined } };
}

/** Any characters, and often those that PO files escape. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '\r', '\t', 'n', ' ', '\u2028', 'á', '😀', '#', '~'),
    maxLength: 200,
  }),
  fc.lorem({ maxCount: 40 }),
);

test('what is written is read again: strings, contexts, comments, state', () => {
  const entry = fc.record({
    msgid: anyText.filter((text) => text !== ''),
    msgstr: anyText,
    msgctxt: fc.option(
      anyText.filter((text) => text !== ''),
      { nil: undefined },
    ),
    fuzzy: fc.boolean(),
    obsolete: fc.boolean(),
    comments: fc.array(fc.constantFrom('#', '# a  b', '#  indented', '#= x')),
    extracted: fc.array(fc.constantFrom('heading', 'cell')),
    references: fc.array(fc.constantFrom('source/demo/article.md:12')),
    flags: fc.array(fc.constantFrom('no-wrap', 'c-format')),
    previous: fc.option(
      fc.record({ msgid: anyText, msgctxt: fc.constant(undefined), lines: fc.constant(undefined) }),
      { nil: undefined },
    ),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (drafts) => {
      const file = { ...emptyFile };
      file.entries = [...file.entries, ...drafts.map(entryOf)];
      const text = writeCatalog(file);
      const again = read(text);
      const essence = ({
        body: _,
        location: __,
        locate: ___,
        remarks: ____,
        previous,
        ...rest
      }: PoEntry): object => {
        return { ...rest, previous: previous && { ...previous, lines: undefined } };
      };
      expect(again.entries.map(essence)).toEqual(file.entries.map(essence));
      expect(writeCatalog(again)).toBe(text);
      expect(writeCatalog({ ...again, entries: again.entries.map(rewrap) })).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('every stretch of a written msgstr is found where it stands', () => {
  fc.assert(
    fc.property(
      anyText.filter((text) => text !== ''),
      fc.nat(),
      fc.nat(),
      (msgstr, a, b) => {
        const text = writeCatalog({
          ...emptyFile,
          entries: [entryOf({ msgid: 'x', msgstr })],
        });
        const entry = read(text).entries[0] as PoEntry;
        const start = a % msgstr.length;
        const end = start + 1 + (b % (msgstr.length - start));
        const location = entry.locate(start, end);
        const raw = text.slice(location.start.offset, location.end.offset).replaceAll('"\n"', '');
        expect(read(`msgid "x"\nmsgstr "${raw}"`).entries[0]?.msgstr).toBe(msgstr.slice(start, end));
        for (const point of [location.start, location.end]) {
          const lineStart =
            text
              .split('\n')
              .slice(0, point.line - 1)
              .join('\n').length + (point.line > 1 ? 1 : 0);
          expect(lineStart + point.column - 1).toBe(point.offset);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('gettext-parser reads what we write', () => {
  fc.assert(
    fc.property(
      anyText.filter((text) => text !== ''),
      anyText,
      (msgid, msgstr) => {
        const text = writeCatalog({
          ...emptyFile,
          entries: [entryOf({ msgid, msgstr })],
        });
        expect(po.parse(text).translations['']?.[msgid]?.msgstr).toEqual([msgstr]);
      },
    ),
  );
});

test('lines as they were typed are kept as long as nothing changes, with CRLF too', () => {
  const lines = [
    'msgid "a"',
    'msgstr "one "',
    '"very " "odd wrapping"',
    '',
    '#~ msgid "b"',
    '#~ msgstr ""',
    '#~ "B"',
    '',
  ];
  for (const eol of ['\n', '\r\n']) {
    const text = lines.join(eol);
    expect(writeCatalog(read(text))).toBe(text);
  }
});

test('msgfmt --check passes, and msgcat changes no byte', judge('gettext').options, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tinkuy-po-'));
  try {
    const long =
      'A [Andean Community](org:can "p. 250") of "nations" that goes on \\ and on, beyond the fold.\nNew line';
    const file: PoFile = { ...emptyFile, entries: [...emptyFile.entries] };
    // gettext 0.21 and 1.0 wrap lines with a prefix differently, so theirs are short here.
    const short = { msgid: 'one', msgctxt: undefined, lines: undefined };
    const place = {
      references: ['source/demo/article.md:12'],
      extracted: ['paragraph'],
      comments: ['# Ana'],
    };
    file.entries.push(
      entryOf({ msgid: long, msgstr: `${long}, español`, ...place }),
      entryOf({ msgid: '1', msgstr: '2', msgctxt: 'cell', fuzzy: true, previous: short }),
      entryOf({ msgid: 'old', msgstr: 'viejo', obsolete: true }),
    );
    const path = join(folder, 'demo.po');
    const text = writeCatalog(file);
    writeFileSync(path, text);
    execFileSync('msgfmt', ['--check', '--output-file=/dev/null', path], { stdio: 'pipe' });
    expect(execFileSync('msgcat', [path], { encoding: 'utf8' })).toBe(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('lines end where gettext-parser ends them, in strings of every kind of sign', () => {
  const signs = [
    ...'ab1é¿¡ %$+()[]{}-/.,:;!?|"\'<>`\\\n#@=~^&*',
    '  ',
    ' -',
    '12',
    'words ',
    '](place:x)',
    '“',
    '中',
  ];
  const text = fc
    .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 160 })
    .map((parts) => `x${parts.join('')}`);
  fc.assert(
    fc.property(text, text, (msgid, msgstr) => {
      const table = {
        charset: 'utf-8',
        headers: {},
        translations: { x: { x: { msgid, msgstr: [msgstr] } } },
      };
      const [, expected] = po.compile(table, { foldLength: 79 }).toString().split('\n\n');
      const written = writeCatalog({ ...emptyFile, entries: [entryOf({ msgid, msgstr })] });
      expect(written).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
