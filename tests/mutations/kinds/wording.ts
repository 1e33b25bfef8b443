import { type Kind, matchesIn, splice } from '../kind.ts';
import type { Translation } from '../open-bench.ts';

/** Where a sentence ends and another begins, outside of links. */
function sentences(markdown: string): { start: number; end: number }[] {
  const ends = [...markdown.matchAll(/[.!?](?:\[\^[^\]]+\])*\s+(?=["“«¿¡[]?\p{Lu})/gu)].map(
    ({ index, 0: end }) => index + end.length,
  );
  const all = [0, ...ends, markdown.length];
  return all.slice(1).map((end, index) => ({ start: all[index] ?? 0, end }));
}

function each(
  name: string,
  pattern: RegExp,
  change: (found: string, translation: Translation) => string,
): Kind {
  return {
    name,
    group: 'wording',
    corrupt: (translation, { texts }) =>
      matchesIn(translation, texts, pattern).map(({ start, end, found }) =>
        splice(translation.msgstr, start, end, change(found, translation)),
      ),
  };
}

const acronyms: [native: RegExp, foreign: string][] = [
  [/(?<![\p{L}])BID(?![\p{L}])/gu, 'IDB'],
  [/(?<![\p{L}])OEA(?![\p{L}])/gu, 'OAS'],
  [/(?<![\p{L}])CAN(?![\p{L}])/gu, 'AC'],
  [/(?<![\p{L}])UE(?![\p{L}])/gu, 'EU'],
  [/(?<![\p{L}])ONU(?![\p{L}])/gu, 'UN'],
  [/(?<![\p{L}])OIM(?![\p{L}])/gu, 'IOM'],
];

/** Mistakes in the wording, which no comparison of data sees. */
export const wordingKinds: Kind[] = [
  {
    name: 'left untranslated',
    group: 'wording',
    corrupt: ({ segment, msgstr }) => (segment.markdown === msgstr ? [] : [segment.markdown]),
  },
  {
    name: 'sentence left in the source language',
    group: 'wording',
    corrupt: ({ segment, msgstr }) => {
      const [own, other] = [sentences(segment.markdown), sentences(msgstr)];
      if (own.length !== other.length || own.length < 2) return [];
      return other.map(({ start, end }, index) => {
        const { start: from = 0, end: to = 0 } = own[index] ?? {};
        return splice(msgstr, start, end, segment.markdown.slice(from, to));
      });
    },
  },
  {
    name: 'sentence dropped',
    group: 'wording',
    corrupt: ({ msgstr }) => {
      const all = sentences(msgstr);
      return all.length < 2 ? [] : all.map(({ start, end }) => splice(msgstr, start, end, '').trim());
    },
  },
  {
    name: 'cut off in the middle',
    group: 'wording',
    corrupt: ({ msgstr }) => {
      const at = msgstr.lastIndexOf(' ', msgstr.length >> 1);
      return at <= 0 ? [] : [msgstr.slice(0, at)];
    },
  },
  {
    name: 'name in plain text swapped',
    group: 'wording',
    corrupt: (translation, { texts }) => {
      const plain = texts.filter(({ link }) => link === undefined);
      const names = matchesIn(
        translation,
        plain,
        /(?<=\p{Ll}[,;]? )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})*/gu,
      );
      const { msgstr } = translation;
      return names.flatMap((first, index) => {
        const second = names[index + 1];
        if (!second || first.found === second.found) return [];
        return [
          splice(splice(msgstr, second.start, second.end, first.found), first.start, first.end, second.found),
        ];
      });
    },
  },
  each('bracket dropped', /[()]/g, () => ''),
  each('quotation mark dropped', /[“”«»"]/g, () => ''),
  each('inverted mark dropped', /[¿¡]/g, () => ''),
  {
    name: 'end punctuation changed',
    group: 'wording',
    corrupt: ({ msgstr }, _, random) =>
      /[.:?!]$/.test(msgstr)
        ? [msgstr.slice(0, -1), msgstr.slice(0, -1) + (random.pick([',', ';', '?', '…']) ?? '')]
        : [`${msgstr}.`],
  },
  each('word doubled', /(?<!\p{L})\p{L}{2,}(?= \p{Ll})/gu, (word) => `${word} ${word}`),
  each('space doubled', /(?<=\p{L}) (?=\p{L})/gu, () => '  '),
  each('space before a comma', /,(?= )/g, () => ' ,'),
  each('invisible character', /(?<=\p{L})(?=\p{L})/gu, () => '\u200B'),
  {
    name: "translator's note left in",
    group: 'wording',
    corrupt: ({ msgstr }) => [
      `${msgstr} (N. del T.: revisar)`,
      `${msgstr} [TODO]`,
      `${msgstr} ???`,
      `${msgstr} (NdT: verificar)`,
    ],
  },
  each(
    'month with a capital',
    /(?<= )(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|setiembre|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)(?= d)/gu,
    (month) => month.charAt(0).toUpperCase() + month.slice(1),
  ),
  {
    name: 'acronym of another language',
    group: 'wording',
    corrupt: (translation, { texts }) =>
      acronyms.flatMap(([native, foreign]) =>
        matchesIn(translation, texts, native).map(({ start, end }) =>
          splice(translation.msgstr, start, end, foreign),
        ),
      ),
  },
  {
    name: 'emphasis dropped',
    group: 'wording',
    corrupt: ({ msgstr }) =>
      [...msgstr.matchAll(/(?<!\*)(\*{1,2})([^*]+)\1(?!\*)/g)].map(({ index, 0: all, 2: words = '' }) =>
        splice(msgstr, index, index + all.length, words),
      ),
  },
  {
    name: 'emphasis half closed',
    group: 'wording',
    corrupt: ({ msgstr }) =>
      [...msgstr.matchAll(/(?<!\*)(\*{1,2})([^*]+)\1(?!\*)/g)].map(({ index, 1: mark = '' }) =>
        splice(msgstr, index, index + mark.length, ''),
      ),
  },
];
