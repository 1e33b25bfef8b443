import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { readTree } from './read-tree.ts';
import { type Hunk, readTutorial } from './read-tutorial.ts';
import { runTinkuy } from './run-tinkuy.ts';

/**
 * Does in a folder what a page of docs/ tells its reader to do, and expects what the page shows. A command that fails leaves
 * dist/ as it was.
 *
 * @returns the commands in their order with their exit codes: "npx tinkuy check: 1"
 */
export function followTutorial(markdown: string, folder: string): string[] {
  const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
  const write = (at: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const codes: string[] = [];
  for (const step of readTutorial(markdown)) {
    if (step.does === 'write') {
      write(step.path, step.text);
    } else if (step.does === 'change') {
      write(step.path, applyHunks(read(step.path), step.hunks));
    } else if (step.does === 'see') {
      // No-break spaces look like spaces.
      expectExcerpt(read(step.path).replaceAll('\u00a0', ' '), step.text);
    } else {
      const before = readTree(path.join(folder, 'dist'));
      const { code, out, err } = followCommand(step.command, folder);
      expectExcerpt(out.replaceAll(packageRoot, '/home/ana/tinkuy/'), step.prints);
      expect(err).toBe('');
      codes.push(`${step.command}: ${code}`);
      if (code !== 0) expect(readTree(path.join(folder, 'dist'))).toEqual(before);
    }
  }
  return codes;
}

/** Runs a command as a page shows it. */
export function followCommand(command: string, folder: string): ReturnType<typeof runTinkuy> {
  const [npx, tinkuy, ...options] = command.split(' ');
  expect([npx, tinkuy]).toEqual(['npx', 'tinkuy']);
  return runTinkuy(folder, ...options);
}

function applyHunks(text: string, hunks: readonly Hunk[]): string {
  return hunks.reduce((changed, { before, after }) => {
    const parts = `\n${changed}`.split(`\n${before}`);
    expect(parts, `once in the file: ${before}`).toHaveLength(2);
    return parts.join(`\n${after}`).slice(1);
  }, text);
}

/** The excerpt's lines are in the text, in this order and, but for "…" on a line of its own, without a gap. */
function expectExcerpt(text: string, excerpt: string): void {
  let rest = `\n${text.trim()}\n`;
  const parts = excerpt.trim().split(/^…$/m);
  for (const [index, part] of parts.entries()) {
    const wanted = part.trim() === '' ? '\n' : `\n${part.replace(/^\n|\n$/g, '')}\n`;
    expect(rest).toContain(wanted);
    const at = rest.indexOf(wanted);
    if (index === 0) expect(at).toBe(0);
    rest = rest.slice(at + wanted.length - 1);
  }
  if (parts.at(-1)?.trim() !== '') expect(rest).toBe('\n');
}
