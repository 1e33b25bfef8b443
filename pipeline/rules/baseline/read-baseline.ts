import type { Diagnostic, Json, Location, SourceFile, Staged } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';
import { diagnose } from '../diagnose.ts';
import type { BaselineEntry } from './baseline-entry.ts';

/** Version of the form; one that is not known is not read. */
export const baselineVersion = 1;

const rule = 'baseline-is-readable';
/** What git writes where two branches changed the same lines. */
const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

/**
 * Reads a baseline as `writeBaseline` writes it. One that cannot be read whole knows nothing: every finding is new then.
 * Findings: baseline-is-readable.
 */
export function readBaseline(file: SourceFile): Staged<BaselineEntry[]> {
  const lines = file.text.split('\n');
  const refuse = (line: number, values: Diagnostic['values']): Staged<BaselineEntry[]> => ({
    value: [],
    diagnostics: [diagnose(rule, wholeLine(file.path, lines, line), values)],
  });
  const marked = lines.findIndex((line) => conflict.test(line.trimEnd()));
  if (marked !== -1) return refuse(marked, { context: 'conflict', found: lines[marked] ?? '' });
  const json = parse(file.text);
  if (!isObject(json) || !Array.isArray(json.findings)) return refuse(0, {});
  const { version, findings } = json;
  if (version !== baselineVersion) {
    const at = Math.max(
      0,
      lines.findIndex((line) => line.includes('"version"')),
    );
    return refuse(at, {
      context: 'version',
      expected: baselineVersion,
      found: JSON.stringify(version ?? null),
    });
  }
  const entries = findings.flatMap(toEntry);
  return entries.length === findings.length ? { value: entries, diagnostics: [] } : refuse(0, {});
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function toEntry(found: Json): BaselineEntry[] {
  if (!isObject(found)) return [];
  const { rule: id, path, fingerprint } = found;
  if (typeof id !== 'string' || typeof path !== 'string' || typeof fingerprint !== 'string') return [];
  return [{ rule: id, path, fingerprint }];
}

function wholeLine(path: string, lines: readonly string[], index: number): Location {
  const offset = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  const { length } = lines[index] ?? '';
  return {
    path,
    start: { line: index + 1, column: 1, offset },
    end: { line: index + 1, column: length + 1, offset: offset + length },
  };
}
