import type { Segment } from '../model.ts';

/**
 * Ids of the blocks that segments are, the same in all editions: "s-introduction.p3" is the third segment under the
 * heading, which itself has the id of its section; ".p2" without a section are those before the first heading. Of the front
 * matter it is the key: "_title". No id of a heading or a box has a full stop or begins with "_".
 */
export function segmentIds(segments: readonly Segment[]): Map<number, string> {
  const counts = new Map<string, number>();
  return new Map(
    segments.map(({ index, kind, key, section }) => {
      if (key !== undefined) return [index, `_${key.replaceAll('/', '.')}`];
      if (kind === 'heading' && !counts.has(section)) {
        counts.set(section, 0);
        return [index, section];
      }
      const count = (counts.get(section) ?? 0) + 1;
      counts.set(section, count);
      return [index, `${section || '_'}.p${count}`];
    }),
  );
}
