import type { KindName, Limits, Property, Vocabulary } from '../model.ts';
import type { InstanceType } from '../values/json-schema/instance.ts';
import { keywordTypes } from '../values/json-schema/keyword-types.ts';
import { kinds } from '../values/kinds.ts';
import { translatePattern } from '../values/patterns/translate-pattern.ts';
import type { ValueKind } from '../values/value-kind.ts';
import { ownProperties } from './own-properties.ts';

/** What a keyword of JSON Schema does for the kinds of values. */
export interface KeywordRow {
  keyword: string;
  type: InstanceType;
  /** Names of the kinds whose values it is held against; it is refused beside all others. */
  holds: string[];
  /** Names of the kinds whose SHACL shapes have it, too. */
  inShapes: string[];
}

/** A limit of each sort, to see whether a shape has it. */
const samples: Limits = {
  pattern: '^a$',
  minLength: 2,
  maxLength: 3,
  minimum: 2,
  maximum: 3,
  exclusiveMinimum: 2,
  exclusiveMaximum: 3,
};

/** Every keyword that speaks of one type of value, with what becomes of it: asked of the kinds themselves. */
export function listKeywords(): KeywordRow[] {
  return [...keywordTypes].map(([keyword, type]) => {
    const holds = [...kinds].filter(([, kind]) => type === 'array' || [type, 'any'].includes(typeOf(kind)));
    const limit = Object.entries(samples).find(([name]) => name === keyword);
    const inShapes = limit
      ? holds.filter(([name, kind]) => hasInShape(name, kind, { [limit[0]]: limit[1] }))
      : [];
    return { keyword, type, holds: names(holds), inShapes: names(inShapes) };
  });
}

/** A pattern that is held when a record or a text is read, and that no shape has. */
export interface PatternLeftOut {
  type: string;
  property: string;
  pattern: string;
  /** What of it other engines do not have. */
  beyond: string;
}

/** The patterns of properties, of their parts and alternatives, that SHACL cannot ask for. */
export function listPatternsLeftOut(vocabulary: Vocabulary): PatternLeftOut[] {
  const found: PatternLeftOut[] = [];
  const seen = new Set<Property>();
  const visit = (type: string, of: Iterable<Property>, path: string): void => {
    for (const property of of) {
      if (seen.has(property)) continue;
      seen.add(property);
      const pattern = property.limits?.pattern;
      const name = path + property.name;
      const { beyond } = pattern === undefined ? {} : translatePattern(pattern);
      if (pattern !== undefined && beyond !== undefined)
        found.push({ type, property: name, pattern, beyond });
      visit(type, property.parts.values(), `${name}.`);
      visit(type, property.alternatives ?? [], path);
    }
  };
  for (const type of vocabulary.types.values()) visit(type.name, ownProperties(type, vocabulary), '');
  return found;
}

function typeOf({ instanceType }: ValueKind): InstanceType | 'any' {
  return instanceType === 'integer' ? 'number' : instanceType;
}

function hasInShape(name: string, kind: ValueKind, limits: Limits): boolean {
  const shapeOf = (own: Limits): string => JSON.stringify(kind.shape(sample(name, own), context));
  return shapeOf(limits) !== shapeOf({});
}

const context = {
  iri: 'https://example.org/shapes#A.b',
  languages: [],
  isShared: false,
  units: new Map(),
  structures: { base: '', open: new Set<string>(), done: new Set<string>() },
  classOf: () => undefined,
};

function sample(name: string, limits: Limits): Property {
  return {
    name: 'b',
    kind: name as unknown as KindName,
    many: false,
    range: [],
    codes: new Map(),
    units: [],
    label: {},
    description: '',
    parts: new Map(),
    follows: undefined,
    csl: undefined,
    term: undefined,
    codeList: undefined,
    acyclic: false,
    definition: {},
    wider: undefined,
    limits,
    iri: 'https://example.org/def#b',
  };
}

function names(of: [string, ValueKind][]): string[] {
  return of.map(([name]) => name);
}
