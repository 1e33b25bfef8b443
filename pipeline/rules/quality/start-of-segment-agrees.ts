import { isAcronym, isCapitalised } from './find-words.ts';
import { beginsName } from './names.ts';
import type { QualityContext, QualityRule, SegmentPair, SegmentSide } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'start-of-segment-agrees';
/** Signs at the start that both languages write alike, by what they are; quotation marks and "¿" are not among them. */
const kinds: [RegExp, string][] = [
  [/^[-–—―]/u, '–'],
  [/^(?:…|\.{3})/u, '…'],
  [/^[([]/u, '('],
  [/^[.,:;?!*•·#/]/u, ''],
];

/** A translation begins as its source does: with a capital or a small letter, with a dash, an ellipsis, a bracket. */
export const startOfSegmentAgrees: QualityRule = {
  id: rule,
  check: (pair, context) => {
    const [expected, found] = [signOf(pair.source.text), signOf(pair.target.text)];
    const place = { start: 0, end: 1 };
    if (expected !== found) {
      const about = expected === '' ? 'none' : found === '' ? 'missing' : 'sign';
      return [reportInTarget(rule, pair, place, { context: about, expected, found })];
    }
    const [own, other] = [firstWord(pair.source), firstWord(pair.target)];
    if (!own || !other || isCapitalised(own.text) === isCapitalised(other.text)) return [];
    const about = isCapitalised(own.text) ? 'capital' : 'small';
    const allowed =
      about === 'capital'
        ? mayBeSmall(pair, own.text, context)
        : isKept(own.text, pair.target) || mayBeCapital(pair, other.text, context);
    if (allowed) return [];
    const range = { start: other.start, end: other.start + other.text.length };
    return [reportInTarget(rule, pair, range, { context: about, found: other.text })];
  },
};

function signOf(text: string): string {
  const start = text.trimStart();
  const kind = kinds.find(([pattern]) => pattern.test(start));
  return kind ? kind[1] || start.slice(0, 1) : '';
}

/** The first word, where nothing but signs stands before it and its script has capitals. */
function firstWord({ text }: SegmentSide): { text: string; start: number } | undefined {
  const found = /^([^\p{L}\p{N}\uFFFC]*)(\p{L}[\p{L}\p{M}\p{N}-]*)/u.exec(text);
  const [, before = '', word = ''] = found ?? [];
  if (word.toLowerCase() === word.toUpperCase()) return undefined;
  return found ? { text: word, start: before.length } : undefined;
}

/** "Peruvian side" is "lado peruano": the source's capital is that of a name, and no sentence begins. */
function mayBeSmall(
  { segment, source, target }: SegmentPair,
  word: string,
  context: QualityContext,
): boolean {
  const { source: side, glossary } = context;
  if (/[.?!]["”’)\uFFFC]*$/u.test(source.text) && segment.kind !== 'cell') return false;
  if (segment.kind === 'heading') return false;
  // "Fortran contiguous" is "contíguo Fortran": the name has kept its capital.
  const [first = word] = word.split('-');
  if (target.text.split(/[^\p{L}\p{M}\p{N}]+/u).includes(first)) return true;
  const isName = glossary
    .find(target.text, context.target.language)
    .some(({ start, label }) => start === 0 && isCapitalised(label.text));
  if (isName) return false;
  const { upperCase = [] } = side.habits;
  return isAcronym(word) || upperCase.includes(word) || beginsName(source, side.language, glossary);
}

/** Whether a word stands in the translation as it is: "macOS" is a name, and keeps its small letter at a start too. */
function isKept(word: string, { text }: SegmentSide): boolean {
  return text.split(/[^\p{L}\p{M}\p{N}-]+/u).includes(word);
}

/** "the Andean states" may begin with a name in another language. Silent where the language's capitals are unknown. */
function mayBeCapital(
  { target }: SegmentPair,
  word: string,
  { target: side, glossary }: QualityContext,
): boolean {
  if (!side.habits.lowerCase) return true;
  return isAcronym(word) || beginsName(target, side.language, glossary);
}
