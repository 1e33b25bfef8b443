import type { Nodes } from 'mdast';
import type { Diagnostic, TextRange, TextValue } from '../../model.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import type { RuleId } from '../rules.ts';
import type { SegmentPair, SegmentSide } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

/**
 * Findings of a rule about the values of one sort that the two texts do not share. A name in figures may be said again or be “it”,
 * and a number may be marked as code.
 *
 * @param isLoose tells of a value that may come and go with the wording: that it is missing, or added, is said as advice
 */
export function reportValues(
  rule: RuleId,
  pair: SegmentPair,
  isOfSort: (value: TextValue) => boolean,
  isLoose: (value: TextValue) => boolean = () => false,
): Diagnostic[] {
  const { changed, missing, extra } = pair.values;
  const wordsOf = ({ text }: SegmentSide, { start, end }: TextRange): string => text.slice(start, end);
  const whole = { start: 0, end: pair.target.text.length };
  const weigh = (value: TextValue, finding: Diagnostic): Diagnostic =>
    isLoose(value) ? { ...finding, isAdvice: true } : finding;
  return [
    ...changed
      .filter(({ target }) => isOfSort(target))
      .map(({ source, target }) =>
        reportInTarget(rule, pair, target, {
          expected: wordsOf(pair.source, source),
          found: wordsOf(pair.target, target),
        }),
      ),
    ...missing
      .filter((value) => isOfSort(value) && !isThere(value, pair.source, pair.target))
      .map((value) => {
        const values = { context: 'missing', expected: wordsOf(pair.source, value) };
        return weigh(value, reportInTarget(rule, pair, whole, values));
      }),
    ...extra
      .filter((value) => isOfSort(value) && !isThere(value, pair.target, pair.source))
      .map((value) => {
        const values = { context: 'extra', found: wordsOf(pair.target, value) };
        return weigh(value, reportInTarget(rule, pair, value, values));
      }),
  ];
}

/** What makes a name of the figures behind it: "Modula-" of "Modula-3", "nRF" of "nRF52833", "PEP " of "PEP 8". */
const nameBefore = /(?<![\p{L}\p{N}])(?:(\p{L}*\p{Lu}\p{L}*)-?|(\p{Lu}{2,})[ \u00a0])$/u;

/** Whether a value that is one too many has the same name in the other text, or is code there. */
function isThere(
  { start, end, written }: TextRange & { written: string },
  own: SegmentSide,
  other: SegmentSide,
): boolean {
  const [, joined, apart] = nameBefore.exec(own.text.slice(0, start)) ?? [];
  const name = joined ?? apart;
  const figures = own.text.slice(start, end);
  if (name !== undefined) {
    const pattern = `(?<![\\p{L}\\p{N}])${escapePattern(name)}[- \u00a0]?${escapePattern(figures)}(?![\\p{L}\\p{N}])`;
    if (new RegExp(pattern, 'u').test(other.text)) return true;
  }
  return written !== '' && codesOf(other.node).includes(figures);
}

function codesOf(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value.trim()];
  return 'children' in node ? node.children.flatMap(codesOf) : [];
}
