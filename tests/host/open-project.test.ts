import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '../../pipeline/host/open-project.ts';
import { UsageError } from '../../pipeline/host/usage-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

test.each(['nowhere', 'tinkuy.yaml', 'tinkuy.yaml/inside', 'circle', 'a'.repeat(300), 'a\0b'])(
  '%j is no project, and no bug',
  (folder) => {
    const root = temporaryFolder({ 'tinkuy.yaml': '' });
    symlinkSync('circle', path.join(root, 'circle'));
    expect(() => openProject(folder, root)).toThrow(UsageError);
  },
);
