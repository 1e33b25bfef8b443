import { canonicalDecimal } from './decimal.ts';
import type { ValueProblem } from './value-problem.ts';

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
