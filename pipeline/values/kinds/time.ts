import type { Json } from '../../model.ts';
import { agreesAsTime, dayExists, parseTime, timeExists, writeTime } from '../clock-time.ts';
import type { DataNode, DataTerm } from '../data-term.ts';
import { createTimeReader } from '../read-time.ts';
import { createTimeWriter } from '../time-writer.ts';
import type { ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

const hours = '([01][0-9]|2[0-3]):[0-5][0-9]';
const day = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const zone = '(Z|[+-][0-9]{2}:[0-9]{2})?';

/** A clock time, with a day or without: 14:45, 1998-10-26T14:45, and the difference from universal time where it is known. */
export const time: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: checkTime,
  same: () => false,
  isVerbatim: false,
  isReadBack: true,
  createReader: createTimeReader,
  createWriter: createTimeWriter,
  agrees: agreesAsTime,
  example: '14:45',
  readTitle: (title) => {
    const parsed = parseTime(title);
    if (!parsed) return undefined;
    if (!timeExists(parsed)) return unread('time-exists', { found: title });
    return dayExists(parsed) ? readable(writeTime(parsed)) : unread('date-exists', { found: title });
  },
  fromRecord: canonicalTime,
  fromVariable: ([text]) => canonicalTime(text),
  data: (value) => (typeof value === 'string' ? timeTerms(value) : []),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['xsd:time', 'xsd:dateTime'],
  contextEntry: () => ({}),
  shape: (_property, { iri }) => [
    [
      'sh:or',
      {
        list: [
          datatypeShape(`${iri}.clock`, 'xsd:time', `^${hours}:[0-5][0-9]${zone}$`),
          datatypeShape(`${iri}.moment`, 'xsd:dateTime', `^${day}T${hours}:[0-5][0-9]${zone}$`),
        ],
      },
    ],
  ],
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({ type: 'string', pattern: `^((${day}T)?${hours}(:[0-5][0-9])?${zone})$` }),
  description: 'a clock time, with a day or without: `14:45`, `1998-10-26T14:45`, `1998-10-26T14:45-05:00`',
};

function canonicalTime(text: string): string {
  const parsed = parseTime(text);
  return parsed ? writeTime(parsed) : text;
}

function checkTime(value: Json): ValueProblem[] {
  const parsed = typeof value === 'string' ? parseTime(value) : undefined;
  if (!parsed || writeTime(parsed) !== value) return wrongType('time', value);
  if (!timeExists(parsed)) return [{ rule: 'time-exists', path: '', values: { found: value } }];
  return dayExists(parsed) ? [] : [{ rule: 'date-exists', path: '', values: { found: value } }];
}

/** Literals of XML Schema have seconds. */
function timeTerms(value: string): DataTerm[] {
  const parsed = parseTime(value);
  if (!parsed) return [{ value }];
  const full = parsed.time.length === 5 ? `${parsed.time}:00` : parsed.time;
  const datatype = parsed.day === undefined ? 'xsd:time' : 'xsd:dateTime';
  return [{ value: writeTime({ ...parsed, time: full }), datatype }];
}

/** Not every engine checks the lexical form by the datatype. */
function datatypeShape(iri: string, datatype: string, pattern: string): DataNode {
  return {
    node: iri,
    classes: ['sh:NodeShape'],
    says: [
      ['sh:datatype', { iri: datatype }],
      ['sh:pattern', { value: pattern }],
    ],
  };
}
