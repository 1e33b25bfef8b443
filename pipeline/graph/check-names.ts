import type { Diagnostic, JsonObject } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { getKey, objectMembers, showValue } from '../values/json-value.ts';
import { classTerm } from './class-term.ts';
import { typeOfFile } from './described-publication.ts';
import type { Terms } from './read-terms.ts';
import { visitSchemas } from './schema-places.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';
import type { SchemaSource } from './schema-source.ts';

/** Schemes of addresses that people write in texts: a type of that name would make annotations of their links. */
const schemes: ReadonlySet<string> = new Set(
  'http https mailto tel ftp urn doi geo data file blob javascript vbscript'.split(' '),
);
/** What every object of JavaScript has, so that a property of that name is never missing to programs that read the data. */
const ofEveryObject: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
/** Name of a prefix in Turtle (https://www.w3.org/TR/turtle/#grammar-production-PN_PREFIX), of letters that JSON-LD has no other use for. */
const prefixForm = /^[A-Za-z](?:[\w.-]*[\w-])?$/;
/** A namespace ends so that names can follow it, and has nothing that no address has. */
const namespaceForm = /^https?:\/\/[^\s<>"{}|\\^`]+[#/]$/;

/**
 * Holds the names that a project gives to types and properties against those that mean something already.
 *
 * @param ownTerms names of schemas/terms.json
 * Findings: schema-name-is-free.
 */
export function checkNames(set: SchemaSet, terms: Terms, ownTerms: Iterable<string>): Diagnostic[] {
  const taken = new Map([...ownTerms].map((name) => [terms.propertyIri(name, []), name]));
  return [...set.byName.values()]
    .filter(({ isOwn }) => isOwn)
    .flatMap((file) => checkFile(file, terms, taken));
}

function checkFile(file: IdentifiedSchema, terms: Terms, taken: ReadonlyMap<string, string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (context: string, at: string, name: string): void => {
    diagnostics.push(diagnose('schema-name-is-free', file.locate(at), { context, name }));
  };
  const type = typeOfFile(file.name);
  if (type !== undefined && schemes.has(type)) report('scheme', '', type);
  visitSchemas(file.value, (schema, path) => {
    const { properties } = schema;
    for (const name of Object.keys(objectMembers(properties))) {
      const at = `${path === '' ? '' : `${path}/`}properties/${name}`;
      const iri = path === '' && type !== undefined ? terms.propertyIri(name, [type]) : '';
      if (ofEveryObject.has(name)) report('object', at, name);
      else if (taken.has(iri)) report('term', at, name);
    }
  });
  return diagnostics;
}

/** A project's file with the name of one that says what the tool reads and writes would change nothing. Findings: schema-name-is-free. */
export function checkFileName({ isOwn, name, locate }: SchemaSource): Diagnostic[] {
  return isOwn ? [diagnose('schema-name-is-free', locate(''), { context: 'file', name })] : [];
}

/**
 * Holds the prefixes of a project against those of the tool, which its data are written with, and against what a prefix can be.
 *
 * @param builtin prefixes of the tool
 * @param types names of all entity types
 * Findings: schema-name-is-free; schema-is-valid where it is no namespace.
 */
export function checkPrefixes(
  file: SchemaSource,
  builtin: JsonObject,
  types: Iterable<string>,
): Diagnostic[] {
  if (!file.isOwn) return [];
  const classes = new Set([...types].map(classTerm));
  const reserved = new Set(['def', 'tinkuy', 'xsd']);
  return Object.entries({ ...nothingOf(builtin), ...file.value }).flatMap(([prefix, value]) => {
    const known = getKey(builtin, prefix);
    if (prefix.startsWith('$') || (known !== undefined && value === known)) return [];
    const free = (context: string, expected = '') =>
      diagnose('schema-name-is-free', file.locate(prefix), { context, name: prefix, expected });
    if (known !== undefined) return [free('prefix', showValue(known))];
    if (reserved.has(prefix)) return [free('ownPrefix')];
    if (schemes.has(prefix)) return [free('schemePrefix')];
    if (classes.has(prefix)) return [free('classPrefix')];
    const isNamespace = typeof value === 'string' && namespaceForm.test(value) && URL.canParse(value);
    if (prefixForm.test(prefix) && isNamespace) return [];
    const values = { keyword: prefix, expected: 'https://example.org/terms#', found: showValue(value) };
    const isForm = !prefixForm.test(prefix);
    return [
      diagnose(
        'schema-is-valid',
        file.locate(prefix),
        isForm ? { keyword: 'prefixes.json', expected: '[A-Za-z][A-Za-z0-9_.-]*', found: prefix } : values,
      ),
    ];
  });
}

/** Every name with nothing to it: what a file takes away is asked for as well. */
function nothingOf(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(object).map((name) => [name, null]));
}
