import type { RecordedRelation } from '../../linked/dataset/list-recorded.ts';
import type { Location } from '../../model.ts';
import type { Translate } from '../../project/furniture.ts';
import { createLines } from './lines.ts';

/** Narrower than the terminal, where that is wide: longer lines are hard to read. */
const widthMax = 140;

/**
 * Relations that only records say, for the terminal: each that sentences could state with these sentences, and at the end how many
 * there are of both.
 */
export function printRecorded(
  relations: readonly RecordedRelation[],
  { say, width, show }: { say: Translate; width: number; show: (path: string) => string },
): string {
  const lines = createLines(Math.min(width, widthMax));
  const at = ({ path, start }: Location) => `${show(path)}:${start.line}:${start.column}`;
  const named = relations.filter(({ sentences }) => sentences.length > 0);
  const printed = named.flatMap(({ entity, property, value, location, sentences }) => [
    ...lines.write(0, { text: `${entity}#${property} ${value} (${at(location)})` }),
    ...sentences.flatMap((sentence) => [
      ...lines.write(2, { text: sentence.text }),
      ...lines.write(4, { text: at(sentence.location) }),
    ]),
    '',
  ]);
  const counts = say('explain.recorded', { count: relations.length, number: named.length });
  return `${[...printed, counts].join('\n')}\n`;
}
