import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The data of each publication that a build wrote, as N-Triples, by its path in the project; empty where nothing is built. */
export function readPublishedData(root: string): Map<string, string> {
  const folder = path.join(root, 'dist', 'data');
  return new Map(
    namesIn(folder)
      .filter((name) => name.endsWith('.nt'))
      .sort()
      .map((name) => [`dist/data/${name}`, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
