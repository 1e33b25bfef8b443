import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMatcher, type Match } from '../../pipeline/translation/matching/create-matcher.ts';
import { createSharedTranslations } from '../../pipeline/translation/matching/create-shared-translations.ts';
import type { KnownTranslation } from '../../pipeline/translation/matching/known-translation.ts';
import { namesGlossary } from './names-glossary.ts';
import { entryOf } from './po-sample.ts';

const context = {
  footnotes: [],
  source: { language: 'en', tag: 'en-US' },
  target: { language: 'es', tag: 'es-PE' },
  glossary: namesGlossary({ 'country:chile': { en: 'Chile', es: 'Chile' } }),
};

/** Texts of few words, so that many are alike, with numbers and links. */
const text = fc
  .array(
    fc.constantFrom(
      ...'the lake boat boats border of Peru Chile fish towns long short shore has 12 1,530'.split(' '),
      '[Chile](country:chile)',
      '`code`',
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((words) => words.join(' '));

const translations = fc.array(fc.tuple(text, fc.constantFrom('uno', 'dos 12', '[Chile](country:chile)')), {
  maxLength: 12,
});

const known = (pairs: readonly [string, string][], origin: KnownTranslation['origin']): KnownTranslation[] =>
  pairs.map(([msgid, msgstr]) => ({ entry: entryOf(msgid, msgstr), origin }));

function essence(match: Match | undefined): object | undefined {
  if (!match) return undefined;
  const { candidate, score, ...rest } = match;
  return { ...rest, score: score.toFixed(9), msgid: candidate.entry.msgid, origin: candidate.origin };
}

test('what is indexed for all catalogs gives each the matches of an index of its own', () => {
  fc.assert(
    fc.property(
      fc.record({ a: translations, drafts: translations, b: translations, memory: translations }),
      fc.array(text, { minLength: 1, maxLength: 8 }),
      ({ a, drafts, b, memory }, asked) => {
        const shared = createSharedTranslations([
          ...known(a, 'memory').map((one) => ({ ...one, text: 'a' })),
          ...known(b, 'memory').map((one) => ({ ...one, text: 'b' })),
          ...known(memory, 'memory').map((one) => ({ ...one, text: undefined })),
        ]);
        const catalogs = { a: [...a, ...drafts], b };
        for (const [name, own] of Object.entries(catalogs)) {
          const others = name === 'a' ? b : a;
          const alone = createMatcher(
            [...known(own, 'catalog'), ...known(others, 'memory'), ...known(memory, 'memory')],
            context,
          );
          const together = createMatcher(known(own, 'catalog'), context, {
            translations: shared,
            text: name,
          });
          for (const msgid of asked) expect(essence(together(msgid))).toEqual(essence(alone(msgid)));
        }
      },
    ),
    { numRuns: 150 },
  );
});
