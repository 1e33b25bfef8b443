import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProjectFiles } from '../../model.ts';
import { digestSource } from '../digest-source.ts';
import { packageRoot } from '../package-root.ts';
import { sha256 } from '../sha256.ts';
import type { FileDigest, Inputs } from './run-record.ts';

/** The code that runs where it is not joined: pipeline/, or lib/ once it is compiled. */
const code = import.meta.url.endsWith('.ts') ? 'pipeline' : 'lib';
/** Beside the joined code: a digest of all of it, which is written with it (scripts/bundle.mjs). */
const joined = import.meta.url.includes('/lib/chunks/') ? 'lib/chunks/digest.txt' : undefined;
/** What npm installed, with versions and digests: https://docs.npmjs.com/cli/configuring-npm/package-lock-json#hidden-lockfiles. */
const lockfile = 'node_modules/.package-lock.json';

/** Names of what a build depends on besides the files of the project. */
export type ToolInput = '(code)' | '(dependencies)' | '(Node.js)' | '(environment)';

/**
 * All that the outcome of a build depends on, each with its digest: every file of the project that is read, so that one that
 * is missing is missing here; what comes with the tool; its code, by content, for a version number says nothing of a checkout;
 * its dependencies; Node.js with its Unicode and locale data; the variables of the environment that outputs tell of.
 * Undefined where the dependencies cannot be told, as no npm installed them.
 */
export function listInputs(
  { own, builtin }: ProjectFiles,
  env: Readonly<Record<string, string | undefined>>,
): Inputs | undefined {
  const dependencies = readLockfile();
  if (dependencies === undefined) return undefined;
  const { SOURCE_DATE_EPOCH: epoch, SOURCE_REVISION: revision } = env;
  const tool: [ToolInput, string][] = [
    ['(code)', sha256(JSON.stringify([digestCode(), ...builtin]))],
    ['(dependencies)', dependencies],
    ['(Node.js)', sha256(JSON.stringify(process.versions))],
    ['(environment)', sha256(JSON.stringify([epoch ?? null, revision ?? null]))],
  ];
  return [...tool, ...own.map((file): FileDigest => [file.path, digestSource(file)])];
}

/** Whether an input is the tool's: of the files of a project none is named so. */
export function isOfTool([name]: FileDigest): boolean {
  return /^\(.*\)$/.test(name);
}

/** Of the nearest folder with packages above the tool: its own, or that of the project it is installed in. */
function readLockfile(): string | undefined {
  for (
    let folder = packageRoot, above = '';
    folder !== above;
    above = folder, folder = path.dirname(folder)
  ) {
    try {
      return sha256(readFileSync(path.join(folder, lockfile), 'utf8'));
    } catch {
      // Not here.
    }
    if (folder === path.dirname(folder)) return undefined;
  }
  return undefined;
}

function digestCode(): string | FileDigest[] {
  if (joined !== undefined) return readFileSync(path.join(packageRoot, joined), 'utf8');
  return readdirSync(path.join(packageRoot, code), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(code, name))
    .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
    .sort()
    .map((name) => [name, sha256(readFileSync(path.join(packageRoot, name)))]);
}
