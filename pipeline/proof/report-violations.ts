import type { Iris } from '../graph/iri.ts';
import type { Diagnostic, Entity, Location, Publication, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import type { Violation } from './shapes/find-violations.ts';

/**
 * Says of each violation where in the text or in the records the value comes from.
 * Findings: data-fits-shapes, at the value; at the entity where a value is missing; at the text where nothing was written
 * by an author.
 */
export function reportViolations(
  violations: Violation[],
  publication: Publication,
  vocabulary: Vocabulary,
  iris: Iris,
): Diagnostic[] {
  const { entities, described } = publication.graph;
  const byIri = new Map([...entities.values()].map((entity) => [iris.entity(entity.id), entity]));
  if (described) byIri.set(iris.publication(publication.name), described);
  // A text in a language without an edition is told where it is written, and only as a warning (language-is-published).
  const own = violations.filter(({ constraint }) => constraint !== 'LanguageIn');
  return own.map(({ node, path, value, constraint, shape, message }) => {
    const [whole = '', part] = node.split('#');
    const entity = byIri.get(whole);
    const location =
      (entity && place(entity, part, path, vocabulary)) ?? startOfFile(publication.document.path);
    const values = {
      node,
      path: path ?? '',
      constraint,
      shape,
      found: value ?? '',
      reason: message || constraint,
    };
    return diagnose('data-fits-shapes', location, values);
  });
}

/** The first place that a property of an entity comes from, else the first of anything of the entity. */
function place(
  entity: Entity,
  part: string | undefined,
  path: string | undefined,
  vocabulary: Vocabulary,
): Location | undefined {
  const properties = [...(vocabulary.types.get(entity.type)?.properties.values() ?? [])];
  const own = part ?? properties.find(({ iri, name }) => iri === path && entity.origins.has(name))?.name;
  const key = own?.split('.')[0];
  const keys = [...entity.origins.keys()];
  const best = key === undefined ? undefined : keys.find((at) => at === key || at.startsWith(`${key}/`));
  const origins = entity.origins.get(best ?? keys[0] ?? '') ?? [];
  return origins[0]?.location;
}
