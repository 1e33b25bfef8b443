import type { Json, Language, Property } from '../../model.ts';
import { suggest } from '../../rules/likely-names.ts';
import { codeLists } from '../code-lists.ts';
import { showValue } from '../json-value.ts';
import { labelOf } from '../label-of.ts';
import { literalShape } from '../literal-shape.ts';
import type { CheckContext, ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { type ReadResult, readable, unread } from '../value-reader.ts';

/** One of a list of codes, or a code of a form; in words its label. */
export const code: ValueKind = {
  keywords: new Set(['x-labels', 'x-classes', 'x-unique']),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: checkCode,
  same: () => false,
  isVerbatim: false,
  isReadBack: false,
  createReader:
    ({ language }) =>
    (words, property) =>
      readLabel(words, property, language),
  createWriter:
    ({ language }) =>
    (value, property) =>
      labelOf(String(value ?? ''), property, language) ?? String(value ?? ''),
  agrees: (words, title) => words === title,
  example: '',
  readTitle: (title, { codes }) => {
    if (codes.size === 0 || codes.has(title)) return readable(title);
    const expected = [...codes.keys()];
    return unread('code-is-known', {
      found: title,
      expected: expected.join(', '),
      ...suggest(title, expected),
    });
  },
  fromRecord: (text) => text,
  fromVariable: ([text]) => text,
  data: (value) => (typeof value === 'string' ? [{ value }] : []),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['xsd:string'],
  contextEntry: () => ({}),
  shape: (property) => literalShape(property, 'xsd:string'),
  typescript: ({ codes }) =>
    codes.size > 0 ? [...codes.keys()].map((each) => JSON.stringify(each)).join(' | ') : 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: (property, { unitCodes }) => {
    const codes = unitsOf(property, unitCodes) ?? [...property.codes.keys()];
    return codes.length > 0 ? { enum: codes } : { type: 'string' };
  },
  description: 'one of a list of codes',
};

/** A code, or its label in the language, whatever the case. */
function readLabel(words: string, { codes }: Property, language: Language): ReadResult {
  if (codes.size === 0 || codes.has(words)) return readable(words);
  const wanted = words.toLocaleLowerCase(language);
  for (const [each, label] of codes) {
    if (each.toLowerCase() === wanted || label[language]?.toLocaleLowerCase(language) === wanted)
      return readable(each);
  }
  const labels = [...codes].map(([each, label]) => label[language] ?? each);
  return unread('code-is-known', { found: words, expected: labels.join(', '), ...suggest(words, labels) });
}

/** A unit is a code whose list is the property's `units`, or all units where it has none; undefined for other codes. */
function unitsOf({ name, codes, units }: Property, all: Iterable<string>): string[] | undefined {
  if (units.length > 0) return units;
  return name === 'unit' && codes.size === 0 ? [...all] : undefined;
}

function checkCode(value: Json, property: Property, { units }: CheckContext): ValueProblem[] {
  if (typeof value !== 'string' || value === '') return wrongType('code', value);
  const list = property.codeList === undefined ? undefined : codeLists.get(property.codeList);
  // Of a code in another form the schema tells.
  const isInForm = () => new RegExp(property.limits?.pattern ?? '').test(value);
  if (list && !list.has(value) && isInForm()) {
    const values = { context: 'list', list: property.codeList?.toUpperCase() ?? '', found: showValue(value) };
    return [{ rule: 'code-is-known', path: '', values }];
  }
  const allowed = unitsOf(property, units.keys());
  const known = allowed ?? [...property.codes.keys()];
  if ((!allowed && known.length === 0) || known.includes(value)) return [];
  const values = { expected: known.join(', '), found: value, ...suggest(value, known) };
  const rule = property.name === 'unit' ? 'unit-is-known' : 'currency-is-known';
  return [{ rule: allowed ? rule : 'code-is-known', path: '', values }];
}
