import type { JsonObject } from '../../model.ts';
import { readEdtf } from './read-edtf.ts';

/** Year, month, day and anything else, each of which may be missing: "2007/06//", "2007///Spring". */
const risForm = /^(\d{4})(?:\/(\d{0,2})(?:\/(\d{0,2})(?:\/(.*))?)?)?$/;

/** A date of RIS in CSL-JSON; undefined where it has no year. */
export function readRisDate(text: string): JsonObject | undefined {
  const match = risForm.exec(text.trim());
  if (!match) return readEdtf(text);
  const [, ...written] = match;
  const other = (written[3] ?? '').trim();
  const parts: number[] = [];
  for (const part of written.slice(0, 3)) {
    if (part === undefined || Number(part) === 0) break;
    parts.push(Number(part));
  }
  if (parts.length === 0) return undefined;
  return { 'date-parts': [parts], ...(other === '' ? {} : { season: other }) };
}
