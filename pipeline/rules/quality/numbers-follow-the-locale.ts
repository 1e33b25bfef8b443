import type { TextValue } from '../../model.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'numbers-follow-the-locale';

/** A number has the decimal and thousands signs of its edition's locale: "1,528" is not 1528 in Brazil. */
export const numbersFollowTheLocale: QualityRule = {
  id,
  check: (pair, { target: { tag } }) =>
    pair.values.misread.filter(isNoVersion(pair)).map(({ source, target }) =>
      reportInTarget(id, pair, target, {
        tag,
        expected: source.value ?? source.foreign ?? '',
        found: pair.target.text.slice(target.start, target.end),
      }),
    ),
};

/** What stands in front of a number and belongs to it: "Node.js " of "Node.js 20.19", "Apache-" of "Apache-2.0". */
const nameBefore = /(?:^|[\s("“«[])(\p{Lu}[\p{L}\p{N}.]*[ \u00a0-])$/u;

/** Two numbers with a point behind a name: a version. */
const versionBehindName =
  /(?:^|[\s("“«[])\p{Lu}[\p{L}\p{N}.]*[ \u00a0]\d+\.\d+(?![\d%]|[ \u00a0]\p{L}+[²³])/u;

/**
 * A number that is part of a name in both languages, as the version of a program or licence, is written as the name is; so are
 * other numbers without a unit where both texts name a version, "from 3.5 on", and figures that letters, a slash or an
 * underscore join to a name.
 */
function isNoVersion({
  source,
  target,
}: SegmentPair): (pair: { source: TextValue; target: TextValue }) => boolean {
  const isOfVersions = [source, target].every(({ text }) => versionBehindName.test(text));
  const isJoined = (text: string, { start, end }: TextValue) =>
    /[\p{L}_/]$/u.test(text.slice(0, start)) || /^[_\p{L}]/u.test(text.slice(end));
  return (pair) => {
    const both = [
      [source.text, pair.source],
      [target.text, pair.target],
    ] as const;
    const [one, other] = both.map(([text, value]) => text.slice(value.start, value.end));
    if (one !== other || both.some(([, { units }]) => units.length > 0)) return true;
    if (isOfVersions || both.every(([text, value]) => isJoined(text, value))) return false;
    const [name, otherName] = both.map(([text, value]) => nameBefore.exec(text.slice(0, value.start))?.[1]);
    return name === undefined || name !== otherName;
  };
}
