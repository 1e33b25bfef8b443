/** Where the borders of words are in a text after it was made NFC, in code points. */
export interface NfcPositions {
  /** Code points before what begins at an offset. A letter that it shares with what is before it belongs to both. */
  startAt: (offset: number) => number;
  /** Code points up to what ends at an offset, shared letters included. */
  endAt: (offset: number) => number;
}

/** Characters that never join the letter before them. There are others; these are enough for parts to be short. */
const apart = /[\p{ASCII}\p{Ideographic}]/gu;

/** @param text NFC of `raw`; offsets are those of `raw`, in UTF-16 units */
export function createNfcPositions(raw: string, text: string): NfcPositions {
  if (raw === text) {
    const counts = countPoints(text);
    const position = (offset: number): number => counts[offset] ?? 0;
    return { startAt: position, endAt: position };
  }
  const parts = cutApart(raw);
  const position = (offset: number, step: 1 | -1): number => {
    const part = parts[indexOfPart(parts, offset)];
    if (!part) return 0;
    const whole = part.raw.normalize('NFC');
    let at = offset - part.start;
    while (at > 0 && at < part.raw.length && !isBorder(part.raw, at, whole)) at += step;
    return part.points + [...part.raw.slice(0, at).normalize('NFC')].length;
  };
  return { startAt: (offset) => position(offset, -1), endAt: (offset) => position(offset, 1) };
}

/** A part of a text that can be made NFC without what stands around it. */
interface SeparablePart {
  raw: string;
  /** Offset of its first unit. */
  start: number;
  /** Code points of the NFC of all that is before it. */
  points: number;
}

function cutApart(raw: string): SeparablePart[] {
  const starts = [...new Set([0, ...[...raw.matchAll(apart)].map(({ index }) => index)])];
  let points = 0;
  return starts.map((start, index) => {
    const part = { raw: raw.slice(start, starts[index + 1]), start, points };
    points += [...part.raw.normalize('NFC')].length;
    return part;
  });
}

/** The last part that begins at an offset or before it. */
function indexOfPart(parts: readonly SeparablePart[], offset: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether what is before an offset and what is behind it share no letter. */
function isBorder(raw: string, at: number, whole: string): boolean {
  const isInsidePair = /^[\udc00-\udfff]/.test(raw.slice(at, at + 1));
  return !isInsidePair && raw.slice(0, at).normalize('NFC') + raw.slice(at).normalize('NFC') === whole;
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
