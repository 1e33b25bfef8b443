import type { Diagnostic, Language, Term, TermLabel } from '../../model.ts';
import { linkedEntities } from './linked-entities.ts';
import { nameToWrite } from './name-to-write.ts';
import { overlaps } from './overlaps.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'acronym-is-the-languages';

/** Acronyms stand in the form of the edition's language (OEA for OAS), and none of the source is lost. */
export const acronymIsTheLanguages: QualityRule = {
  id,
  createCheck: (context) => {
    const foreign = foreignAcronyms(context);
    return (pair) => {
      const found = foreign(pair, context);
      return found.length > 0 ? found : lostAcronyms(pair, context);
    };
  },
};

/** Finds acronyms that are an entity's in another language only, where it has one of its own in this language. */
function foreignAcronyms({ glossary, target }: QualityContext) {
  const { language } = target;
  const own = new Set([...glossary.terms.values()].flatMap((term) => textsIn(term, language)));
  const foreign = [...glossary.terms.values()].flatMap((term): Term[] => {
    if (acronymsIn(term, language).length === 0) return [];
    const others = [...term.labels.keys()].flatMap((other) => acronymsIn(term, other));
    const labels = others.filter(({ text }) => !own.has(text));
    return labels.length > 0 ? [{ entity: term.entity, labels: new Map([[language, labels]]) }] : [];
  });
  const find = glossary.createFind(foreign, language);
  return (pair: SegmentPair, { glossary }: QualityContext): Diagnostic[] =>
    find(pair.target.text).flatMap(({ term: { entity }, label, start, end }) => {
      const expected = nameToWrite(glossary, entity, label, language) ?? '';
      // "BID (IDB, by its English name)" explains the other form.
      if (isExplained(pair.target.text, expected)) return [];
      return [reportInTarget(id, pair, { start, end }, { entity, expected, found: label.text })];
    });
}

/** Acronyms of the source of whose entity the translation has no label; where they are a whole link, another rule looks. */
function lostAcronyms(pair: SegmentPair, context: QualityContext): Diagnostic[] {
  const { glossary, source, target } = context;
  const whole = linkedEntities(pair, glossary).flatMap(({ entity, source: links }) =>
    links.filter(({ words }) => glossary.match(words, entity, source.language)),
  );
  return glossary.find(pair.source.text, source.language).flatMap(({ term: { entity }, label, ...range }) => {
    if (label.role !== 'acronym' || whole.some((link) => overlaps(link, range))) return [];
    if (glossary.holds(pair.target.text, entity, target.language)) return [];
    const expected = nameToWrite(glossary, entity, label, target.language);
    if (expected === undefined || isExplained(pair.target.text, label.text)) return [];
    const place = { start: 0, end: pair.target.text.length };
    return [reportInTarget(id, pair, place, { context: 'missing', entity, expected, found: label.text })];
  });
}

function isExplained(text: string, acronym: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).includes(acronym);
}

function acronymsIn({ labels }: Term, language: Language): TermLabel[] {
  return (labels.get(language) ?? []).filter(({ role }) => role === 'acronym');
}

function textsIn({ labels }: Term, language: Language): string[] {
  return [...(labels.get(language) ?? []), ...(labels.get('und') ?? [])]
    .filter(({ role }) => role !== 'avoided')
    .map(({ text }) => text);
}
