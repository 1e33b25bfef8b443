/**
 * Keeps what V8 made of the joined code (bundle.mjs) beside it: of the functions that a check and a build run, what they were compiled to,
 * of the others where they begin. A check of a small project spent a third of its time on that.
 */
import '../lib/host/tune-engine.js';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChunks } from '../lib/host/open-chunks.js';

const project = mkdtempSync(path.join(tmpdir(), 'tinkuy-compiled-'));
try {
  cpSync(new URL('../tests/fixtures/vapores-del-titicaca/', import.meta.url), project, { recursive: true });
  const { load, scripts, compiledAt } = openChunks(new URL('../lib/chunks/', import.meta.url));
  const { start } = load('start.cjs');
  // What is looked up takes another way than what is built.
  for (const argv of [['catalog', 'sync'], ['check'], ['check']]) await start(argv, createSilentTerminal());
  for (const [name, script] of scripts) writeFileSync(compiledAt(name), script.createCachedData());
} finally {
  rmSync(project, { recursive: true, force: true });
}

function createSilentTerminal() {
  return {
    write: () => {},
    writeError: (text) => process.stderr.write(text),
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 100,
    // The secret that records are signed with is one of this project.
    env: { HOME: project },
    cwd: project,
    onInterrupt: () => () => {},
  };
}
