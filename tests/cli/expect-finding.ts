import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { readMark } from './mark.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

/** Marked texts by path; a mark ("‸") shows where the finding is to begin. */
export type Files = Record<string, string>;

/** A finding as the JSON reporter tells it. */
export interface Finding {
  rule: string;
  message: string;
  help: string;
  path: string;
  start: { line: number; column: number };
}

/**
 * Writes the files into a project that has been built, builds it again, and expects an error of this rule at the mark,
 * with words and a next step, and dist/ untouched.
 */
export async function expectFinding(folder: string, files: Files, rule: string): Promise<void> {
  const dist = path.join(folder, 'dist');
  const before = readTree(dist);
  expect(before.size).toBeGreaterThan(0);
  const places = writeMarked(folder, files);
  expect(places, 'one mark').toHaveLength(1);

  const { code, out, err } = await runInProcess(folder, 'build', '--reporter', 'json');
  expect(err).toBe('dist was left as it was.\n');
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  const short = findings.map(({ rule, path, start }) => ({ rule, path, ...start }));
  expect(short).toContainEqual({ rule, ...places[0] });
  for (const { message, help } of findings) {
    expect(message).toMatch(/^Expected .+ found /s);
    expect(help).toMatch(/\S/);
    expect(message + help).not.toContain('{{');
  }
  expect(code).toBe(1);
  expect(readTree(dist)).toEqual(before);
}

/** Writes the files without their marks; returns the marks' places. */
export function writeMarked(folder: string, files: Files): { path: string; line: number; column: number }[] {
  return Object.entries(files).flatMap(([at, marked]) => {
    const { text, place } = readMark(marked);
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
    return place === undefined ? [] : [{ path: at, ...place }];
  });
}
