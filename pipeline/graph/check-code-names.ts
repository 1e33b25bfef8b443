import type { Diagnostic, Entity, Graph, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { codeLists, type ListedCode } from '../values/code-lists.ts';
import { nameWords } from '../values/name-words.ts';
import { entityNames } from './entity-names.ts';
import { findWholes } from './find-wholes.ts';
import { locateValue } from './locate-value.ts';

type CodeList = ReadonlyMap<string, ListedCode>;

/** An entity with a code of a list that somebody else keeps. */
interface Coded {
  entity: Entity;
  property: Property;
  code: string;
}

/**
 * A code of a list that somebody else keeps (x-code-list) is the entity's own: what the list calls another code is not what the
 * entity is called, and what the entity is a part of, has the code that the list makes it a part of. Where the list calls the
 * code as the entity is called, or neither is called so, nothing is said of the name.
 * Findings: code-is-of-its-entity.
 */
export function checkCodeNames(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  const coded = new Map<Entity, Coded>();
  for (const entity of graph.entities.values()) {
    for (const property of vocabulary.types.get(entity.type)?.properties.values() ?? []) {
      const code = entity.properties[property.name];
      if (property.codeList !== undefined && typeof code === 'string')
        coded.set(entity, { entity, property, code });
    }
  }
  return [...coded.values()].flatMap((one) => {
    const list = codeLists.get(one.property.codeList ?? '');
    const listed = list?.get(one.code);
    if (!list || !listed) return [];
    const wrong = wholeWithAnotherCode(one, listed, { graph, vocabulary, coded });
    const { entity, property, code } = one;
    const values = { entity: entity.id, property: property.name, found: code, name: listed.name };
    const location = locateValue(entity, property.name);
    if (wrong) {
      const related = [{ location: locateValue(wrong.entity, wrong.property.name), role: 'other' }];
      const found = { ...values, context: 'part', whole: wrong.entity.id, expected: `${wrong.code}-…` };
      return [diagnose('code-is-of-its-entity', location, found, related)];
    }
    const right = codeCalled(entity, listed, list, vocabulary);
    return right === undefined
      ? []
      : [diagnose('code-is-of-its-entity', location, { ...values, expected: right })];
  });
}

/** What the entity is a part of and has a code, where none of these has the one that the list gives as the whole. */
function wholeWithAnotherCode(
  { entity, property }: Coded,
  listed: ListedCode,
  { graph, vocabulary, coded }: { graph: Graph; vocabulary: Vocabulary; coded: ReadonlyMap<Entity, Coded> },
): Coded | undefined {
  const wholes = [...findWholes(entity, graph, vocabulary)].flatMap((whole) => {
    const one = coded.get(whole);
    return one && one.property.codeList === property.codeList ? [one] : [];
  });
  // A territory with a code of its own may belong to a country all the same.
  return listed.parent === undefined || wholes.some(({ code }) => code === listed.parent)
    ? undefined
    : wholes[0];
}

/** The only code beside the entity's own that the list calls as the entity is called, where it does not call its own so. */
function codeCalled(
  entity: Entity,
  own: ListedCode,
  list: CodeList,
  vocabulary: Vocabulary,
): string | undefined {
  const labels = entityNames(entity, vocabulary).map(({ text }) => nameWords(text));
  const isCalled = ({ name }: ListedCode): boolean => {
    const words = nameWords(name.replace(/,.*$/, ''));
    return words.length > 0 && labels.some((label) => words.every((word) => label.includes(word)));
  };
  if (isCalled(own)) return undefined;
  const called = [...list].filter(([, other]) => isCalled(other));
  const beside = called.filter(([, other]) => other.parent === own.parent);
  const others = beside.length > 0 ? beside : called;
  const longest = Math.max(...others.map(([, { name }]) => nameWords(name).length));
  const [first, ...more] = others.filter(([, { name }]) => nameWords(name).length === longest);
  return first && more.length === 0 ? first[0] : undefined;
}
