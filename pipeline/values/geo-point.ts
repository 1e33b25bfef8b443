import type { Json } from '../model.ts';
import { canonicalDecimal } from './decimal.ts';
import type { ValueProblem } from './value-problem.ts';

/** The four directions by the sign that every language may use. */
export const directions = ['N', 'S', 'E', 'W'] as const;
export type Direction = (typeof directions)[number];

/** Decimals of degrees that minutes and seconds become: a tenth of a metre, less than a tenth of a second. */
export const decimals = 6;

/** Longest distance from the equator and from the zero meridian, in degrees. */
const latitudeMax = 90;
const longitudeMax = 180;

/** A number of degrees in an address of a point, as a regular expression within a larger one. */
export const degreesPattern = '-?\\d{1,3}(\\.\\d+)?';

/** A point of the earth by WGS 84: degrees north of the equator and east of Greenwich, as canonical decimals. */
export interface GeoPoint {
  latitude: string;
  longitude: string;
}

/** A geo URI (RFC 5870), which is WGS 84 unless it says something else, or the two numbers alone: "geo:-13.53,-71.97". */
export function parsePoint(text: string): GeoPoint | undefined {
  const form = /^(?:geo:)?\s*([+-]?[\d.]+)\s*,\s*([+-]?[\d.]+)(?:;crs=wgs84)?$/i;
  const [, north = '', east = ''] = form.exec(text.trim()) ?? [];
  const [latitude, longitude] = [canonicalDecimal(north), canonicalDecimal(east)];
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** The canonical form of a point. */
export function geoUri({ latitude, longitude }: GeoPoint): string {
  return `geo:${latitude},${longitude}`;
}

/** The values of the message on a point that is not on the globe; undefined where it is. Its parts may have been turned. */
export function misplaced(
  found: string,
  { latitude, longitude }: GeoPoint,
): ValueProblem['values'] | undefined {
  const isWithin = (degrees: string, max: number): boolean => Math.abs(Number(degrees)) <= max;
  if (isWithin(latitude, latitudeMax) && isWithin(longitude, longitudeMax)) return undefined;
  const isTurned = isWithin(longitude, latitudeMax) && isWithin(latitude, longitudeMax);
  const values = { found, latitude, longitude };
  if (!isTurned) return values;
  return { ...values, context: 'turned', reading: geoUri({ latitude: longitude, longitude: latitude }) };
}

/** Whether words can be the point of a title, which may be more exact: as far as the minutes, seconds or decimals of the words go. */
export function agreesAsPoint(words: Json, title: Json): boolean {
  const [a, b] = [words, title].map((value) => (typeof value === 'string' ? parsePoint(value) : undefined));
  if (!a || !b) return false;
  return isNear(a.latitude, b.latitude) && isNear(a.longitude, b.longitude);
}

function isNear(coarse: string, exact: string): boolean {
  const difference = Math.abs(Number(coarse) - Number(exact));
  return difference <= precisionOf(coarse) / 2 + 10 ** -decimals;
}

/** Size of the last place of a number of degrees: a minute or a second where it is a whole number of these, else a decimal. */
function precisionOf(degrees: string): number {
  const places = degrees.split('.')[1]?.length ?? 0;
  const isWhole = (parts: number): boolean => {
    const count = Number(degrees) * parts;
    return Math.abs(count - Math.round(count)) < parts * 10 ** -decimals;
  };
  if (places < decimals) return 10 ** -places;
  return isWhole(60) ? 1 / 60 : isWhole(3600) ? 1 / 3600 : 10 ** -places;
}
