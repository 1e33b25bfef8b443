import type { LanguageHabits } from '../../model.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import { type Found, findSurplus } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'translators-notes-are-removed';
/** What translators write to themselves in any language, codes of translation tools, lines of a merge conflict. */
const marks = [
  /(?<![\p{L}\p{N}])(?:TODO|FIXME|TBD|XXX|NdT|NdT\.|sic)(?![\p{L}\p{N}])/gu,
  /[([{]\s*(?:\?+|…|\.{3}|!+|sic!?)\s*[)\]}]/giu,
  /[?¿]{3,}|!{4,}|@@+|([*#=_~+])\1{2,}|<{2,}|>{2,}/gu,
  /<\/?[\p{L}\d][^<>]*>|__\w+__|⟦[^⟧]*⟧|\[\[[^\]]*\]\]/gu,
  /lorem ipsum/giu,
];

/** Nothing is left in a translation of what a translator wrote for themselves, or a tool put in. */
export const translatorsNotesAreRemoved: QualityRule = {
  id: rule,
  check: (pair, { target: { habits } }) => {
    const { text } = pair.target;
    const found = [...marks, ...phrases(habits)].flatMap((mark) => findSurplus(mark, text, pair.source.text));
    return withoutInner(found).map((each) => reportInTarget(rule, pair, each, { found: each.text }));
  },
};

/** "N. del T.", also without its spaces. */
function phrases({ translatorsNotes = [] }: LanguageHabits): RegExp[] {
  return translatorsNotes.map((phrase) => {
    const words = phrase.split(' ').map(escapePattern);
    return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s*')}(?![\\p{L}\\p{N}])`, 'giu');
  });
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
