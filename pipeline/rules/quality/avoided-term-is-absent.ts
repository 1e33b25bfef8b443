import type { Diagnostic, TermLabel } from '../../model.ts';
import { nameToWrite } from './name-to-write.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'avoided-term-is-absent';

/** No translation has words that a record, or the project's list (avoidedTerms in quality.json), says to avoid. */
export const avoidedTermIsAbsent: QualityRule = {
  id,
  createCheck: (context) => {
    const listed = listedTerms(context);
    return (pair) => [
      ...checkRecords(pair, context),
      ...listed.find(pair.target.text).map(({ label, ...range }) => {
        const expected = listed.instead(label.text);
        const found = pair.target.text.slice(range.start, range.end);
        const context = expected === '' ? 'banned' : 'listed';
        return reportInTarget(id, pair, range, { context, expected, found });
      }),
    ];
  },
};

function checkRecords(pair: SegmentPair, { glossary, target }: QualityContext): Diagnostic[] {
  const matches = glossary.find(pair.target.text, target.language);
  const isGood = (start: number): boolean =>
    matches.some((match) => match.start === start && match.label.role !== 'avoided');
  return matches.flatMap(({ term, label, start, end }) => {
    // The same words may be right for another entity.
    if (label.role !== 'avoided' || isGood(start)) return [];
    const { entity } = term;
    const found = pair.target.text.slice(start, end);
    const expected = nameToWrite(glossary, entity, label, target.language) ?? '';
    return [reportInTarget(id, pair, { start, end }, { entity, expected, found })];
  });
}

/** The project's own list as a glossary of words to avoid, each with what to write instead ('' for nothing). */
function listedTerms({ glossary, target: { language, habits } }: QualityContext) {
  const instead = new Map(
    Object.entries(habits.avoidedTerms ?? {}).filter(([, words]) => typeof words === 'string'),
  );
  const labels = [...instead.keys()].map((text): TermLabel => ({ text, role: 'avoided' }));
  const term = { entity: '', labels: new Map([[language, labels]]) };
  const find = labels.length === 0 ? () => [] : glossary.createFind([term], language);
  return { find, instead: (text: string): string => instead.get(text) ?? '' };
}
