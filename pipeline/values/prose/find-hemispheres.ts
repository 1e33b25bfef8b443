import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';

/** Makes the finder of the direction of a latitude or longitude, behind degrees, minutes or seconds: the "S" of "16° 30′ S". */
export function createHemisphereFinder({ coordinates = {} }: LocaleWords): (text: string) => TextValue[] {
  const { ignored = [], ...directions } = coordinates;
  const byWord = new Map(
    Object.entries(directions).flatMap(([direction, words]) =>
      words.map((word) => [word, direction] as const),
    ),
  );
  if (byWord.size === 0) return () => [];
  const any = anyOf(byWord.keys());
  const passed = ignored.length > 0 ? `(?:(?:${anyOf(ignored)})[\\s\u00a0]){0,3}` : '';
  const pattern = new RegExp(
    `(?<=\\p{Nd}[\\s\u00a0]?[°º′’'″”"])[\\s\u00a0]?${passed}(${any})(?![\\p{L}\\p{Nd}])`,
    'dgu',
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = (match as RegExpExecArray).indices?.[1] ?? [];
      if (start === undefined || end === undefined) return [];
      const value = `hemisphere ${byWord.get(match[1] ?? '')}`;
      return [foundValue({ form: 'hemisphere', start, end, value, isCertain: true })];
    });
}
