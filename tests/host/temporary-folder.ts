import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files that goes when the test ends; returns its path. */
export function temporaryFolder(files: Record<string, string | Buffer> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [at, content] of Object.entries(files)) {
    const full = path.join(folder, at);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  return folder;
}
