import type { Link } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Document, EntityId, Vocabulary } from '../model.ts';
import { parseEntityId, parseTarget } from '../values/entity-id.ts';
import { kindOf } from '../values/kind-of.ts';
import { visitJson } from '../values/visit-json.ts';
import { parseAnnotation } from './annotation.ts';
import { parseSegment } from './syntax.ts';

/**
 * The entities that a text names: by its annotations, as their values, and in its front matter. What is wrong with them is not told
 * here.
 */
export function listNamed({ tree, frontMatter }: Document, vocabulary: Vocabulary): Set<EntityId> {
  const named = new Set<EntityId>();
  const read = ({ url, title }: Link): void => {
    const address = parseAnnotation(url, vocabulary);
    if (address.kind !== 'mention' && address.kind !== 'property') return;
    named.add(address.entity);
    const refersTo = address.kind === 'property' ? kindOf(address.property).refersTo : undefined;
    if (refersTo !== 'entity' && refersTo !== 'place') return;
    const target = parseTarget(title?.trim() ?? '');
    if (target) named.add(target.id);
  };
  visitParents(tree, 'link', read);
  visitJson(frontMatter.value, (_, value) => {
    if (typeof value !== 'string') return;
    if (parseEntityId(value)) named.add(value);
    else if (value.includes('](')) visitParents(parseSegment(value, { footnotes: [] }), 'link', read);
  });
  return named;
}
