import type { Language, Passage, PlainText, TextRange } from '../model.ts';

/** Code points before and after a passage that tell it apart from others with the same words. */
const contextLength = 32;

/** Makes the places of a text's words out of ranges in the text as it was put together. */
export function createPassages(
  language: Language,
  raw: string,
  ranges: { segments: Map<number, TextRange>; annotations: Map<string, TextRange> },
): PlainText {
  const text = `${raw.normalize('NFC')}\n`;
  const points = [...text];
  // Where nothing changed, an offset's code points can be counted once for all; else what stands before it is made NFC.
  const isNfc = text.length === raw.length + 1 && text.startsWith(raw);
  const counts = isNfc ? countPoints(text) : undefined;
  const position = (offset: number): number =>
    counts ? (counts[offset] ?? points.length) : [...raw.slice(0, offset).normalize('NFC')].length;
  const passage = (range: TextRange | undefined): Passage | undefined => {
    if (!range || range.end <= range.start) return undefined;
    const [start, end] = [position(range.start), position(range.end)];
    return { start, end, ...quote(points, start, end) };
  };
  return {
    language,
    text,
    annotation: (segment, order) => passage(ranges.annotations.get(`${segment} ${order}`)),
    segment: (segment) => passage(ranges.segments.get(segment)),
  };
}

/** The words between two positions, and those around them; positions and lengths in code points. */
function quote(points: readonly string[], start: number, end: number): Omit<Passage, 'start' | 'end'> {
  return {
    exact: points.slice(start, end).join(''),
    prefix: points.slice(Math.max(0, start - contextLength), start).join(''),
    suffix: points.slice(end, end + contextLength).join(''),
  };
}

/** For each UTF-16 offset the number of code points before it. */
function countPoints(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  let count = 0;
  for (let offset = 0; offset < text.length; ) {
    counts[offset] = count;
    const size = (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    if (size === 2) counts[offset + 1] = count;
    offset += size;
    count += 1;
  }
  counts[text.length] = count;
  return counts;
}
