import type { TextValue } from '../../model.ts';
import { anyOf } from '../../values/any-of.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import { askOfSegment } from './ask-of-segment.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'numbers-follow-the-locale';

/**
 * A number has the decimal and thousands signs of its edition's locale: "1,528" is not 1528 in Brazil. Left alone is what is written
 * as in the source and is no number to be read: versions, also where they stand without their name ("from 3.5 on"), literals in
 * quotes, the number of a section or a formula that the source refers to ("as shown in 4.12", "by (2.3)"), figures that letters and
 * signs join to a name, and a whole number with a nought behind its sign ("2.0").
 */
export const numbersFollowTheLocale: QualityRule = {
  id,
  checkAll: (pairs, context) => {
    const { tag } = context.target;
    const hasMisread = (pair: SegmentPair) => pair.values.misread.length > 0;
    const misread = pairs.filter((pair) => askOfSegment('misread', pair, context, () => hasMisread(pair)));
    const versions = misread.length > 0 ? new Set(pairs.flatMap(listVersions)) : new Set<string>();
    const refers = createReferenceTest(context.source.habits.references);
    return misread.flatMap((pair) =>
      pair.values.misread.filter(isToBeRead(pair, versions, refers)).map(({ source, target }) =>
        reportInTarget(id, pair, target, {
          tag,
          expected: source.value ?? source.foreign ?? '',
          found: pair.target.text.slice(target.start, target.end),
        }),
      ),
    );
  },
};

/** What stands in front of a number and belongs to it: "Node.js " of "Node.js 20.19", "Apache-" of "Apache-2.0". */
const nameBefore = /(?:^|[\s("“«[])(\p{Lu}[\p{L}\p{N}.]*[ \u00a0-])$/u;

/** Such a name with a version; what has a unit is none. */
const named = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}.]*)[ \u00a0](\d+\.\d+)(?![\d%]|[ \u00a0]\p{L}+[²³])/gu;

/** Versions that both texts give a thing of the same name. */
function listVersions({ source, target }: Pick<SegmentPair, 'source' | 'target'>): string[] {
  const own = [...source.text.matchAll(named)];
  if (own.length === 0) return [];
  const others = new Set([...target.text.matchAll(named)].map(([, name, version]) => `${name} ${version}`));
  return own.flatMap(([, name, version = '']) => (others.has(`${name} ${version}`) ? [version] : []));
}

/** What joins figures to a name or a program: a letter, a sign between letters, a bracket of a call. */
const joinedBefore = /(?:[\p{L}_/=]|\p{L}[-(]|[\p{L}\p{N}][.:])$/u;
const joinedBehind = /^(?:[_\p{L}]|\+(?![\d\s]))/u;
/** A literal: alone between quotation marks, a sign behind it aside. */
const quoted = [/["'“”‘’«]$/u, /^\+?["'“”‘’»]/u] as const;

function isToBeRead(
  { source, target }: SegmentPair,
  versions: ReadonlySet<string>,
  refers: ReferenceTest,
): (pair: { source: TextValue; target: TextValue }) => boolean {
  const isJoined = (text: string, { start, end }: TextValue) =>
    joinedBefore.test(text.slice(Math.max(0, start - 2), start)) ||
    joinedBehind.test(text.slice(end, end + 2));
  const isQuoted = (text: string, { start, end }: TextValue) =>
    quoted[0].test(text.slice(0, start)) && quoted[1].test(text.slice(end));
  const isOfVersions = listVersions({ source, target }).length > 0;
  return (pair) => {
    const both = [
      [source.text, pair.source],
      [target.text, pair.target],
    ] as const;
    const [one = '', other] = both.map(([text, value]) => text.slice(value.start, value.end));
    if (one !== other || both.some(([, { units }]) => units.length > 0)) return true;
    if (refers(source.text, pair.source)) return false;
    if (isOfVersions || versions.has(one) || /^\d+[.,]0$/.test(one)) return false;
    if (both.some(([text, value]) => isJoined(text, value)) || isQuoted(target.text, pair.target))
      return false;
    const [name, otherName] = both.map(([text, value]) => nameBefore.exec(text.slice(0, value.start))?.[1]);
    return name === undefined || name !== otherName;
  };
}

/** Whether figures of the source refer to a part of a text. */
type ReferenceTest = (text: string, figures: TextValue) => boolean;

/** Figures of parts in parentheses or without, and what stands between two of them. */
const partBefore = String.raw`(?:\d+(?:\.\d+)+\)?(?:\s?[-–,;]\s?|,?\s\p{L}{1,3}\s)\(?)*$`;

/**
 * Makes the test by the words of the source's language before the figures. In parentheses they refer at the beginning of a
 * sentence, too: "(2.3) holds".
 *
 * @param words "see", "shown in"; with a capital ("In") at the beginning of a sentence only
 */
function createReferenceTest(words: readonly string[] = []): ReferenceTest {
  if (words.length === 0) return () => false;
  const any = anyOf(words, (word) => {
    const [first = ''] = word;
    const form = escapePattern(word.slice(first.length)).replaceAll(' ', '\\s');
    return `[${first}${first.toUpperCase()}]${form}`;
  });
  const behindWord = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})\\s\\(?${partBefore}`, 'u');
  const inParentheses = new RegExp(`(?:^|[.;:!?]\\s)\\(${partBefore}`, 'u');
  return (text, { start, end }) => {
    if (!/^\d{1,3}(?:\.\d{1,3})+$/.test(text.slice(start, end))) return false;
    const before = text.slice(Math.max(0, start - 60), start);
    return behindWord.test(before) || (text[end] === ')' && inParentheses.test(before));
  };
}
