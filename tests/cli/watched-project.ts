import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../pipeline/host/run.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { testTerminal } from './test-terminal.ts';

/** A project that a test changes while it is watched. */
export interface WatchedProject {
  folder: string;
  full: (at: string) => string;
  read: (at: string) => string;
  /** As many editors write: another file that takes the place, so that nobody reads half of it. */
  write: (at: string, content: string) => void;
  /** What is published. */
  dist: () => Map<string, string>;
}

export const article = 'source/vapores/article.md';
/** Nothing is wrong with it, and it is in all editions. */
export const renamed = (text: string) => text.replace('Equipo Tinkuy', 'Equipo Titicaca');
/** An entity that has no record, in a paragraph without a translation. */
export const broken = '\n[x](vessel:nowhere)\n';

export function openWatchedProject(): WatchedProject {
  const folder = temporaryFolder();
  copyFixture('vapores-del-titicaca', folder);
  const full = (at: string) => path.join(folder, at);
  return {
    folder,
    full,
    read: (at) => readFileSync(full(at), 'utf8'),
    write: (at, content) => {
      writeFileSync(`${full(at)}~`, content);
      renameSync(`${full(at)}~`, full(at));
    },
    dist: () => readTree(full('dist')),
  };
}

/** What a build of the same files in another folder comes to that shares nothing with other builds: undefined where it finds errors. */
export async function buildAnew(folder: string): Promise<Map<string, string> | undefined> {
  const files = [...readTree(folder)].filter(([at]) => !/^(?:dist|\.tinkuy)\//.test(at));
  const copy = temporaryFolder(Object.fromEntries(files));
  const terminal = { ...testTerminal(copy, {}, () => undefined), keep: undefined };
  const code = await run(['build', '--no-cache'], terminal);
  return code === 0 ? readTree(path.join(copy, 'dist')) : undefined;
}
