import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const rule = 'list-members-are-linked';

/** What the property needs to exist; the names of members are in no record unless a test says so. */
const type = JSON.stringify({
  title: 'Pact',
  description: 'What several have agreed on.',
  'x-jsonld-type': ['schema:CreativeWork'],
  type: 'object',
  allOf: [{ $ref: 'thing.json' }],
  properties: {
    party: {
      type: 'array',
      items: { $ref: '../values.json#/$defs/entity' },
      title: 'Party',
      description: 'Who has agreed.',
      'x-super': 'schema:participant',
    },
  },
});

const names = [
  ...'Abancay Bagua Calca Dátil Espinar Ferreñafe Grau Huanta Ilave Jauja Kañaris Lampa Maynas Nazca Otuzco'.split(
    ' ',
  ),
  ...'Paita Quilca Rioja Sullana Tarma Urubamba Virú Wari Yauli Zarumilla Acos Biabo Caraz Desaguadero'.split(
    ' ',
  ),
  ...'Eten Huari Ica Juliaca Lamas Moche Oyón Pisco Recuay Sicuani Tumán'.split(' '),
];
const slug = (name: string) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const link = (name: string) => `[${name}](pact:p#party "place:${slug(name)}")`;

/** A project in one language, whose text is one paragraph or list. */
async function check(text: string, language = 'en', known: readonly string[] = names) {
  const folder = temporaryFolder({
    'tinkuy.yaml': `base: https://example.org/\neditions: { ${language}: ${language} }\n`,
    'schemas/types/pact.json': type,
    'source/demo/entities/all.yaml': [
      `pact:p: { name: { ${language}: The pact } }`,
      ...known.map((name) => `place:${slug(name)}: { name: { ${language}: ${name} } }`),
    ].join('\n'),
    'source/demo/article.md': `---\ntitle: A pact\nlanguage: ${language}\nlicence: { text: all-rights-reserved, data: all-rights-reserved }\n---\n\n${text}\n`,
  });
  const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  const lines = text.split('\n');
  return findings
    .filter((found) => found.rule === rule)
    .map(({ message, start }) => {
      const [, found = ''] = /(?:found|encontró|encontrou-se) “(.*?)”/u.exec(message) ?? [];
      const line = lines[start.line - 7] ?? '';
      expect(line.slice(start.column - 1, start.column - 1 + found.length)).toBe(found);
      return found;
    });
}

/** Members of a list, those without link as they are. */
const members = (all: readonly string[], without: readonly string[]) =>
  all.map((name) => (without.includes(name) ? name : link(name)));

describe('of forty members three have no link', () => {
  const without = ['Calca', 'Quilca', 'Oyón'];
  test.each([
    ['whose names records give', names],
    ['of which nothing is known', names.filter((name) => !without.includes(name))],
  ])('%s', async (_, known) => {
    const list = members(names, without);
    const text = `Parties are ${list.slice(0, -1).join(', ')} and ${list.at(-1)}.`;
    expect(await check(text, 'en', known)).toEqual(without);
  });

  test('as items of a list', async () => {
    const text = members(names, without)
      .map((name) => `- ${name}`)
      .join('\n');
    expect(await check(text)).toEqual(without);
  });
});

describe('lists in all forms', () => {
  const [a, c, d] = [link('Abancay'), link('Calca'), link('Desaguadero')];
  test.each<[string, string, string, string[]]>([
    ['without a conjunction', 'en', `Parties: ${a}, Bagua, ${c}, ${d}.`, ['Bagua']],
    ['in parentheses', 'en', `All (${a}, Bagua and ${c}) agreed.`, ['Bagua']],
    ['with one adjective', 'en', `The southern provinces of ${a}, Bagua and ${c} agreed.`, ['Bagua']],
    ['with an article each', 'en', `It was signed by the ${a}, the Bagua and the ${c}.`, ['Bagua']],
    ['of two', 'en', `It was signed by ${a} and Bagua.`, ['Bagua']],
    ['the last of them, within the sentence', 'en', `Today ${a}, ${c} and Bagua agree on it.`, ['Bagua']],
    ['the first of them', 'en', `It was signed by Bagua, ${a} and ${c}.`, ['Bagua']],
    ['Spanish', 'es', `Lo firmaron ${a}, Bagua y ${c}.`, ['Bagua']],
    ['Spanish, before an i', 'es', `Lo firmaron ${a}, Bagua e ${link('Ica')}.`, ['Bagua']],
    ['Portuguese', 'pt', `Assinaram-no ${a}, Bagua e ${c}.`, ['Bagua']],
    ['Portuguese, the last', 'pt', `Assinaram-no ${a}, ${c} e Bagua.`, ['Bagua']],
    ['of mentions', 'en', '[Abancay](place:abancay), Bagua and [Calca](place:calca) agreed.', ['Bagua']],
    ['all linked', 'en', `It was signed by ${a}, ${c} and ${d}.`, []],
  ])('%s', async (_, language, text, expected) => {
    expect(await check(text, language)).toEqual(expected);
  });
});

describe('what is no member', () => {
  const [a, c, d] = [link('Abancay'), link('Calca'), link('Desaguadero')];
  test.each([
    ['what a comment excuses', `[//]: # (allow ${rule}: a guest)\nIt was signed by ${a}, Bagua and ${c}.`],
    ['dates', `It was signed by ${a}, in May 1999, and ${c}, and again in 2001, 2003 and 2005.`],
    ['an apposition', `It was signed by ${a}, the largest of all, ${c} and ${d}.`],
    ['where it lies', `Its parties: ${a}, Peru, ${c}, Ecuador, ${d}, Bolivia.`],
    ['where it was', `In Bagua, ${a} and ${c} agreed.`],
    ['who speaks', `The pact binds ${a}, says Bagua, and ${c}.`],
    ['what another has', `It was signed by ${a}, ${c} and Bagua’s neighbors.`],
    ['what the text states elsewhere', `${link('Bagua')} agreed first. Then ${a}, Bagua and ${c} did.`],
    ['a word of the sentence', `However, ${a} and ${c} agreed.`],
  ])('%s', async (_, text) => {
    expect(await check(text)).toEqual([]);
  });
});
