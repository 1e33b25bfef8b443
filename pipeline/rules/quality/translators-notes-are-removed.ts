import { escapePattern } from '../../values/escape-pattern.ts';
import { ignoringCase } from '../../values/ignoring-case.ts';
import { type Found, findAll, findSurplus } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'translators-notes-are-removed';
/** What translators write to themselves in any language, codes of translation tools, lines of a merge conflict. */
const marks = [
  /(?<![\p{L}\p{N}])(?:TODO|FIXME|TBD|XXX|NdT|NdT\.|sic)(?![\p{L}\p{N}])/gu,
  ignoringCase(String.raw`[([{]\s*(?:\?+|…|\.{3}|!+|sic!?)\s*[)\]}]`, 'g'),
  /[?¿]{3,}|!{4,}|@@+|([*#=_~+])\1{2,}|<{2,}|>{2,}/gu,
  /<\/?[\p{L}\d][^<>]*>|__\w+__|⟦[^⟧]*⟧|\[\[[^\]]*\]\]/gu,
  ignoringCase('lorem ipsum', 'g'),
];

/** What a reader puts a word of their own for, which may be in any language: "import <module>". */
const placeholders = /<[\p{L}\d][^<>]*>/gu;
const placeholder = /^<[\p{L}\d][^<>]*>$/u;

/** Nothing is left in a translation of what a translator wrote for themselves, or a tool put in. */
export const translatorsNotesAreRemoved: QualityRule = {
  id: rule,
  createCheck: ({ target: { habits } }) => {
    const phrases = (habits.translatorsNotes ?? []).map(writePhrase);
    // One look tells that a text has none of them.
    const likely = phrases.length > 0 ? ignoringCase(phrases.join('|')) : undefined;
    const whole = phrases.map((phrase) =>
      ignoringCase(`(?<![\\p{L}\\p{N}])${phrase}(?![\\p{L}\\p{N}])`, 'g'),
    );
    return (pair) => {
      const { text } = pair.target;
      const all = likely?.test(text) ? [...marks, ...whole] : marks;
      const found = all.flatMap((mark) => findSurplus(mark, text, pair.source.text));
      if (found.length === 0) return [];
      const isPlaceholder = ({ text: each }: Found): boolean => placeholder.test(each);
      const left = withoutInner(found);
      const isTranslated =
        findAll(placeholders, text).length <= findAll(placeholders, pair.source.text).length;
      return left
        .filter((each) => !isTranslated || !isPlaceholder(each))
        .map((each) => reportInTarget(rule, pair, each, { found: each.text }));
    };
  },
};

/** "N. del T.", also without its spaces. */
function writePhrase(phrase: string): string {
  return phrase.split(' ').map(escapePattern).join('\\s*');
}

/** "[TODO]" is one finding, not two. */
function withoutInner(found: Found[]): Found[] {
  return found.filter(
    (each, index) =>
      !found.some(
        (other, at) =>
          at !== index &&
          other.start <= each.start &&
          other.end >= each.end &&
          (other.end - other.start > each.end - each.start || at < index),
      ),
  );
}
