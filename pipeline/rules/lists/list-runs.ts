import type { ListPart } from './list-parts.ts';

/**
 * Enumerations among the items of a clause: members that follow each other, of which a conjunction joins the last one, or all,
 * or none. Each has two members or more.
 */
export function listRuns(parts: readonly (ListPart | undefined)[]): ListPart[][] {
  const runs: ListPart[][] = [];
  let run: ListPart[] = [];
  const flush = (): void => {
    if (run.length > 1) runs.push(run);
    run = [];
  };
  for (const part of parts) {
    if (!part?.begins || (isClosed(run) && !part.item.isJoined)) flush();
    if (!part) continue;
    const isOpen = run.length === 0 || part.begins;
    if (!isOpen) flush();
    run.push(part);
    const [, ...later] = run;
    const isLast = part.item.isJoined && later.some(({ item }) => !item.isJoined);
    if (!part.ends || isLast) flush();
  }
  flush();
  return runs;
}

function isClosed(run: readonly ListPart[]): boolean {
  return run.slice(1).some(({ item }) => item.isJoined);
}
