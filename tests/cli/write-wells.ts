import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Texts by path; an object is written as JSON. */
export type Files = Record<string, object | string>;

export const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
export const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';

/** Writes the smallest project that builds, with these files in it or in the place of its own; returns the folder. */
export function writeWells(folder: string, files: Files): string {
  const all = {
    'tinkuy.yaml': `base: https://example.org/wells/\neditions: { en: en-US }\n${off}`,
    'source/t/article.md': `---\ntitle: Wells\nlanguage: en\n${licence}---\n\nWells.\n`,
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}
