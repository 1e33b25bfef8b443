import type { Json, JsonObject } from '../../model.ts';
import { escapeStep } from '../json-pointer.ts';
import { isObject } from '../json-value.ts';
import { applyToItems } from './apply-to-items.ts';
import { applyToProperties } from './apply-to-properties.ts';
import { assertions, type TextJudge } from './assertions.ts';
import { type Instance, isInstanceObject } from './instance.ts';
import { isUnjudged } from './is-unjudged.ts';
import {
  type AcrossMark,
  type Application,
  addOutcome,
  type Failure,
  newOutcome,
  type Offered,
  type SchemaOutcome,
} from './outcome.ts';
import type { SchemaDocuments, SchemaNode, SchemaResource } from './schema-documents.ts';
import { stepsMax } from './steps-max.ts';

/** Keywords of ours that speak of more than one instance, and are held against all of them when these are known. */
export const acrossKeywords = ['x-unique', 'x-range', 'x-file'] as const;

/**
 * Makes the function that holds instances against a schema, by JSON Schema 2020-12 or draft-07, as each schema says
 * (https://json-schema.org/draft/2020-12/json-schema-core). All failures are returned, those of alternatives inside the failure of
 * the keyword that offers them. A reference that leads nowhere, back to where it stands or too far is a failure too: no instance fits it;
 * and so is a pattern that takes too long, wherever it stands, also where it failing would be right.
 *
 * @param mark is told of each value that a keyword of `acrossKeywords` speaks of
 */
export function createEvaluator(
  documents: SchemaDocuments,
  judge: TextJudge,
  mark?: (mark: AcrossMark) => void,
): (node: SchemaNode, instance: Instance) => Failure[] {
  /** References that are being followed, by the schema that they lead to: the places of the instance. */
  const followed = new Map<Json, Set<string>>();
  /** What schemas that references lead to have said of the instance, so that many ways to one of them cost no more than one. */
  const said = new Map<Json, Map<string, Said>>();
  /** Patterns that took too long. */
  const slow: Failure[] = [];

  const run = (
    node: SchemaNode,
    instance: Instance,
    path: string,
    scope: readonly SchemaResource[],
    steps: number,
  ): SchemaOutcome => {
    const outcome = newOutcome();
    const { schema, resource } = node;
    const fail: Application['fail'] = (keyword, params, offered = nothingOffered) => {
      const failure = {
        keyword,
        path,
        params,
        document: resource.document,
        pointer: keyword === '' ? node.pointer : `${node.pointer}/${keyword}`,
        ...offered,
      };
      outcome.failures.push(failure);
      if (params.isTooSlow === true) slow.push(failure);
    };
    if (schema === false) fail('', {});
    if (!isObject(schema)) return outcome;
    if (steps > stepsMax) {
      fail('$ref', { isTooDeep: true });
      return outcome;
    }
    const inside = scope.at(-1) === resource ? scope : [...scope, resource];
    const application: Application = {
      schema,
      instance,
      outcome,
      fail,
      isOld: resource.dialect.isOld,
      apply: (into, to, step) =>
        run(
          documents.child(node, ...into),
          to,
          step === undefined ? path : `${path}/${escapeStep(step)}`,
          inside,
          step === undefined ? steps + 1 : 0,
        ),
      matches: judge.matches,
    };
    const follow = (keyword: string, target: SchemaNode | undefined): void => {
      const places = followed.get(target?.schema ?? null) ?? new Set();
      if (!target || places.has(path)) {
        fail(keyword, { reference: schema[keyword] ?? null, isCircle: target !== undefined });
        return;
      }
      const known = said.get(target.schema) ?? new Map<string, Said>();
      const last = known.get(path);
      if (last && last.instance === instance && last.scope === inside) {
        addOutcome(outcome, last.outcome);
        return;
      }
      followed.set(target.schema, places.add(path));
      const found = run(target, instance, path, inside, steps + 1);
      places.delete(path);
      said.set(target.schema, known.set(path, { instance, scope: inside, outcome: found }));
      addOutcome(outcome, found);
    };

    if (typeof schema.$ref === 'string') follow('$ref', documents.find(schema.$ref, resource));
    if (resource.dialect.isOld && '$ref' in schema) return outcome;
    if (typeof schema.$dynamicRef === 'string' && !resource.dialect.isOld)
      follow('$dynamicRef', findDynamic(schema.$dynamicRef, resource, inside, documents));
    if (resource.dialect.asserts) assert(application, judge);
    if (mark) markAcross(application, path, node);
    applyInPlace(application);
    applyToItems(application);
    applyToProperties(application);
    return outcome;
  };
  return (node, instance) => {
    said.clear();
    slow.length = 0;
    const { failures, marks } = run(node, instance, '', [], 0);
    if (mark) marks.forEach(mark);
    return [...failures, ...slow.filter((failure) => !failures.includes(failure))];
  };
}

