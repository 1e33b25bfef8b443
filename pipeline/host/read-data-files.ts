import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../model.ts';

const endings = /\.(?:nt|ttl|jsonld)$/;

/**
 * Linked data to compare: a file of N-Triples, Turtle or JSON-LD; or the N-Triples of a folder like dist/ or dist/data/.
 * Empty where there is none.
 */
export function readDataFiles(at: string, cwd: string): SourceFile[] {
  const full = path.resolve(cwd, at);
  const read = (file: string) => ({ path: path.relative(cwd, file), text: readFileSync(file, 'utf8') });
  try {
    if (!statSync(full).isDirectory()) return endings.test(full) ? [read(full)] : [];
    const folder = [path.join(full, 'data'), full].find((place) => triplesIn(place).length > 0);
    return folder === undefined ? [] : triplesIn(folder).map((name) => read(path.join(folder, name)));
  } catch {
    return [];
  }
}

function triplesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.nt'))
      .sort();
  } catch {
    return [];
  }
}
