import type { DataNode, DataSaying, DataTerm } from './data-term.ts';

/** Datatypes of a date by its precision, with their lexical forms: not every engine checks these by the datatype. */
const precisions = [
  ['xsd:date', '^-?[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'],
  ['xsd:gYearMonth', '^-?[0-9]{4}-(0[1-9]|1[0-2])$'],
  ['xsd:gYear', '^-?[0-9]{4}$'],
] as const;

/** Datatype of a date of EDTF level 0: 1998-10-26, 1998-10, 1998. */
export function dateDatatype(date: string): string {
  const steps = date.replace(/^-/, '').split('-').length;
  return steps === 1 ? 'xsd:gYear' : steps === 2 ? 'xsd:gYearMonth' : 'xsd:date';
}

export function dateTerm(date: string): DataTerm {
  return { value: date, datatype: dateDatatype(date) };
}

/** What a shape demands of dates: one of the precisions, or what `others` say. */
export function dateShape(iri: string, others: DataNode[]): DataSaying[] {
  const dates = precisions.map(
    ([datatype, pattern], index): DataNode => ({
      node: `${iri}.precision-${index + 1}`,
      classes: ['sh:NodeShape'],
      says: [
        ['sh:datatype', { iri: datatype }],
        ['sh:pattern', { value: pattern }],
      ],
    }),
  );
  return [['sh:or', { list: [...dates, ...others] }]];
}
