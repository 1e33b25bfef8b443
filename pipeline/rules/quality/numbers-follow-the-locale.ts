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
const nameBefore = /(?:^|[\s("“«])(\p{Lu}[\p{L}\p{N}.]*[ \u00a0-])$/u;

/** A number that is part of a name in both languages, as the version of a program or licence, is written as the name is. */
function isNoVersion({
  source,
  target,
}: SegmentPair): (pair: { source: TextValue; target: TextValue }) => boolean {
  const nameOf = (text: string, value: TextValue) => {
    const name = nameBefore.exec(text.slice(0, value.start))?.[1];
    return name === undefined || value.units.length > 0
      ? undefined
      : name + text.slice(value.start, value.end);
  };
  return (pair) => {
    const name = nameOf(source.text, pair.source);
    return name === undefined || name !== nameOf(target.text, pair.target);
  };
}
