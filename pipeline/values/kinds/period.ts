import type { Json } from '../../model.ts';
import type { DataTerm } from '../data-term.ts';
import { dateShape, dateTerm } from '../date-terms.ts';
import { agreesAsDate, dateExists, datePattern, earliestDay, latestDay, looksLikePeriod } from '../edtf.ts';
import type { ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { type ReadResult, readable, unread } from '../value-reader.ts';

/** From a date to a date, both included (2004/2008), or one date. */
export const period: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: checkPeriod,
  same: () => false,
  isVerbatim: false,
  isReadBack: true,
  createReader:
    ({ dates }) =>
    (words) =>
      dates.readPeriod(words),
  createWriter:
    ({ date }) =>
    (value) => {
      const [start = '', end] = String(value ?? '').split('/');
      if (end === undefined) return date(start);
      const ends = [date(start), date(end)];
      return ends.join(ends.some((text) => text.includes(' ')) ? ' – ' : '–');
    },
  agrees: agreesAsDate,
  example: '2004/2008',
  readTitle: (title) => (looksLikePeriod(title) ? readPeriod(title) : undefined),
  fromRecord: (text) => text,
  fromVariable: ([text]) => text,
  data: (value, _property, { iri }) => (typeof value === 'string' ? [periodTerm(value, iri)] : []),
  // One date is a literal, two are a node.
  propertyClass: 'rdf:Property',
  contextTypes: ['@id', 'xsd:date', 'xsd:gYearMonth', 'xsd:gYear'],
  contextEntry: () => ({}),
  shape: (_property, { iri }) =>
    dateShape(iri, [
      {
        node: `${iri}.interval`,
        classes: ['sh:NodeShape'],
        says: [['sh:class', { iri: 'dct:PeriodOfTime' }]],
      },
    ]),
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({
    anyOf: [
      { type: 'string', pattern: `^(${datePattern}(/${datePattern})?)$` },
      { type: 'integer', minimum: 1000, maximum: 9999 },
    ],
  }),
  description: 'from a date to a date, `2004/2008`, or one date',
};

/** One date is a typed literal; from … to … is a dct:PeriodOfTime with both. */
function periodTerm(value: string, iri: string): DataTerm {
  const [start = '', end] = value.split('/');
  if (end === undefined) return dateTerm(start);
  return {
    node: iri,
    classes: ['dct:PeriodOfTime'],
    says: [
      ['dcat:startDate', dateTerm(start)],
      ['dcat:endDate', dateTerm(end)],
    ],
  };
}

function checkPeriod(value: Json): ValueProblem[] {
  if (typeof value !== 'string' || !looksLikePeriod(value)) return wrongType('period', value);
  const missing = value.split('/').find((date) => !dateExists(date));
  if (missing !== undefined) return [{ rule: 'date-exists', path: '', values: { found: missing } }];
  const [start = value, end = value] = value.split('/');
  if (earliestDay(start) <= latestDay(end)) return [];
  return [{ rule: 'period-is-in-order', path: '', values: { found: value, start, end } }];
}

function readPeriod(text: string): ReadResult<string> {
  const [start = '', end = start] = text.split('/');
  if (!dateExists(start) || !dateExists(end)) return unread('date-exists', { found: text });
  if (earliestDay(start) > latestDay(end)) return unread('period-is-in-order', { found: text, start, end });
  return readable(text);
}
