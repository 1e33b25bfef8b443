import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from './run-in-process.ts';

/** Files by path: bytes, a text, or JSON. */
export type Repository = Record<string, string | Buffer | object>;

export interface CheckedFolder {
  code: number | null;
  /** "rule path:line:column", with "(warning)" where it is one. */
  found: string[];
  messages: string[];
  /** What was checked. */
  told: string;
}

export function writeRepository(files: Repository): string {
  const folder = temporaryFolder();
  for (const [at, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
    writeFileSync(path.join(folder, at), bytes);
  }
  return folder;
}

/** Runs `tinkuy check` in a folder. */
export async function checkFolder(folder: string, ...options: string[]): Promise<CheckedFolder> {
  const { code, out, err } = await runInProcess(folder, 'check', '--reporter', 'json', ...options);
  const { findings } = JSON.parse(out) as { findings: Told[] };
  return {
    code,
    found: findings.map(
      ({ rule, severity, path: at, start: { line, column } }) =>
        `${rule} ${at}:${line}:${column}${severity === 'warning' ? ' (warning)' : ''}`,
    ),
    messages: findings.map(({ message, help }) => `${message} ${help}`),
    told: err.trim(),
  };
}

interface Told {
  rule: string;
  severity: string;
  message: string;
  help: string;
  path: string;
  start: { line: number; column: number };
}

/** Writes a repository and checks it. */
export async function checkOf(files: Repository, ...options: string[]): Promise<CheckedFolder> {
  return checkFolder(writeRepository(files), ...options);
}
