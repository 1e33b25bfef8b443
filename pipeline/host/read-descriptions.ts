import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Descriptions of datasets that a build wrote, by path in the project. */
export function readDescriptions(root: string): Map<string, string> {
  const folder = path.join(root, 'dist', 'data');
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('-dataset.ttl'));
  } catch {
    // Nothing is built.
  }
  return new Map(
    names.sort().map((name) => [`dist/data/${name}`, readFileSync(path.join(folder, name), 'utf8')]),
  );
}
