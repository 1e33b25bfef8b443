import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createMatcher, scoreMin } from '../../pipeline/translation/matching/create-matcher.ts';
import type { KnownTranslation } from '../../pipeline/translation/matching/known-translation.ts';
import { isInUse, stateOf } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { packageRoot } from '../package-root.ts';
import { namesGlossary } from './names-glossary.ts';
import { entryOf } from './po-sample.ts';

const context: Parameters<typeof createMatcher>[1] = {
  footnotes: ['phenomena', 'sources'],
  source: { language: 'en', tag: 'en-US' },
  target: { language: 'es', tag: 'es-PE' },
  glossary: namesGlossary({ 'country:chile': { en: 'Chile', es: 'Chile' } }),
};

const translate = (...pairs: [msgid: string, msgstr: string][]): KnownTranslation[] =>
  pairs.map(([msgid, msgstr]) => ({
    entry: entryOf(msgid, msgstr),
    origin: 'catalog',
  }));

function scoreOf(before: string, after: string): number {
  return createMatcher(translate([before, 'x']), context)(after)?.score ?? 0;
}

const paragraph =
  'The lake is shared by two countries, and both of them send their boats across it every morning. The towns on its shore live from the fish that these boats bring home and from the travelers whom they carry.';
const [firstHalf = '', secondHalf = ''] = paragraph.split(/(?<=\.) /);

test.each([
  ['a word exchanged', 'The towns on its shore live from fish.', 'The villages on its shore live from fish.'],
  ['a word added', 'The towns on its shore live from fish.', 'The small towns on its shore live from fish.'],
  ['a slip of the keyboard', 'Border integraton in the Andes', 'Border integration in the Andes'],
  ['a slip of the keyboard in the only word', 'Intorduction', 'Introduction'],
  ['another number of the noun', 'The border committee', 'The border committees'],
  ['capitals and full stop', 'Fish from the lake', 'Fish From the Lake.'],
  ['a sentence cut off', paragraph, firstHalf],
  ['a sentence cut off in front', paragraph, secondHalf],
  ['two paragraphs made one', firstHalf, paragraph],
  ['sentences changed places', paragraph, `${secondHalf} ${firstHalf}`],
  ['a sentence that is now emphasized', 'Fish from the lake', '*Fish* from the **lake**'],
  ['a word that is now a link', 'Fish from Peru and its lake', 'Fish from [Peru](country:peru) and its lake'],
])('%s is offered', (_, before, after) => {
  const score = scoreOf(before, after);
  expect(score).toBeGreaterThanOrEqual(scoreMin);
  expect(score).toBeLessThan(1);
});

test.each([
  [
    'on one subject',
    'The treaty was signed in Brasilia by both presidents.',
    'Both presidents of the region met in Lima to talk about the lake.',
  ],
  [
    'with the same function words',
    'The length of the border is in the table.',
    'The name of the law is in the note.',
  ],
  [
    'with as many links',
    '[Peru](country:peru) fought [Chile](country:chile) in the south.',
    'Trade between [Bolivia](country:bolivia) and [Brazil](country:brazil) has grown.',
  ],
  ['of one word', 'Population', 'Conclusions'],
])('sentences %s that say different things are not', (_, before, after) => {
  expect(scoreOf(before, after)).toBe(0);
});

test('what differs in a number or an entity is nearly the same, and comes with both exchanged', () => {
  const match = createMatcher(
    translate(
      [
        'The border with [Chile](country:chile) is the shortest one.',
        'La frontera con [Chile](country:chile) es la más corta.',
      ],
      ['The law of 1998 counts 1,528.5 km and 12 crossings.', 'La ley de 1998 cuenta 1,528.5 km y 12 pasos.'],
    ),
    context,
  );
  const numbers = match('The law of 2001 counts 1,530 km and 14 crossings.');
  expect(numbers?.msgstr).toBe('La ley de 2001 cuenta 1,530 km y 14 pasos.');
  expect(numbers?.score).toBeGreaterThan(0.95);
  const entity = match('The border with [CAN](org:can) is the shortest one.');
  expect(entity?.msgstr).toContain('](org:can)');
  expect(entity?.score).toBeGreaterThan(0.85);
});

test('of several the most similar wins, of equals the first', () => {
  const match = createMatcher(
    translate(
      ['The port of Callao has two long piers.', 'far'],
      ['The port of Callao has one long pier today.', 'near'],
      ['The port of Ilo has one long pier.', 'first'],
      ['The port of Paita has one long pier.', 'second'],
    ),
    context,
  );
  expect(match('The port of Callao has one long pier now.')?.msgstr).toBe('near');
  expect(match('The port of Salaverry has one long pier.')?.msgstr).toBe('first');
});

test('order counts: the same words in another order are less than the same sentence but for a word', () => {
  const turned = scoreOf(
    'Peru exports fish to Chile and buys its apples.',
    'Chile exports apples to Peru and buys its fish.',
  );
  const exchanged = scoreOf(
    'Peru exports fish to Chile and buys its apples.',
    'Peru exports fish to Chile and buys its wine.',
  );
  expect(turned).toBeLessThan(exchanged);
});

test('the same segment is exact, unless it has several translations or is one for a particular place', () => {
  const candidates = translate(['Total', 'Total'], ['Board', 'Junta'], ['Board', 'Tabla'], ['Note', 'Nota']);
  const inCells = translate(['Port', 'Puerto']).map(({ entry }): KnownTranslation => {
    return { entry: { ...entry, msgctxt: 'cell' }, origin: 'memory' };
  });
  const match = createMatcher([...candidates, ...inCells], context);
  expect(match('Total')).toMatchObject({ msgstr: 'Total', score: 1, exact: true });
  expect(match('Board')).toMatchObject({ msgstr: 'Junta', score: 1, exact: false });
  expect(match('Port')).toMatchObject({ msgstr: 'Puerto', score: 1, exact: false });
});

test('where nothing is common but the kind of values, other values are no translation', () => {
  const match = createMatcher(
    translate(
      ['[12 km](border:ec-pe#length)', '[12 km](border:ec-pe#length)'],
      ['[Lima](place:lima)', '[La capital](place:lima)'],
    ),
    context,
  );
  expect(match('[15 km](border:co-pe#length)')?.msgstr).toBe('[15 km](border:co-pe#length)');
  expect(match('[Quito](place:quito)')).toBeUndefined();
});

test('untranslated and empty candidates, and segments without words, harm nothing', () => {
  const match = createMatcher(translate(['One', ''], ['…', '…'], ['', 'x']), context);
  expect(match('One')).toBeUndefined();
  expect(match('— —')).toBeUndefined();
  expect(createMatcher([], context)('One')).toBeUndefined();
});

test('in the published account every offer is on the same matter, and nearly all paragraphs stand alone', () => {
  const at = path.join(packageRoot, 'locales/es/peru-borders.po');
  const { value } = readCatalog({ path: at, text: readFileSync(at, 'utf8') }, 'es');
  const candidates = value.entries
    .filter((entry) => isInUse(entry) && stateOf(entry) === 'translated')
    .map((entry): KnownTranslation => ({ entry, origin: 'memory' }));
  const paragraphs = candidates
    .map(({ entry }) => entry)
    .filter(({ msgid }) => msgid.length > 250)
    .slice(0, 16);
  const offers = paragraphs.filter(({ msgid }) =>
    createMatcher(
      candidates.filter(({ entry }) => entry.msgid !== msgid),
      context,
    )(msgid),
  );
  expect(paragraphs.length).toBe(16);
  expect(offers.length / paragraphs.length).toBeLessThan(0.15);
});
