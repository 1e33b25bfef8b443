import type { Definition, Image, Link, Nodes, Parents, Root } from 'mdast';
import { visitBlocks } from './visit-blocks.ts';

/**
 * Gives links and images with a label the address of their definition, as if it stood right after their words, and takes the
 * definitions out of the tree, which is changed in place.
 *
 * @returns the definitions, the first of each label
 */
export function resolveReferences(tree: Root): Definition[] {
  const definitions = new Map<string, Definition>();
  visitBlocks(tree, (node) => {
    if (node.type !== 'definition') return;
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return [];
  resolveIn(tree, definitions);
  return [...definitions.values()];
}

function resolveIn(parent: Parents, definitions: ReadonlyMap<string, Definition>): void {
  parent.children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
    if (node.type === 'definition') return [];
    const resolved = resolve(node, definitions);
    if (!('children' in resolved)) return [resolved];
    const isEmpty = resolved.children.length === 0;
    resolveIn(resolved, definitions);
    // What held nothing but definitions shows nothing.
    return resolved.children.length === 0 && !isEmpty && isAround(resolved) ? [] : [resolved];
  }) as typeof parent.children;
}

function resolve(node: Nodes, definitions: ReadonlyMap<string, Definition>): Nodes {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
  const definition = definitions.get(node.identifier);
  if (!definition) return node;
  const { url, title = null } = definition;
  const place = node.position && { position: node.position };
  return node.type === 'imageReference'
    ? ({ type: 'image', url, title, alt: node.alt ?? '', ...place } satisfies Image)
    : ({ type: 'link', url, title, children: node.children, ...place } satisfies Link);
}

function isAround({ type }: Nodes): boolean {
  return type === 'blockquote' || type === 'list' || type === 'listItem';
}
