import { describe, expect, test } from 'vitest';
import { readRecords } from '../../pipeline/graph/records.ts';
import { openSharedRecords, type SharedRecords } from '../../pipeline/graph/shared/open-shared-records.ts';
import { takeRecords } from '../../pipeline/graph/shared/take-records.ts';
import type { EntityId, RecordEntry } from '../../pipeline/model.ts';
import { builtinVocabulary } from './sample-graph.ts';

const vocabulary = builtinVocabulary();

function share(text: string, file = 'source/entities/all.yaml'): SharedRecords {
  const files = { records: [{ path: file, text }], bibliographies: [], register: undefined };
  return openSharedRecords(files, { vocabulary, formats: undefined }).value;
}

/** How often records are read, and which are taken. */
function take(shared: SharedRecords, named: EntityId[], own: RecordEntry[] = []) {
  let asked = 0;
  const counting: SharedRecords = {
    ...shared,
    readRecordsOf: (id) => {
      asked += 1;
      return shared.readRecordsOf(id);
    },
  };
  const context = { shared: counting, publicationAs: () => undefined, vocabulary };
  const taken = takeRecords(named, own, context);
  return { asked, ids: taken.value.map(({ id }) => id).sort() };
}

const person = (name: string, lines = '') => `person:${name}:\n  name: { en: ${name} }\n${lines}`;

describe('what a text takes of shared records', () => {
  const chain = `${person('a', '  affiliation: [org:b]\n')}org:b:\n  name: { en: B }\n${person('c')}`;

  test('is what it names, and what that leads to', () => {
    expect(take(share(chain), ['person:a']).ids).toEqual(['org:b', 'person:a']);
    expect(take(share(chain), ['person:c', 'person:nobody']).ids).toEqual(['person:c']);
    expect(take(share(chain), []).ids).toEqual([]);
  });

  test('is what its own records are of and lead to, which stay', () => {
    const path = 'source/demo/entities/own.yaml';
    const text = person('c') + person('d', '  affiliation: [org:b]\n');
    const own = readRecords([{ path, text }], vocabulary).value;
    expect(take(share(chain), [], own).ids).toEqual(['org:b', 'person:c', 'person:c', 'person:d']);
  });

  test('costs what it takes, and not what there is', () => {
    const more = (count: number) => Array.from({ length: count }, (_, at) => person(`more-${at}`)).join('');
    const few = take(share(chain + more(10)), ['person:a']);
    expect(take(share(chain + more(5000)), ['person:a'])).toEqual(few);
    expect(few.asked).toBe(2);
  });

  test('is not taken twice', () => {
    const shared = share(chain);
    const context = { shared, publicationAs: () => undefined, vocabulary };
    const once = takeRecords(['person:a'], [], context).value;
    expect(takeRecords(['person:a', 'org:b'], once, context).value).toEqual(once);
  });

  test('ends where records lead in a circle', () => {
    const circle = `event:a:\n  name: { en: A }\n  ends: event:b\nevent:b:\n  name: { en: B }\n  ends: event:a\n`;
    expect(take(share(circle), ['event:a']).ids).toEqual(['event:a', 'event:b']);
  });
});

describe('a shared file that is cut', () => {
  const files: [what: string, text: string][] = [
    [
      'comments and empty lines',
      `# Head\n\n${person('a', '  # within\n\n')}\n# between\n${person('b')}# end`,
    ],
    ['quoted ids', `"person:a":\n  name: { en: A }\n'person:b' :\n  name: { en: B }\n`],
    ['blank before the colon, comment behind it', `person:a : # note\n  name: { en: A }\n`],
    ['Windows line ends', person('a').replaceAll('\n', '\r\n') + person('b').replaceAll('\n', '\r\n')],
    [
      'a text of many lines',
      `${person('a', '  description:\n    en: |\n      One.\n\n      Two.\n')}${person('b')}`,
    ],
    ['a record on one line', `person:a: { name: { en: A } }\nperson:b: {name: {en: B}}\n`],
    ['a record without anything', `person:a:\nperson:b:\n  name: { en: B }`],
    ['the same id twice', person('a') + person('b') + person('a', '  office: { en: Poet }\n')],
    ['a type that there is not', `planet:x:\n  name: { en: X }\n${person('b')}`],
  ];
  const whole: [what: string, text: string][] = [
    ['one map in braces', `{ "person:a": { name: { en: A } }, "person:b": { name: { en: B } } }\n`],
    ['a document mark', `---\n${person('a')}`],
    ['an id of another form', `Person A:\n  name: { en: A }\n${person('b')}`],
    ['a key in two lines', `? person:a\n: name: { en: A }\n`],
  ];
  test.each([...files, ...whole])('reads as it does whole: %s', (_, text) => {
    const path = 'source/entities/all.yaml';
    const shared = share(text, path);
    const expected = readRecords([{ path, text }], vocabulary);
    const show = (record: RecordEntry) => {
      const at = ['', ...Object.keys(record.properties), 'name/en', 'description/en', 'missing'];
      const places = at.map((each) => [record.locate(each), record.locateKey?.(each)]);
      return { id: record.id, properties: record.properties, location: record.location, places };
    };
    const byPlace = (a: RecordEntry, b: RecordEntry) => a.location.start.line - b.location.start.line;
    const read = shared.ids.flatMap((id) => shared.recordsOf(id)).sort(byPlace);
    expect(read.map(show)).toEqual([...expected.value].sort(byPlace).map(show));
    expect(read.every(({ isShared }) => isShared)).toBe(true);
  });

  test.each(files)('tells what it tells whole: %s', (_, text) => {
    const path = 'source/entities/all.yaml';
    const shared = share(text, path);
    const found = shared.ids.flatMap((id) => shared.readRecordsOf(id).diagnostics);
    expect(found).toEqual(readRecords([{ path, text }], vocabulary).diagnostics);
  });
});
