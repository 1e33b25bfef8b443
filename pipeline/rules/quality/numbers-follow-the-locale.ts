import type { TextValue } from '../../model.ts';
import { askOfSegment } from './ask-of-segment.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'numbers-follow-the-locale';

/**
 * A number has the decimal and thousands signs of its edition's locale: "1,528" is not 1528 in Brazil. Left alone is what is written
 * as in the source and is no number to be read: versions, also where they stand without their name ("from 3.5 on"), literals in
 * quotes, figures that letters and signs join to a name, and a whole number with a nought behind its sign ("2.0").
 */
export const numbersFollowTheLocale: QualityRule = {
  id,
  checkAll: (pairs, context) => {
    const { tag } = context.target;
    const hasMisread = (pair: SegmentPair) => pair.values.misread.length > 0;
    const misread = pairs.filter((pair) => askOfSegment('misread', pair, context, () => hasMisread(pair)));
    const versions = misread.length > 0 ? new Set(pairs.flatMap(listVersions)) : new Set<string>();
    return misread.flatMap((pair) =>
      pair.values.misread.filter(isToBeRead(pair, versions)).map(({ source, target }) =>
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
    if (isOfVersions || versions.has(one) || /^\d+[.,]0$/.test(one)) return false;
    if (both.some(([text, value]) => isJoined(text, value)) || isQuoted(target.text, pair.target))
      return false;
    const [name, otherName] = both.map(([text, value]) => nameBefore.exec(text.slice(0, value.start))?.[1]);
    return name === undefined || name !== otherName;
  };
}
