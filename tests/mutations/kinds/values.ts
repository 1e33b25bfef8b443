import type { Language } from '../../../pipeline/model.ts';
import type { LocaleWords } from '../../../pipeline/values/locale-words.ts';
import { type Kind, matchesIn, splice } from '../kind.ts';
import type { Translation } from '../open-bench.ts';
import type { Sites, TextSite } from '../read-sites.ts';
import type { Seeded } from '../seeded.ts';

type Where = 'annotated' | 'plain';

/** Mistakes in numbers, units and dates; "annotated" are those in the words of a link with a property. */
export const valueKinds: Kind[] = [
  ...both('digit changed', (translation, texts, random) =>
    matchesIn(translation, texts, /\d/g).map(({ start, end, found }) =>
      splice(translation.msgstr, start, end, String((Number(found) + 1 + random.below(9)) % 10)),
    ),
  ),
  ...both('digit dropped', (translation, texts) =>
    // A zero at the head of a code, as in 079-2009, is no part of its number.
    matchesIn(translation, texts, /(?:[1-9]|(?<=\d)0)(?=\d)/g).map(({ start, end }) =>
      splice(translation.msgstr, start, end, ''),
    ),
  ),
  ...both('decimal or thousands sign turned', (translation, texts) =>
    matchesIn(translation, texts, /(?<=\d)[.,](?=\d)/g).map(({ start, end, found }) =>
      splice(translation.msgstr, start, end, found === '.' ? ',' : '.'),
    ),
  ),
  ...both('number word changed', (translation, texts, random) =>
    wordsIn(translation, texts, Object.keys(numbersOf(translation.words))).map(({ start, end, found }) => {
      const numbers = numbersOf(translation.words);
      const own = numbers[found.toLowerCase()];
      const others = Object.keys(numbers).filter((word) => numbers[word] !== own);
      return splice(translation.msgstr, start, end, random.pick(others) ?? '');
    }),
  ),
  ...both('unit changed', (translation, texts, random) =>
    unitsIn(translation, texts).map(({ start, end, found }) =>
      splice(translation.msgstr, start, end, random.pick(unitNames.filter((unit) => unit !== found)) ?? ''),
    ),
  ),
  ...both('month changed', (translation, texts, random) => {
    const names = monthNames(translation.language);
    // Rio de Janeiro has no month.
    return wordsIn(translation, texts, names, 'gu').map(({ start, end, found }) =>
      splice(
        translation.msgstr,
        start,
        end,
        random.pick(names.filter((name) => name !== found.toLowerCase())) ?? '',
      ),
    );
  }),
  {
    name: 'value in a title changed',
    group: 'value',
    corrupt: ({ msgstr }, { links }, random) =>
      links.flatMap(({ title, end, isCitation }) => {
        if (title === undefined || isCitation) return [];
        const start = end - 2 - title.length;
        return [...title.matchAll(/\d/g)].map(({ index, 0: digit }) => {
          const changed = String((Number(digit) + 1 + random.below(9)) % 10);
          return splice(msgstr, start + index, start + index + 1, changed);
        });
      }),
  },
  {
    name: 'entity in a title changed',
    group: 'value',
    corrupt: ({ msgstr, addresses }, { links }, random) => {
      const ids = addresses.filter((address) => /^[a-z-]+:[a-z0-9-]+$/.test(address));
      return links.flatMap(({ title, end }) => {
        if (title === undefined || !ids.includes(title)) return [];
        const other = random.pick(ids.filter((id) => id !== title)) ?? '';
        return [splice(msgstr, end - 2 - title.length, end - 2, other)];
      });
    },
  },
];

/** Two kinds out of one: in the words of statements, and everywhere else. */
function both(
  name: string,
  corrupt: (translation: Translation, texts: TextSite[], random: Seeded) => string[],
): Kind[] {
  const kindOf = (where: Where, isOf: (site: TextSite) => boolean): Kind => ({
    name: `${name} (${where})`,
    group: 'value',
    corrupt: (translation, sites: Sites, random) => corrupt(translation, sites.texts.filter(isOf), random),
  });
  return [
    kindOf('annotated', ({ link }) => link?.isStated === true),
    kindOf('plain', ({ link }) => link?.isStated !== true),
  ];
}

function wordsIn(
  translation: Translation,
  texts: TextSite[],
  words: string[],
  flags = 'giu',
): ReturnType<typeof matchesIn> {
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return matchesIn(
    translation,
    texts,
    new RegExp(`(?<![\\p{L}\\p{Nd}-])(?:${any})(?![\\p{L}\\p{Nd}-])`, flags),
  );
}

/** "One" is an article, too. */
function numbersOf({ numbers }: LocaleWords): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value >= 2));
}

const unitNames = ['m', 'km', 'km²', 'ha', '%', 'kW', 't'];

function unitsIn(translation: Translation, texts: TextSite[]): ReturnType<typeof matchesIn> {
  const units = Object.entries(translation.words.units).filter(([code]) => code !== '1');
  const forms = units.flatMap(([, { forms: own = [] }]) => own).sort((a, b) => b.length - a.length);
  const any = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return matchesIn(
    translation,
    texts,
    new RegExp(`(?<=\\d[\\s\u00a0]?)(?:${any})(?![\\p{L}\\p{Nd}²³])`, 'gu'),
  );
}

function monthNames(language: Language): string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
}
