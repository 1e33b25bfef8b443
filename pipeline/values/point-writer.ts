import { type Direction, parsePoint } from './geo-point.ts';
import type { WordWriter, WritingEdition } from './writing-edition.ts';

/** Makes the writer of points in one language: "13.53° S, 71.97° W"; the reader of the language reads it back. */
export function createPointWriter({ numbers, words: { coordinates } }: WritingEdition): WordWriter {
  const write = (degrees: string, positive: Direction, negative: Direction): string => {
    const direction = degrees.startsWith('-') ? negative : positive;
    return `${numbers.writeSmall(degrees.replace('-', ''))}°\u00a0${coordinates?.[direction]?.[0] ?? direction}`;
  };
  return (value) => {
    const point = parsePoint(String(value ?? ''));
    if (!point) return String(value ?? '');
    return `${write(point.latitude, 'N', 'S')}, ${write(point.longitude, 'E', 'W')}`;
  };
}
