import type { LanguageHabits, SegmentKind } from '../../model.ts';
import { hideCodes } from './hide-codes.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
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

/** Segments that are sentences, whose end a translator may mark where the source has forgotten to; a heading is none. */
const sentences: readonly SegmentKind[] = ['paragraph', 'item', 'quotation', 'footnote'];
/** Fewest words that make a sentence; "One" is a word that stands alone. */
const sentenceMin = 3;

/** Signs between quotation marks, which are spoken of: "?:". */
const quotedSigns = /(["'“‘«])[^\s\p{L}\p{N}"'“”‘’«»]{1,5}(["'”’»])/gu;

/**
 * A translation ends with the sign its source ends with; quotation marks, brackets and notes may stand around it. An exclamation
 * is a matter of tone, what ends with a comma or a semicolon is a member of a list or leads on, and either does so as the language
 * has it; a question in a title may have its mark, and a code that stands alone any.
 */
export const endPunctuationAgrees: QualityRule = {
  id: rule,
  check: (pair, { source, target }) => {
    const expected = endOf(hideCodes(pair.source), source.habits);
    const found = endOf(hideCodes(pair.target), target.habits);
    if (isSame(expected.sign, found.sign) || isCodeAlone(pair)) return [];
    if (expected.sign === '' && '.:'.includes(found.sign) && isSentence(pair)) return [];
    if (expected.sign === '' && found.sign === '?' && isQuestion(pair, source.habits)) return [];
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

function isSame(expected: string, found: string): boolean {
  if (expected === found) return true;
  if (expected === ',' || expected === ';') return ['', ',', ';', '.', ':', '!'].includes(found);
  const tone = (sign: string): string => (sign === '!' ? '.' : sign);
  return tone(expected) === tone(found);
}

/** A translation without a word of its own. */
function isCodeAlone({ target }: SegmentPair): boolean {
  return target.codes.length > 0 && !/[\p{L}\p{N}]/u.test(hideCodes(target));
}

/** A text that begins as questions do, whatever it ends with. */
function isQuestion({ source: { text } }: SegmentPair, { questionWords = [] }: LanguageHabits): boolean {
  const [first = ''] = text.match(/\p{L}+/u) ?? [];
  return questionWords.includes(first.toLowerCase());
}

function isSentence({ segment: { kind }, source: { text } }: SegmentPair): boolean {
  return sentences.includes(kind) && text.trim().split(/\s+/u).length >= sentenceMin;
}

function endOf(whole: string, habits: LanguageHabits): { sign: string; length: number; isShort: boolean } {
  const text = whole.replace(quotedSigns, (found) => '□'.repeat(found.length));
  const run = /[\s\uFFFC.,:;?!…。！？；：،؟؛।、，\u037E\p{Pe}\p{Pf}\p{Pi}"']*$/u.exec(text)?.[0] ?? '';
  const signs = [...run.replace(/\.{3,}/g, '…')].map((sign) => sameAs[sign] ?? sign);
  const kept = [...new Set(signs.filter((sign) => '.,:;?!…'.includes(sign)))];
  // "?." and "…." end as the stronger sign does.
  const strong = kept.filter((sign) => sign !== '.' && sign !== ',');
  const sign = (strong.length > 0 ? strong : kept).sort().join('');
  const upTo = text.slice(0, text.length - run.length);
  return { sign, length: run.trim().length, isShort: endsWithAbbreviation(`${upTo}.`, habits) };
}
