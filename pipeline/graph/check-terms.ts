import type { Diagnostic, Json } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isIri } from '../values/iri-form.ts';
import { isObject, objectMembers, showValue } from '../values/json-value.ts';
import { propertyNamePattern } from '../values/property-name.ts';
import type { IdentifiedSchema } from './schema-set.ts';

const context = 'x-jsonld-context';
const termForm = '{ "@id": "schema:depth", "@type": "xsd:decimal", "@container": "@set" }';
const termKeys = ['@id', '@type', '@container'];
const propertyName = new RegExp(`^${propertyNamePattern}$`);

/**
 * Holds x-jsonld-type, the x-classes of codes and x-jsonld-context of a type against what they can be: addresses, or names with a known prefix;
 * and of a context the terms of properties. Any other context is refused: one that is elsewhere would have to be
 * fetched, and one within a term would give words another meaning (https://www.w3.org/TR/json-ld11/#scoped-contexts).
 * Findings: schema-annotation-is-valid.
 */
export function checkTerms(file: IdentifiedSchema, prefixes: ReadonlyMap<string, string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (path: string, property: string, expected: string, found: Json) => {
    const annotation = annotationAt(path);
    const values = { context: 'context', annotation, property, expected, found: showValue(found) };
    diagnostics.push(diagnose('schema-annotation-is-valid', file.locate(path), values));
  };
  const checkName = (name: Json, path: string, property: string): void => {
    const isName = typeof name === 'string' && !name.startsWith('@');
    if (!isName) report(path, property, 'schema:depth', name);
    else if (name.includes('://')) {
      const isAddress = /^https?:/.test(name) && isIri(name) && URL.canParse(name);
      if (!isAddress) report(path, property, 'https://example.org/depth', name);
    } else if (!name.includes(':') || !prefixes.has(name.split(':', 1)[0] ?? '')) {
      const expected = [...prefixes.keys()].map((prefix) => `${prefix}:`).join(', ');
      const values = { property, annotation: annotationAt(path), expected, found: name, likely: '' };
      diagnostics.push(diagnose('schema-annotation-is-valid', file.locate(path), values));
    } else if (!isIri(`https://example.org/${name.slice(name.indexOf(':') + 1)}`))
      report(path, property, 'schema:depth', name);
  };
  const checkTerm = (term: Json, path: string, property: string): void => {
    if (!isObject(term)) {
      if (typeof term === 'string') checkName(term, path, property);
      else report(path, property, termForm, term);
      return;
    }
    const strangers = Object.keys(term).filter((key) => !termKeys.includes(key));
    for (const key of strangers) report(`${path}/${key}`, property, termForm, key);
    if (strangers.length === 0) checkName(term['@id'] ?? null, `${path}/@id`, property);
    const { '@type': type, '@container': container } = term;
    if (type !== undefined && type !== '@id') checkName(type, `${path}/@type`, property);
    const named = container === undefined ? [] : [container].flat();
    // What a container says of the data, checkContextTerms knows.
    if (!named.every((each) => typeof each === 'string'))
      report(`${path}/@container`, property, '@set, @language', container ?? null);
  };

  for (const [property, schema] of Object.entries(objectMembers(file.value.properties)))
    for (const [code, names] of Object.entries(isObject(schema) ? objectMembers(schema['x-classes']) : {}))
      for (const [index, name] of [names].flat().entries())
        checkName(name, `properties/${property}/x-classes/${code}/${index}`, property);
  const types = file.value['x-jsonld-type'];
  if (Array.isArray(types)) {
    for (const [index, type] of types.entries()) checkName(type, `x-jsonld-type/${index}`, '@type');
  } else if (types !== undefined) checkName(types, 'x-jsonld-type', '@type');
  const terms = file.value[context];
  if (terms === undefined) return diagnostics;
  if (!isObject(terms)) report(context, '@context', `{ "depth": ${termForm} }`, terms);
  for (const [property, term] of Object.entries(isObject(terms) ? terms : {})) {
    const path = `${context}/${property}`;
    // What begins with @ is a keyword of JSON-LD, or may become one.
    if (propertyName.test(property) && !property.startsWith('@')) checkTerm(term, path, property);
    else report(path, property, `{ "depth": ${termForm} }`, property);
  }
  return diagnostics;
}

/** The keyword that a path leads into: of the type, or of one of its properties. */
function annotationAt(path: string): string {
  const [first = '', , third = ''] = path.split('/');
  return first === 'properties' ? third : first;
}
