import type { Language, Passage, PlainText, TextRange } from '../model.ts';
import { createNfcPositions, type NfcPositions } from './nfc-positions.ts';

/** Code points before and after a passage that tell it apart from others with the same words. */
const contextLength = 32;

/** What places in a block are measured by; made of the blocks that somebody asks about. */
interface Measure {
  points: readonly string[];
  positions: NfcPositions;
}

/**
 * Makes blocks, and the places of words in them, out of ranges in the text as it was put together. A block is made NFC by
 * itself, and a place is counted within it, so that nothing around a block touches it.
 */
export function createPassages(
  language: Language,
  raw: string,
  ranges: { segments: ReadonlyMap<number, TextRange>; annotations: ReadonlyMap<string, TextRange> },
): PlainText {
  const blocks = new Map<number, string>();
  for (const [segment, { start, end }] of ranges.segments) {
    if (end > start) blocks.set(segment, raw.slice(start, end).normalize('NFC'));
  }
  const measures = new Map<number, Measure>();
  const measure = (segment: number, { start, end }: TextRange, text: string): Measure => {
    const known = measures.get(segment);
    if (known) return known;
    const made = { points: [...text], positions: createNfcPositions(raw.slice(start, end), text) };
    measures.set(segment, made);
    return made;
  };
  return {
    language,
    text: `${raw.normalize('NFC')}\n`,
    blocks,
    annotation: (segment, order) => {
      const range = ranges.annotations.get(`${segment} ${order}`);
      const whole = ranges.segments.get(segment);
      const text = blocks.get(segment);
      if (!range || !whole || text === undefined || range.end <= range.start) return undefined;
      const { points, positions } = measure(segment, whole, text);
      const start = positions.startAt(range.start - whole.start);
      return quote(points, start, positions.endAt(range.end - whole.start));
    },
  };
}

/** The words between two positions of a block, and those around them. */
function quote(points: readonly string[], start: number, end: number): Passage {
  return {
    start,
    end,
    exact: points.slice(start, end).join(''),
    prefix: points.slice(Math.max(0, start - contextLength), start).join(''),
    suffix: points.slice(end, end + contextLength).join(''),
  };
}
