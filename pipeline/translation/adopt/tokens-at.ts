import type { Nodes } from 'mdast';
import type { Document, Json } from '../../model.ts';
import { childrenOf, tokensOf } from './blocks.ts';
import { isParent } from './pair-front-matter.ts';
import { type BlockToken, readTextTokens } from './tokens.ts';

/** The tokens at a path as `pairPlaces` gives them; undefined where the document has no such place. */
export function tokensAt({ tree, frontMatter }: Document, path: string): BlockToken[] | undefined {
  if (path.startsWith('#')) {
    let value: Json | undefined = frontMatter.value;
    for (const step of path.slice(1).split('/'))
      value = isParent(value) ? (value as Record<string, Json>)[step] : undefined;
    return typeof value === 'string' ? readTextTokens(value) : undefined;
  }
  let node: Nodes | undefined = tree;
  for (const step of path.split('/').slice(1)) node = node && childrenOf(node)[Number(step)];
  return node && tokensOf(node);
}
