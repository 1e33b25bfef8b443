import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../pipeline/host/open-folder.ts';
import { UsageError } from '../../pipeline/host/usage-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

test.each(['nowhere', 'tinkuy.yaml', 'tinkuy.yaml/inside', 'circle', 'a'.repeat(300), 'a\0b'])(
  '%j is no project, and no bug',
  (folder) => {
    const root = temporaryFolder({ 'tinkuy.yaml': '' });
    symlinkSync('circle', path.join(root, 'circle'));
    expect(() => openFolder(folder, { cwd: root })).toThrow(UsageError);
  },
);
