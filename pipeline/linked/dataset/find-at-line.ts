import type { Entity, Publication } from '../../model.ts';

/** What an author wrote at a line: segments of the text, in the source or a translation, or the record of an entity. */
export interface AtLine {
  segments: Set<number>;
  entity: Entity | undefined;
}

/** @param text of the file, in which an entry of a catalog goes from one empty line to the next */
export function findAtLine(
  { editions, graph }: Publication,
  { path, line, text }: { path: string; line: number; text: string },
): AtLine {
  const segments = new Set<number>();
  for (const { isSource, segments: own } of editions) {
    const [first, last] = isSource ? [line, line] : entryAt(text, line);
    for (const { segment, node, locate } of own) {
      const { path: at, start, end } = isSource ? segment.location : locate(node);
      if (at === path && start.line <= last && end.line >= first) segments.add(segment.index);
    }
  }
  return {
    segments,
    entity: segments.size > 0 ? undefined : recordAt([...graph.entities.values()], path, line),
  };
}

/** First and last line of what is around a line without an empty one between. */
function entryAt(text: string, line: number): [number, number] {
  const lines = text.split(/\r?\n/);
  const isEmpty = (number: number): boolean => (lines[number - 1] ?? '').trim() === '';
  let [first, last] = [line, line];
  if (isEmpty(line)) return [line, line];
  while (!isEmpty(first - 1)) first -= 1;
  while (!isEmpty(last + 1)) last += 1;
  return [first, last];
}

/** The entity whose record is the last that begins before a line or at it. */
function recordAt(entities: Entity[], path: string, line: number): Entity | undefined {
  const starts = entities.flatMap((entity) =>
    [...entity.origins.values()].flat().flatMap(({ source, location, key }) => {
      const start = (key ?? location).start.line;
      return source !== 'statement' && location.path === path && start <= line ? [{ entity, start }] : [];
    }),
  );
  starts.sort((a, b) => b.start - a.start);
  return starts[0]?.entity;
}
