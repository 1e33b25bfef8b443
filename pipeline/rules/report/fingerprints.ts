import { compareText } from '../../values/compare-text.ts';
import type { Finding } from '../finding.ts';
import { createLineReader } from './create-line-reader.ts';
import { type Nesting, readNesting, wordsAround } from './words-around.ts';

export interface FingerprintSources {
  /** Text of a file of the project; undefined where it could not be read. */
  read: (path: string) => string | undefined;
  /** Digest of a text, in hexadecimal. */
  digest: (text: string) => string;
}

/**
 * What a finding is known by from run to run, each in the place of its finding: a digest of the rule, the words of the
 * segment, the words in question, what the message says of them and, in a catalog, the language. Edits elsewhere, moved lines and
 * renamed files change nothing. Findings that are alike in all of it have the same fingerprint.
 */
export function fingerprintsOf(findings: readonly Finding[], { read, digest }: FingerprintSources): string[] {
  const linesOf = createLineReader(read);
  const nestings = new Map<string, Nesting>();
  return findings.map((finding) => {
    const { location, rule, values } = finding;
    const { path } = location;
    const lines = linesOf(path) ?? [''];
    const nesting = () => {
      const known = nestings.get(path) ?? readNesting(lines);
      nestings.set(path, known);
      return known;
    };
    const parts = [
      rule,
      wordsAround(lines, location, nesting),
      inQuestion(lines, finding),
      languageOf(lines, path),
    ];
    const said = tellWhat(values);
    return digest(JSON.stringify([parts, said])).slice(0, fingerprintLength);
  });
}

/** Hexadecimal digits that are printed: 80 bits, more than any project has findings for. */
const fingerprintLength = 20;

/**
 * What the message names, but for what changes with things elsewhere: numbers, which count them, the next likely name, and all that
 * might stand where something else was found.
 */
function tellWhat(values: Finding['values']): [string, unknown][] {
  const isLeft = (name: string) => name === 'likely' || (name === 'expected' && values.found !== undefined);
  return Object.entries(values)
    .filter(([name, value]) => typeof value === 'string' && !isLeft(name))
    .sort(([a], [b]) => compareText(a, b));
}

/** The text that carets point at, or its first line where it has several. */
function inQuestion(lines: readonly string[], { location: { start, end } }: Finding): string {
  const line = lines[start.line - 1] ?? '';
  return line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined).trim();
}

/** As the head of a catalog says it; '' elsewhere: a text is what it is in its own language. */
function languageOf(lines: readonly string[], path: string): string {
  if (!path.endsWith('.po')) return '';
  const head = lines.find((line) => line.startsWith('"Language:')) ?? '';
  return /^"Language:\s*([\w-]+)/.exec(head)?.[1] ?? '';
}
