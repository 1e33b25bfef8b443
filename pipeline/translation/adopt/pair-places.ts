import { diffArrays } from 'diff';
import type { Nodes } from 'mdast';
import type { Diagnostic, Document, Json, Location } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { blockKindOf, childrenOf, excerptOf, isLeaf, isReordered, signature, tokensOf } from './blocks.ts';
import { locateChange } from './locate-token.ts';
import { type BlockToken, readTextTokens, signatureOf } from './tokens.ts';

/** A heading, paragraph, cell or text of the front matter that differs between two versions of an edition. */
export interface PairedPlace {
  /** Way to it in the published version: places among children ("3/0/1"), or the key path in the front matter ("#title"). */
  path: string;
  published: BlockToken[];
  edited: BlockToken[];
  /** In the edited file. */
  location: Location;
  /** In the published one. */
  origin: Location;
  /** From the first to the last word that was edited, in the edited file. */
  change: Location;
}

/** Compares two versions of an edition block by block. Findings: hand-edit-keeps-structure. */
export function pairPlaces(
  published: Document,
  edited: Document,
): { places: PairedPlace[]; diagnostics: Diagnostic[] } {
  const places: PairedPlace[] = [];
  const diagnostics: Diagnostic[] = [];
  pairFrontMatter(published.frontMatter.value, edited.frontMatter.value, '');
  pairChildren(published.tree, edited.tree, '');
  return { places, diagnostics };

  function pairFrontMatter(was: Json | undefined, is: Json | undefined, path: string): void {
    if (typeof was === 'string' && typeof is === 'string') {
      const tokens = { published: readTextTokens(was), edited: readTextTokens(is) };
      if (signatureOf(tokens.published) === signatureOf(tokens.edited)) return;
      const [location, origin] = [edited.frontMatter.locate(path), published.frontMatter.locate(path)];
      places.push({ path: `#${path}`, ...tokens, location, origin, change: location });
    } else if (isParent(was) && isParent(is) && sameKeys(was, is)) {
      for (const [key, child] of Object.entries(was)) {
        pairFrontMatter(
          child,
          Object.entries(is).find(([name]) => name === key)?.[1],
          path ? `${path}/${key}` : key,
        );
      }
    } else if (JSON.stringify(was) !== JSON.stringify(is)) {
      const context = 'front-matter';
      diagnostics.push(
        diagnose('hand-edit-keeps-structure', edited.frontMatter.locate(path), { context, found: path }),
      );
    }
  }

  function pairChildren(was: Nodes, is: Nodes, path: string): void {
    const [before, after] = [childrenOf(was), childrenOf(is)];
    const isAlike =
      before.length === after.length &&
      before.every((node, index) => blockKindOf(node) === blockKindOf(after[index]));
    if (isAlike && !isReordered(before, after)) pairRun(before, after, 0, path);
    else {
      const changes = diffArrays(before.map(signature), after.map(signature));
      let [i, j] = [0, 0];
      let run = { removed: 0, added: 0 };
      const finish = (): void => {
        pairRun(
          before.slice(i - run.removed, i),
          after.slice(j - run.added, j),
          i - run.removed,
          path,
          is,
          after[j],
        );
        run = { removed: 0, added: 0 };
      };
      for (const { added, removed, count } of changes) {
        if (!added && !removed) finish();
        if (removed) run.removed += count;
        if (added) run.added += count;
        if (!added) i += count;
        if (!removed) j += count;
        if (!added && !removed) run = { removed: 0, added: 0 };
      }
      finish();
    }
  }

  /** Blocks that stand in each other's place; `next` is the edited one after them. */
  function pairRun(
    was: Nodes[],
    is: Nodes[],
    first: number,
    path: string,
    parent?: Nodes,
    next?: Nodes,
  ): void {
    const isAlike =
      was.length === is.length && was.every((node, index) => blockKindOf(node) === blockKindOf(is[index]));
    if (!isAlike || (parent !== undefined && isReordered(was, is))) {
      reportStructure(was, is, next ?? parent);
      return;
    }
    was.forEach((node, index) => {
      const other = is[index];
      if (!other || signature(node) === signature(other)) return;
      const place = `${path}/${first + index}`;
      if (isLeaf(node) && isLeaf(other)) {
        const tokens = { published: tokensOf(node), edited: tokensOf(other) };
        const location = locate(other);
        const change = locateChange(tokens.published, tokens.edited, location, edited);
        places.push({ path: place, ...tokens, location, origin: locate(node, published), change });
      } else if (childrenOf(node).length > 0) pairChildren(node, other, place);
      else reportStructure([node], [other], other);
    });
  }

  function reportStructure(was: Nodes[], is: Nodes[], next: Nodes | undefined): void {
    const context = is.length > was.length ? 'added' : is.length < was.length ? 'removed' : 'changed';
    const location = locate(is[0] ?? next ?? edited.tree);
    const place = is.length > 0 ? location : { ...location, end: location.start };
    const values = { context, expected: excerptOf(was), found: excerptOf(is) };
    diagnostics.push(diagnose('hand-edit-keeps-structure', place, values));
  }

  function locate({ position }: Nodes, { path } = edited): Location {
    const begin = { line: 1, column: 1, offset: 0 };
    return { path, start: position?.start ?? begin, end: position?.end ?? begin };
  }
}

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

function isParent(value: Json | undefined): value is Json[] | Record<string, Json> {
  return typeof value === 'object' && value !== null;
}

function sameKeys(a: object, b: object): boolean {
  const keys = Object.keys(b);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    Object.keys(a).length === keys.length &&
    keys.every((key) => Object.hasOwn(a, key))
  );
}
