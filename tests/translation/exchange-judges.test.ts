import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { SourceFile } from '../../pipeline/model.ts';
import { openProject } from '../../pipeline/project/open-project.ts';
import { isHeader, stateOf } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { exportCatalogs } from '../../pipeline/translation/workbench/export.ts';
import { openWorkbench } from '../../pipeline/translation/workbench/open-workbench.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { askProgram, judge } from '../judge.ts';
import { xliffSchema, xliffSchema12, xliffSchemas } from '../judges.ts';
import { packageRoot } from '../package-root.ts';
import { checkXliffCore } from './check-xliff-core.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const exported = new Map<string, SourceFile[]>();

beforeAll(() => {
  const workbench = openWorkbench(openProject(readProject(packageRoot).value)).value;
  for (const format of ['xliff', 'xliff-1.2', 'tmx', 'tbx'] as const) {
    const options = { format, editions: [], publications: ['peru-borders'], digest, version: '1.0.0' };
    const { value, diagnostics } = exportCatalogs(workbench, options);
    expect(diagnostics.filter(({ rule }) => rule.startsWith('exchange-'))).toEqual([]);
    exported.set(format, value.files);
  }
});

/** Writes what was exported where a judge can read it; returns the paths. */
function unpack(format: string): string[] {
  const files = exported.get(format) ?? [];
  expect(files.length).toBeGreaterThan(0);
  const folder = temporaryFolder(Object.fromEntries(files.map(({ path: at, text }) => [at, text])));
  return files.map(({ path: at }) => path.join(folder, at));
}

/** The schema with the one that it imports where it looks for it. */
function unpackSchema(): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'informativeCopiesOf3rdPartySchemas/w3c'), { recursive: true });
  cpSync(path.join(xliffSchemas, xliffSchema), path.join(folder, xliffSchema));
  cpSync(
    path.join(xliffSchemas, 'xml.xsd'),
    path.join(folder, 'informativeCopiesOf3rdPartySchemas/w3c/xml.xsd'),
  );
  return path.join(folder, xliffSchema);
}

/** The strict schema of XLIFF 1.2, which would fetch the one that it imports. */
function unpackSchema12(): string {
  const schema = readFileSync(path.join(xliffSchemas, xliffSchema12), 'utf8');
  const folder = temporaryFolder({
    [xliffSchema12]: schema.replace('"http://www.w3.org/2001/xml.xsd"', '"xml.xsd"'),
    'xml.xsd': readFileSync(path.join(xliffSchemas, 'xml.xsd')),
  });
  return path.join(folder, xliffSchema12);
}

const asPairs = (kind: string, name: string) => `
import json, sys
from translate.storage import ${name}
store = ${name}.${kind}.parsefile(sys.argv[1])
print(json.dumps([[u.source, u.target] for u in store.units]))
`;

