import { cpSync } from 'node:fs';
import path from 'node:path';
import { copyFixture } from './copy-fixture.ts';

/** Makes of an empty folder a project of three publications that speak of the same border: demo, second and third. */
export function copyJournal(folder: string): string {
  copyFixture('rule-base', folder);
  for (const name of ['second', 'third']) {
    cpSync(path.join(folder, 'source/demo'), path.join(folder, 'source', name), { recursive: true });
    for (const language of ['es', 'pt']) {
      const catalogs = path.join(folder, 'locales', language);
      cpSync(path.join(catalogs, 'demo.po'), path.join(catalogs, `${name}.po`));
    }
  }
  return folder;
}
