import { escapePattern } from './escape-pattern.ts';

/** A pattern for an abbreviation as people type it: its points may be missing, its spaces are of any length, or none. */
export function writeLoosely(form: string): string {
  return [...form.replace(/\s+(?=\S)/g, ' ')]
    .map((sign) => (sign === '.' ? '\\.?' : sign === ' ' ? '[\\s\\u00a0]*' : escapePattern(sign)))
    .join('')
    .replace(/(?<=[\p{L}º])$/u, '\\.?');
}
