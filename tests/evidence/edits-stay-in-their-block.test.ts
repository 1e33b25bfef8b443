/** What an edit of one paragraph changes of what is published, and what it leaves as it is, to the byte. */
import fc from 'fast-check';
import { Parser } from 'n3';
import { expect, test } from 'vitest';
import { readProject } from '../../pipeline/host/read-project.ts';
import { buildProject } from '../build-project.ts';
import { keep } from '../keep.ts';
import { packageRoot } from '../package-root.ts';
import { boatSchema } from './boat-schema.ts';

const { builtin } = readProject(packageRoot, { keep }).value;
const base = 'https://example.org/x/';
const oa = 'http://www.w3.org/ns/oa#';

type Piece = 'statement' | 'mention' | 'citation';

/** A paragraph: what is annotated in it, and the words before each annotation, in each language; the last are at the end. */
interface Text {
  pieces: Piece[];
  words: { en: string[]; es: string[] };
}

interface Edit {
  language: 'en' | 'es';
  paragraph: number;
  word: number;
  to: string;
}

/** Letters of several planes, marks apart from their letters, figures of speech of any length. */
const word = fc.constantFrom(
  'luz',
  'e\u0301l',
  'más',
  '\u{10437}\u{10437}',
  '\u1112\u1161\u11ab',
  'agua clara y fría',
  'así',
);
const text: fc.Arbitrary<Text> = fc
  .array(fc.constantFrom<Piece>('statement', 'statement', 'mention', 'citation'), { maxLength: 4 })
  .chain((pieces) => {
    const some = fc.array(word, { minLength: pieces.length + 1, maxLength: pieces.length + 1 });
    return fc.record({ pieces: fc.constant(pieces), words: fc.record({ en: some, es: some }) });
  });
const edited = fc.array(text, { minLength: 3, maxLength: 6 }).chain((texts) =>
  fc.record({
    texts: fc.constant(texts),
    language: fc.constantFrom<Edit['language']>('en', 'es'),
    paragraph: fc.nat(texts.length - 1),
    word: fc.nat(4),
    to: fc.constantFrom('otra', 'e\u0301', 'una palabra mucho más larga que la otra', '\u{1F6A2}'),
  }),
);

/** Of paragraphs, so that no two say the same. */
const names = ['alfa', 'beta', 'gama', 'delta', 'zeta', 'eta'];

/** The entity that a paragraph's annotation is about. */
const boat = (paragraph: number, order: number): string => `${names[paragraph]}-${order}`;

function writeParagraph({ pieces, words }: Text, language: 'en' | 'es', paragraph: number): string {
  const written = pieces.map((piece, order) => {
    const id = boat(paragraph, order);
    const said = {
      statement: `[${order + 12} m](boat:${id}#length)`,
      mention: `[Alba ${id}](boat:${id})`,
      citation: `([Mora, 2001](work:mora-${names[paragraph]} "p. ${order + 3}"))`,
    }[piece];
    return `${words[language][order]} ${said} `;
  });
  return `${language === 'en' ? 'The' : 'El'} ${names[paragraph]} ${written.join('')}${words[language].at(-1)}.`;
}

/** Paragraphs in two sections. */
function writeProject(texts: readonly Text[]) {
  const paragraphs = (language: 'en' | 'es') =>
    texts.map((each, index) => writeParagraph(each, language, index));
  const [en, es] = [paragraphs('en'), paragraphs('es')];
  const entries = [
    ['Ship', 'Barco'],
    ['First', 'Primera'],
    ['Second', 'Segunda'],
    ...en.map((own, index) => [own, es[index]]),
  ];
  const files: Record<string, string> = {
    'tinkuy.yaml': `base: ${base}\neditions: { en: en-US, es: es-PE }\nrules: { characters-are-whole: off }\n`,
    'source/one/article.md': `---\ntitle: Ship\nlanguage: en\nauthors: [{ name: Ana }]\nversion: 1.0.0\nlicence: { text: all-rights-reserved, data: all-rights-reserved }\n---\n\n## First\n\n${en.slice(0, 2).join('\n\n')}\n\n## Second\n\n${en.slice(2).join('\n\n')}\n`,
    'source/one/entities/boats.yaml': texts
      .flatMap(({ pieces }, paragraph) => pieces.map((_, order) => boat(paragraph, order)))
      .map((id) => `boat:${id}:\n  name: { en: "Alba ${id}", es: "Alba ${id}" }\n`)
      .join(''),
    'source/one/references.json': JSON.stringify(
      texts.map((_, index) => ({
        id: `mora-${names[index]}`,
        type: 'book',
        title: 'Boats',
        author: [{ family: 'Mora', given: 'Eva' }],
        issued: { 'date-parts': [[2001]] },
      })),
    ),
    'locales/es/one.po': `msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n${entries
      .map(([id, to]) => `\nmsgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(to)}\n`)
      .join('')}`,
    'schemas/types/boat.json': boatSchema(base),
  };
  return { own: Object.entries(files).map(([path, content]) => ({ path, text: content })), builtin };
}