/** What a schema said of the value at a place. */
interface Said {
  instance: Instance;
  scope: readonly SchemaResource[];
  outcome: SchemaOutcome;
}

/** The outermost schema in scope with the dynamic anchor that a reference leads to; an anchor that is not dynamic is itself. */
function findDynamic(
  reference: string,
  from: SchemaResource,
  scope: readonly SchemaResource[],
  documents: SchemaDocuments,
): SchemaNode | undefined {
  const first = documents.find(reference, from);
  const name = reference.split('#')[1] ?? '';
  if (!first || first.resource.dynamicAnchors.get(name) !== first) return first;
  return scope.flatMap(({ dynamicAnchors }) => dynamicAnchors.get(name) ?? [])[0] ?? first;
}

/** Notes what keywords that speak of more than one instance say of this one. */
function markAcross({ schema, instance, outcome }: Application, path: string, node: SchemaNode): void {
  const { document } = node.resource;
  for (const keyword of acrossKeywords) {
    const demand = schema[keyword];
    if (demand !== undefined)
      outcome.marks.push({ keyword, demand, path, instance, document, pointer: node.pointer });
  }
}

function assert({ schema, instance, outcome, fail }: Application, judge: TextJudge): void {
  for (const [keyword, demand] of Object.entries(schema)) {
    const params = assertions.get(keyword)?.(demand, instance, judge);
    if (params) fail(keyword, params);
    else if (keyword === 'const' || keyword === 'enum') outcome.named.add('');
  }
}

/** Schemas inside that speak of the same instance. */
function applyInPlace(application: Application): void {
  const { schema, instance, outcome, fail, apply } = application;
  for (const index of list(schema.allOf).keys()) addOutcome(outcome, apply(['allOf', index], instance));
  if ('anyOf' in schema) {
    const branches = list(schema.anyOf).map((_, index) => apply(['anyOf', index], instance));
    const fitting = branches.filter(({ failures }) => failures.length === 0);
    for (const branch of fitting) addOutcome(outcome, branch);
    if (fitting.length === 0) fail('anyOf', {}, offer(branches, schema.anyOf));
  }
  if ('oneOf' in schema) {
    const branches = list(schema.oneOf).map((_, index) => apply(['oneOf', index], instance));
    const fitting = branches.flatMap((branch, index) => (branch.failures.length === 0 ? [index] : []));
    for (const index of fitting) addOutcome(outcome, branches[index] ?? newOutcome());
    if (fitting.length !== 1) fail('oneOf', { fitting }, offer(branches, schema.oneOf));
  }
  if ('not' in schema && apply(['not'], instance).failures.length === 0) fail('not', {});
  if ('if' in schema) {
    const condition = apply(['if'], instance);
    const isMet = condition.failures.length === 0;
    const isOpen = condition.failures.some((failure) => isUnjudged(failure));
    if (isMet) addOutcome(outcome, condition);
    const consequence = isMet ? 'then' : 'else';
    if (consequence in schema && !isOpen) addOutcome(outcome, apply([consequence], instance));
  }
  applyDependents(application);
}

/** `dependentSchemas`, and `dependencies` of older drafts, whose members are schemas or names. */
function applyDependents({ schema, instance, outcome, fail, apply }: Application): void {
  if (!isInstanceObject(instance)) return;
  for (const keyword of ['dependentSchemas', 'dependencies']) {
    const demands = schema[keyword];
    if (!isObject(demands ?? null)) continue;
    for (const [name, demand] of Object.entries(demands as JsonObject)) {
      if (!Object.hasOwn(instance, name)) continue;
      if (!Array.isArray(demand)) addOutcome(outcome, apply([keyword, name], instance));
      else {
        const params = assertions.get('dependentRequired')?.({ [name]: demand }, instance, neverAsked);
        if (params) fail(keyword, params);
      }
    }
  }
}

const neverAsked: TextJudge = { matches: () => true, hasFormat: () => true };

const nothingOffered: Offered = { branches: [], alternatives: [], named: [] };

function offer(branches: readonly SchemaOutcome[], schemas: Json | undefined): Offered {
  return {
    branches: branches.map(({ failures }) => failures),
    alternatives: list(schemas),
    named: branches.map(({ named }) => named),
  };
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
