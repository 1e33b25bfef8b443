import type { Json, JsonObject } from '../../model.ts';
import { getKey, isObject, setKey } from '../../values/json-value.ts';
import { spellLanguageTag } from '../../values/spell-language-tag.ts';
import { createAddresses } from './create-addresses.ts';
import { createTermChoice, type TermChoice } from './create-term-choice.ts';
import type { Node } from './nodes.ts';
import type { KnownContext, TermDefinition } from './read-context.ts';
import { type NodeObject, readObject } from './read-object.ts';

/** Writes an address by a term that means it, else with a prefix. */
type WriteAddress = (iri: string) => string;

/**
 * Nodes in the terms of a context: the compaction of JSON-LD 1.1 (https://www.w3.org/TR/json-ld11-api/#compaction) of
 * nodes that hold references, literals and lists, without a JSON-LD processor. Expanded they say the same.
 *
 * @throws Error for a value that is none of these, for what is no address, for a node of which nothing is said: bugs of ours
 */
export function compactNodes(nodes: readonly Node[], context: KnownContext): JsonObject[] {
  const { expand, shorten } = createAddresses(context.prefixes);
  const common = createTermChoice(context.definitions);
  const choiceIn = createScopedChoice(context.definitions, common);
  return nodes.map(({ '@id': id, '@type': types = [], ...properties }) => {
    const classes = types.map(expand);
    const terms = choiceIn(classes);
    const node: JsonObject = { '@id': shorten(expand(id)) };
    for (const iri of classes) append(node, '@type', common.ofClass(iri)?.term ?? shorten(iri), false);
    const writeType: WriteAddress = (iri) => terms.ofClass(iri)?.term ?? shorten(iri);
    for (const key of Object.keys(properties).sort()) {
      const iri = expand(key);
      for (const each of [properties[key] ?? []].flat()) {
        const value = readObject(each, expand);
        const term = terms.ofProperty(iri, value);
        const written = writeObject(value, term, shorten, writeType);
        if (term?.hasLanguages) addTagged(node, term, value, written);
        else append(node, term?.term ?? shorten(iri), written, term?.isSet ?? false);
      }
    }
    if (Object.keys(node).length === 1) throw new Error(`Nothing is said of ${id}`);
    return node;
  });
}

/** The terms in nodes of some classes: those of the context, and those that the classes bring. */
function createScopedChoice(definitions: readonly TermDefinition[], common: TermChoice) {
  const choices = new Map<string, TermChoice>();
  return (classes: readonly string[]): TermChoice => {
    const scoped = [...classes].sort().flatMap((iri) => common.ofClass(iri)?.scope ?? []);
    if (scoped.length === 0) return common;
    const key = classes.join(' ');
    const byTerm = new Map([...definitions, ...scoped].map((definition) => [definition.term, definition]));
    const choice = choices.get(key) ?? createTermChoice([...byTerm.values()]);
    choices.set(key, choice);
    return choice;
  };
}

/** https://www.w3.org/TR/json-ld11-api/#value-compaction */
function writeObject(
  value: NodeObject,
  term: TermDefinition | undefined,
  writeReference: WriteAddress,
  writeType: WriteAddress,
): Json {
  if ('id' in value) {
    const reference = writeReference(value.id);
    return term?.type === '@id' ? reference : { '@id': reference };
  }
  if ('items' in value)
    return { '@list': value.items.map((item) => writeObject(item, term, writeReference, writeType)) };
  const { text, language, type } = value;
  if (language !== undefined)
    return term?.hasLanguages ? text : { '@language': spellLanguageTag(language), '@value': text };
  if (type === undefined || type === term?.type) return text;
  return { '@type': writeType(type), '@value': text };
}

/** Adds a text to a map of languages (https://www.w3.org/TR/json-ld11/#language-indexing). */
function addTagged(
  node: JsonObject,
  { term, isSet }: TermDefinition,
  value: NodeObject,
  written: Json,
): void {
  const known = getKey(node, term);
  const map = isObject(known) ? known : {};
  if (map !== known) setKey(node, term, map);
  const language = 'language' in value ? value.language : undefined;
  append(map, language === undefined ? '@none' : spellLanguageTag(language), written, isSet);
}

/** Adds a value to those of a key; a single one stands alone, but in a set. */
function append(object: JsonObject, key: string, value: Json, isSet: boolean): void {
  const known = getKey(object, key);
  if (Array.isArray(known)) known.push(value);
  else if (known === undefined) setKey(object, key, isSet ? [value] : value);
  else setKey(object, key, [known, value]);
}
