import type { Publication, Vocabulary } from '../../model.ts';
import { createLabels } from '../../publish/labels.ts';
import { likelyNames } from '../../rules/likely-names.ts';
import { splitPlace } from './parse-name.ts';

/**
 * Names that a name which leads nowhere may have been meant for, likeliest first: the entities that are called so, or
 * have the slug; near ids; near properties of an entity; near paths with the same line.
 */
export function suggestNames(
  name: string,
  publications: readonly Publication[],
  vocabulary: Vocabulary,
  paths: Iterable<string>,
): string[] {
  const entities = publications.flatMap(({ graph }) => [...graph.entities.values()]);
  const hash = name.indexOf('#');
  const owner = hash < 0 ? undefined : entities.find(({ id }) => id === name.slice(0, hash));
  if (owner) {
    const properties = vocabulary.types.get(owner.type)?.properties.keys() ?? [];
    return likelyNames(name.slice(hash + 1), properties).map((property) => `${owner.id}#${property}`);
  }
  const place = splitPlace(name);
  const files = place ? likelyNames(place.path, paths).map((path) => `${path}:${place.line}`) : [];
  const words = plain(name.slice(0, hash < 0 ? undefined : hash));
  const called = publications.flatMap((publication) => {
    const languages = publication.editions.map(({ language }) => language);
    const labels = languages.map((language) => createLabels(publication.graph, vocabulary, language));
    return [...publication.graph.entities.values()]
      .filter(({ id, slug }) => slug === words || labels.some((label) => plain(label(id).text) === words))
      .map(({ id }) => id);
  });
  const ids = likelyNames(
    hash < 0 ? name : name.slice(0, hash),
    entities.map(({ id }) => id),
  );
  return [...new Set([...files, ...called, ...ids])].slice(0, 5);
}

/** Without case and marks. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
