import { canonicalDecimal } from './decimal.ts';
import { escapePattern } from './escape-pattern.ts';
import { sum as addFractions, divide, type Fraction, parseFraction, writeFraction } from './fraction.ts';
import {
  type Direction,
  decimals,
  directions,
  type GeoPoint,
  geoUri,
  misplaced,
  parsePoint,
} from './geo-point.ts';
import { ignoringCase } from './ignoring-case.ts';
import type { LocaleWords } from './locale-words.ts';
import type { ReadingEdition, WordReader } from './reading-edition.ts';
import { readable, unread } from './value-reader.ts';

/** A number with either decimal sign: of at most three figures in front none are thousands. */
const number = '\\d{1,3}(?:[.,]\\d+)?';
/** "13°31′12.5″", with the signs that keyboards have. */
const angle = `(?<degrees>${number})\\s*(?:[°º]|deg)?(?:\\s*(?<minutes>${number})\\s*['′’´])?(?:\\s*(?<seconds>${number})\\s*(?:["″”]|''|′′|’’))?`;

/**
 * Makes the reader of points in one language: "13°31′S 71°58′W", "13,53° sur, 71,97° oeste", "-13.53, -71.97", "geo:-13.53,-71.97".
 * Either decimal sign is read: a number of degrees has no thousands. Words for the directions are those of the language,
 * and N, S, E, W.
 */
export function createPointReader({ tag, words }: ReadingEdition): WordReader {
  const readHalf = createHalfReader(words);
  return (found) => {
    const text = found
      .replace(/\u2212/g, '-')
      .replace(/\s+/g, ' ')
      .trim();
    const point = parsePoint(text) ?? readNumbers(text) ?? readHalves(text, readHalf);
    if (!point) return unread('value-is-readable', { context: 'point', found, tag });
    const problem = misplaced(found, point);
    return problem ? unread('point-is-on-the-globe', problem) : readable(geoUri(point));
  };
}

/** Two numbers with signs, north and east, with a decimal comma too: "-13,53; -71,97", "-13,53, -71,97", "-13.53° -71.97°". */
function readNumbers(text: string): GeoPoint | undefined {
  const match = new RegExp(`^([+-]?${number})\\s?°?(?:\\s*;\\s*|,\\s+|\\s+)([+-]?${number})\\s?°?$`).exec(
    text,
  );
  const [latitude, longitude] = [match?.[1], match?.[2]].map((part) =>
    canonicalDecimal((part ?? '').replace(',', '.')),
  );
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

interface Half {
  direction: Direction;
  /** Without sign. */
  degrees: Fraction;
}

/** Two halves in either order, with a space, a sign or a short word between. */
function readHalves(text: string, readHalf: (text: string) => Half | undefined): GeoPoint | undefined {
  for (const { index, 0: gap } of text.matchAll(/\s*[,;/]\s*|\s+/g)) {
    const [left, right] = [text.slice(0, index), text.slice(index + gap.length)];
    const halves = [readHalf(left), readHalf(right) ?? readHalf(right.replace(/^\p{L}{1,3}\s+/u, ''))];
    const north = halves.find((half) => half && 'NS'.includes(half.direction));
    const east = halves.find((half) => half && 'EW'.includes(half.direction));
    if (north && east) return { latitude: signed(north), longitude: signed(east) };
  }
  return undefined;
}

function signed({ direction, degrees }: Half): string {
  const written = writeFraction(degrees, decimals);
  return 'SW'.includes(direction) && written !== '0' ? `-${written}` : written;
}

/** Makes the reader of one half: "13°31′S", "S 13°31′", "13.53 degrees south". */
function createHalfReader({ coordinates }: LocaleWords): (text: string) => Half | undefined {
  const byWord = new Map<string, Direction>(
    directions.map((direction) => [direction.toLowerCase(), direction]),
  );
  for (const direction of directions)
    for (const word of coordinates?.[direction] ?? []) byWord.set(word.toLowerCase(), direction);
  const alternatives = (all: Iterable<string>): string =>
    [...all]
      .sort((a, b) => b.length - a.length)
      .map(escapePattern)
      .join('|');
  const ignored = alternatives(coordinates?.ignored ?? []);
  const direction = `(?:${alternatives(byWord.keys())})`;
  const noise = ignored === '' ? '' : `(?:(?:${ignored})\\s*)*`;
  const forms = [
    ignoringCase(`^${noise}${angle}\\s*${noise}(?<direction>${direction})\\s*${noise}$`),
    ignoringCase(`^${noise}(?<direction>${direction})\\.?\\s*${noise}${angle}\\s*${noise}$`),
  ];
  return (text) => {
    const groups = forms.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
    const found = byWord.get(groups?.direction?.toLowerCase() ?? '');
    const degrees = groups && toDegrees(groups.degrees, groups.minutes, groups.seconds);
    return found && degrees ? { direction: found, degrees } : undefined;
  };
}

/** Undefined for sixty minutes or seconds, which are none. */
function toDegrees(degrees = '0', minutes = '0', seconds = '0'): Fraction | undefined {
  const parts = [degrees, minutes, seconds].map((part) => parseFraction(part.replace(',', '.')));
  if ([minutes, seconds].some((part) => Number(part.replace(',', '.')) >= 60)) return undefined;
  return parts.reduce<Fraction | undefined>(
    (sum, part, index) => {
      const size = part && divide(part, { numerator: 60n ** BigInt(index), denominator: 1n });
      return sum && size && addFractions(sum, size);
    },
    { numerator: 0n, denominator: 1n },
  );
}
