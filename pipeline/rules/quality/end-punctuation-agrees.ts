import type { LanguageHabits } from '../../model.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { endsWithAbbreviation } from './split-sentences.ts';

const rule = 'end-punctuation-agrees';
/** Signs of other scripts that end what the Latin ones do. */
const sameAs: Record<string, string> = {
  '؟': '?',
  '？': '?',
  '\u037E': '?',
  '！': '!',
  '。': '.',
  '।': '.',
  '؛': ';',
  '；': ';',
  '：': ':',
  '،': ',',
  '，': ',',
  '、': ',',
};

/** A translation ends with the sign its source ends with; quotation marks, brackets and notes may stand around it. */
export const endPunctuationAgrees: QualityRule = {
  id: rule,
  check: (pair, { source, target }) => {
    const expected = endOf(pair.source.text, source.habits);
    const found = endOf(pair.target.text, target.habits);
    if (expected.sign === found.sign) return [];
    // An abbreviation's full stop says nothing about the end.
    if ((expected.sign === '.' && expected.isShort) || (found.sign === '.' && found.isShort)) return [];
    const { text } = pair.target;
    const end = text.trimEnd().length;
    const start = Math.max(0, end - Math.max(1, found.length));
    const context = expected.sign === '' ? 'none' : found.sign === '' ? 'missing' : 'other';
    return [
      reportInTarget(rule, pair, { start, end }, { context, expected: expected.sign, found: found.sign }),
    ];
  },
};

function endOf(text: string, habits: LanguageHabits): { sign: string; length: number; isShort: boolean } {
  const run = /[\s\uFFFC.,:;?!…。！？；：،؟؛।、，\u037E\p{Pe}\p{Pf}\p{Pi}"']*$/u.exec(text)?.[0] ?? '';
  const signs = [...run.replace(/\.{3,}/g, '…')].map((sign) => sameAs[sign] ?? sign);
  const kept = [...new Set(signs.filter((sign) => '.,:;?!…'.includes(sign)))];
  // "?." and "…." end as the stronger sign does.
  const strong = kept.filter((sign) => sign !== '.' && sign !== ',');
  const sign = (strong.length > 0 ? strong : kept).sort().join('');
  const upTo = text.slice(0, text.length - run.length);
  return { sign, length: run.trim().length, isShort: endsWithAbbreviation(`${upTo}.`, habits) };
}
