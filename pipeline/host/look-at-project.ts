import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../model.ts';
import { UsageError } from './usage-error.ts';

/** What tells whether a folder is the project of a publication. */
export interface ProjectLook {
  /** Absolute path. */
  root: string;
  configuration: SourceFile | undefined;
  /** Whether source/ has a text. */
  hasText: boolean;
}

/** @throws UsageError where there is no such folder, or none that may be read */
export function lookAtProject(folder: string, cwd: string): ProjectLook {
  const root = path.resolve(cwd, folder);
  try {
    accessSync(root, constants.R_OK | constants.X_OK);
    if (!statSync(root).isDirectory()) throw new Error('no folder');
  } catch {
    throw new UsageError('noProject', { path: folder });
  }
  return { root, configuration: readConfigurationFile(root), hasText: hasText(path.join(root, 'source')) };
}

/** As a text, whatever its bytes: what is wrong with them is told where the project is read. */
function readConfigurationFile(root: string): SourceFile | undefined {
  try {
    const text = readFileSync(path.join(root, 'tinkuy.yaml'), 'utf8');
    return { path: 'tinkuy.yaml', text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
  } catch {
    return undefined;
  }
}

function hasText(source: string): boolean {
  try {
    return readdirSync(source).some((name) => isFile(path.join(source, name, 'article.md')));
  } catch {
    return false;
  }
}

function isFile(at: string): boolean {
  return statSync(at, { throwIfNoEntry: false })?.isFile() === true;
}
