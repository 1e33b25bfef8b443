import { diffArrays } from 'diff';
import type { Nodes } from 'mdast';
import type { Location } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { blockKindOf, childrenOf, excerptOf, isLeaf, isReordered, signature, tokensOf } from './blocks.ts';
import { locateChange } from './locate-token.ts';
import type { ComparedVersions } from './paired-place.ts';

/** Blocks of two versions that stand in each other's place. */
interface BlockRun {
  was: Nodes[];
  is: Nodes[];
  /** Place of the first one among the published children. */
  first: number;
}

/** Pairs the blocks within two nodes that differ. @param path of the nodes, by places among children */
export function pairBlocks(was: Nodes, is: Nodes, path: string, versions: ComparedVersions): void {
  const [before, after] = [childrenOf(was), childrenOf(is)];
  if (isAlike(before, after) && !isReordered(before, after)) {
    pairRun({ was: before, is: after, first: 0 }, path, versions);
    return;
  }
  for (const { next, ...run } of runsBetween(before, after)) {
    if (isAlike(run.was, run.is) && !isReordered(run.was, run.is)) pairRun(run, path, versions);
    else reportStructure(run.was, run.is, next ?? is, versions);
  }
}

/** Whether blocks differ in nothing but what is in them. */
function isAlike(was: Nodes[], is: Nodes[]): boolean {
  return was.length === is.length && was.every((node, index) => blockKindOf(node) === blockKindOf(is[index]));
}

/** What stands between the blocks that are the same in both; `next` is the edited one after it. */
function runsBetween(before: Nodes[], after: Nodes[]): (BlockRun & { next: Nodes | undefined })[] {
  const runs: (BlockRun & { next: Nodes | undefined })[] = [];
  let [i, j] = [0, 0];
  let [first, firstEdited] = [0, 0];
  const finish = (): void => {
    runs.push({ was: before.slice(first, i), is: after.slice(firstEdited, j), first, next: after[j] });
  };
  for (const { added, removed, count } of diffArrays(before.map(signature), after.map(signature))) {
    const isSame = !added && !removed;
    if (isSame) finish();
    if (!added) i += count;
    if (!removed) j += count;
    if (isSame) [first, firstEdited] = [i, j];
  }
  finish();
  return runs;
}

function pairRun({ was, is, first }: BlockRun, path: string, versions: ComparedVersions): void {
  const { published, edited, places } = versions;
  was.forEach((node, index) => {
    const other = is[index];
    if (!other || signature(node) === signature(other)) return;
    const place = `${path}/${first + index}`;
    if (isLeaf(node) && isLeaf(other)) {
      const tokens = { published: tokensOf(node), edited: tokensOf(other) };
      const location = locate(other, edited.path);
      const change = locateChange(tokens.published, tokens.edited, location, edited);
      places.push({ path: place, ...tokens, location, origin: locate(node, published.path), change });
    } else if (childrenOf(node).length > 0) pairBlocks(node, other, place, versions);
    else reportStructure([node], [other], other, versions);
  });
}

/** Blocks came, went or became others; the finding stands at the edited ones, or before `next`. */
function reportStructure(
  was: Nodes[],
  is: Nodes[],
  next: Nodes,
  { edited, diagnostics }: ComparedVersions,
): void {
  const context = is.length > was.length ? 'added' : is.length < was.length ? 'removed' : 'changed';
  const location = locate(is[0] ?? next, edited.path);
  const place = is.length > 0 ? location : { ...location, end: location.start };
  const values = { context, expected: excerptOf(was), found: excerptOf(is) };
  diagnostics.push(diagnose('hand-edit-keeps-structure', place, values));
}

function locate({ position }: Nodes, path: string): Location {
  const begin = { line: 1, column: 1, offset: 0 };
  return { path, start: position?.start ?? begin, end: position?.end ?? begin };
}