async function publish(texts: readonly Text[]): Promise<Map<string, string>> {
  const { outputs, diagnostics } = await buildProject(writeProject(texts));
  expect(outputs.length > 0 ? [] : diagnostics.map(({ rule, values }) => ({ rule, values }))).toEqual([]);
  return new Map(outputs.map((output) => [output.path, output.text]));
}

/** The selectors within a block, in one edition: all that an edit of its words may change of the data. */
function selectorsIn(ntriples: string, block: string, language: string): Set<string> {
  const quads = new Parser({ format: 'N-Triples' }).parse(ntriples);
  const fragments = quads
    .filter(
      ({ subject, object }) => subject.value.endsWith(`#${language}-fragment`) && object.value === block,
    )
    .map(({ subject }) => subject.value);
  const refinements = quads.filter(
    ({ subject, predicate }) => predicate.value === `${oa}refinedBy` && fragments.includes(subject.value),
  );
  return new Set(refinements.map(({ object }) => object.value));
}

function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const [had, has] = [new Set(old), new Set(now)];
  return [...old.filter((line) => !has.has(line)), ...now.filter((line) => !had.has(line))];
}

test('a word changes the places of its own paragraph in its own edition, and the files that have them', async () => {
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(edited, async ({ texts, language, paragraph, word: chosen, to }) => {
      const own = texts[paragraph] as Text;
      const index = chosen % own.words[language].length;
      const words = own.words[language].map((each, order) => (order === index ? to : each));
      const after = await publish(
        texts.with(paragraph, { ...own, words: { ...own.words, [language]: words } }),
      );
      const before = await publish(texts);

      const block = paragraph < 2 ? `s-first.p${paragraph + 1}` : `s-second.p${paragraph - 1}`;
      const data = before.get('data/one.nt') ?? '';
      const lines = changedLines(data, after.get('data/one.nt') ?? '');
      const allowed = selectorsIn(data, block, language);
      const moved = lines.filter((line) => !allowed.has(/^<([^>]*)>/.exec(line)?.[1] ?? ''));
      expect(moved).toEqual([]);
      changes += lines.length;

      // The edition, its digests, and what has the selectors.
      const forms = ['.md', '.html', '.txt', '-blocks.json'].map((ending) => `${language}/one${ending}`);
      const digests = ['data/one-dataset.ttl', 'data/one-dataset.jsonld', 'manifest.json'];
      const whole = ['nt', 'ttl', 'jsonld'].map((extension) => `data/one.${extension}`);
      const told = own.pieces.flatMap((piece, order) =>
        piece === 'statement' ? [`data/entities/boat/${boat(paragraph, order)}`] : [],
      );
      const documents = told.flatMap((at) => [`${at}.ttl`, `${at}.jsonld`]);
      const files = [...before].filter(([at, content]) => after.get(at) !== content).map(([at]) => at);
      expect([...after.keys()]).toEqual([...before.keys()]);
      expect(files).toEqual(expect.arrayContaining([...forms, ...digests]));
      const known = [...forms, ...digests, ...(lines.length > 0 ? [...whole, ...documents] : [])];
      expect(files.filter((at) => !known.includes(at))).toEqual([]);

      const blocksOf = (all: Map<string, string>) =>
        JSON.parse(all.get(`${language}/one-blocks.json`) ?? '{}') as Record<string, string>;
      const [had, has] = [blocksOf(before), blocksOf(after)];
      expect(Object.keys(had).filter((id) => had[id] !== has[id])).toEqual([block]);
    }),
    { seed: 12, numRuns: 8 },
  );
  expect(changes).toBeGreaterThan(30);
});