const xmllint = judge('xmllint');
describe('xmllint', xmllint.options, () => {
  test.each(['xliff', 'xliff-1.2', 'tmx', 'tbx'])('%s is well-formed', async (format) => {
    const { status, stderr } = await xmllint.ask(['--noout', '--nonet', ...unpack(format)]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  const validate = async (schema: string, format: string) => {
    const argv = ['--noout', '--nonet', '--schema', schema, ...unpack(format)];
    const { status, stderr } = await xmllint.ask(argv);
    const lines = stderr.trim().split('\n');
    return { status, lines: lines.map((line) => line.replace(/^\S*\//, '')) };
  };

  test('XLIFF is valid by the schema of OASIS', judge('the schema of XLIFF 2').options, async () => {
    expect(await validate(unpackSchema(), 'xliff')).toEqual({
      status: 0,
      lines: ['peru-borders.en-es.xlf validates', 'peru-borders.en-pt.xlf validates'],
    });
  });

  test('XLIFF 1.2 is valid by the strict schema', judge('the schema of XLIFF 1.2').options, async () => {
    expect(await validate(unpackSchema12(), 'xliff-1.2')).toEqual({
      status: 0,
      lines: ['peru-borders.en-es.1.2.xlf validates', 'peru-borders.en-pt.1.2.xlf validates'],
    });
  });
});

describe('the core rules of XLIFF', () => {
  test('hold in what is exported', () => {
    for (const { text } of exported.get('xliff') ?? []) expect(checkXliffCore(text)).toEqual([]);
  });

  test.each([
    ['a unit twice', /<unit id="[^"]*"/g, '<unit id="u"', 'unit-id'],
    ['a code twice', ' id="2" canCopy', ' id="1" canCopy', 'inline-id'],
    ['data that is not there', 'dataRefStart="d1"', 'dataRefStart="d99"', 'data-ref'],
    ['another state', 'state="reviewed"', 'state="done"', 'state'],
    ['another language', '<target xml:lang="es-PE">', '<target xml:lang="pt-BR">', 'target-lang'],
    ['notes after the segment', /(<notes>.*?<\/notes>)(.*?)(<\/unit>)/s, '$2$1$3', 'unit-order'],
    ['a kind without its type', ' type="fmt"', '', 'subType-needs-type'],
    ['an analysis that is a term', ' type="its:generic" its:taC', ' type="term" its:taC', 'text-analysis'],
    ['a term that is not marked', 'ref="#n1"', 'ref="#n99"', 'glossary-ref'],
  ])('%s is seen', (_, from, to, rule) => {
    const [file] = exported.get('xliff') ?? [];
    const changed = file?.text.replace(from, to) ?? '';
    expect(changed).not.toBe(file?.text);
    expect(checkXliffCore(changed).join('\n')).toContain(rule);
  });
});

const toolkit = judge('Translate Toolkit');
describe('Translate Toolkit', toolkit.options, () => {
  const catalog = (language: string) => path.join(packageRoot, `locales/${language}/peru-borders.po`);

  test('reads as many units in our TMX as po2tmx makes, with the words of the plain ones', async () => {
    const [ours = ''] = unpack('tmx');
    const made = path.join(path.dirname(ours), 'theirs.tmx');
    await askProgram('po2tmx', [
      '--source-language=en-US',
      '-l',
      'es-PE',
      '--progress=none',
      catalog('es'),
      made,
    ]);
    const read = async (file: string): Promise<[string, string][]> =>
      JSON.parse((await toolkit.ask(['-c', asPairs('tmxfile', 'tmx'), file])).stdout);
    const [own, theirs] = [await read(ours), await read(made)];
    expect(own.length).toBe(theirs.length);
    // Its reader shows of a segment with codes what stands before the first.
    const plain = new Map(theirs.filter(([source, target]) => !/[[*`\\]/.test(source + target)));
    expect(plain.size).toBeGreaterThan(50);
    const ownPlain = new Map(own);
    for (const [source, target] of plain) expect(ownPlain.get(source)).toBe(target);
  });

  test('reads our TBX, with every term', async () => {
    const [file = ''] = unpack('tbx');
    const { stdout, stderr } = await toolkit.ask([
      '-c',
      'import sys; from lxml import etree; n="{urn:iso:std:iso:30042:ed-2}"; t=etree.parse(sys.argv[1]); ' +
        'print(len(t.findall(f".//{n}conceptEntry")), len(t.findall(f".//{n}term")), len({e.get("id") for e in t.iter(f"{n}conceptEntry")}))',
      file,
    ]);
    expect(stderr).toBe('');
    const [concepts = 0, terms = 0, ids] = stdout.trim().split(' ').map(Number);
    expect(concepts).toBeGreaterThan(100);
    expect(terms).toBeGreaterThan(concepts * 2);
    expect(ids).toBe(concepts);
  });

  test('makes catalogs of our XLIFF 1.2, with every unit, its words, state and notes', async () => {
    const at = unpack('xliff-1.2');
    for (const [index, language] of ['es', 'pt'].entries()) {
      const po = `${at[index]}.po`;
      await askProgram('xliff2po', ['--progress=none', at[index] ?? '', po]);
      const inUse = (file: string) =>
        readCatalog({ path: file, text: readFileSync(file, 'utf8') }, language).value.entries.filter(
          (entry) => !isHeader(entry) && !entry.obsolete,
        );
      const [made, own] = [inUse(po), inUse(catalog(language))];
      expect(made.length).toBe(own.length);
      expect(made.map(({ extracted }) => extracted)).toEqual(own.map(({ extracted }) => extracted));
      expect(made.map(stateOf)).toEqual(own.map(stateOf));
      // Codes are empty elements to it; what has none is there letter by letter.
      const plain = own.filter(({ msgid, msgstr }) => !/[[*`\\<]/.test(msgid + msgstr));
      expect(plain.length).toBeGreaterThan(50);
      for (const { msgid, msgstr } of plain) {
        expect(made.find((entry) => entry.msgid === msgid)?.msgstr).toBe(msgstr);
      }
    }
  });

  test('our catalogs go through its own XLIFF and back', async () => {
    const folder = temporaryFolder();
    for (const language of ['es', 'pt']) {
      const [xlf, po] = [path.join(folder, `${language}.xlf`), path.join(folder, `${language}.po`)];
      await askProgram('po2xliff', ['--progress=none', catalog(language), xlf]);
      await askProgram('xliff2po', ['--progress=none', xlf, po]);
      const pairs = (at: string) => {
        const { value } = readCatalog({ path: at, text: readFileSync(at, 'utf8') }, language);
        return value.entries
          .filter((entry) => !isHeader(entry) && !entry.obsolete)
          .map(({ msgid, msgstr }) => [msgid, msgstr]);
      };
      expect(pairs(po)).toEqual(pairs(catalog(language)));
    }
  });
});

test('an export is the same whenever it is made', () => {
  const workbench = openWorkbench(openProject(readProject(packageRoot).value)).value;
  const options = {
    format: 'xliff' as const,
    editions: ['es'],
    publications: ['peru-borders'],
    digest,
    version: '1.0.0',
  };
  expect(exportCatalogs(workbench, options).value.files).toEqual(exported.get('xliff')?.slice(0, 1));
});
