import { dateShape, dateTerm } from '../date-terms.ts';
import { agreesAsDate, dateExists, datePattern, looksLikeDate } from '../edtf.ts';
import type { ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

/** A day, a month or a year, as exact as it is known: EDTF level 0, 1998-10-26, 1998-10, 1998. */
export const date: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: (value) => {
    if (typeof value !== 'string' || !looksLikeDate(value)) return wrongType('date', value);
    return dateExists(value) ? [] : [{ rule: 'date-exists', path: '', values: { found: value } }];
  },
  same: () => false,
  isVerbatim: false,
  isReadBack: true,
  createReader:
    ({ dates }) =>
    (words) => {
      const date = dates.readDate(words);
      if (date.ok || date.rule !== 'value-is-readable') return date;
      const period = dates.readPeriod(words);
      if (!period.ok) return date;
      return unread('value-is-readable', { ...date.values, context: 'day', period: period.value });
    },
  createWriter:
    ({ date: write }) =>
    (value) =>
      write(String(value ?? '')),
  agrees: agreesAsDate,
  example: '1998-10-26',
  readTitle: (title) => {
    if (!looksLikeDate(title)) return undefined;
    return dateExists(title) ? readable(title) : unread('date-exists', { found: title });
  },
  fromRecord: (text) => text,
  fromVariable: ([text]) => text,
  data: (value) => (typeof value === 'string' ? [dateTerm(value)] : []),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['xsd:date', 'xsd:gYearMonth', 'xsd:gYear'],
  contextEntry: () => ({}),
  shape: (_property, { iri }) => dateShape(iri, []),
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({
    anyOf: [
      { type: 'string', pattern: `^(${datePattern})$` },
      { type: 'integer', minimum: 1000, maximum: 9999 },
    ],
  }),
  description: 'a day, a month or a year: `1998-10-26`, `1998-10`, `1998`',
};
