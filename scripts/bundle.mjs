/**
 * Joins what a command loads into few files, after `tsc` has compiled the code: a check of a small project would read 1,000 modules,
 * of which half are those of packages, and spend a fifth of its time on finding and linking them. `lib/cli.js` starts the joined
 * code in `lib/chunks/`; what the modules of `lib/` are by themselves is what tests, tools and the worker of `query` import. Beside
 * each chunk that a check loads lies what V8 makes of it (keep-compiled.mjs), for the Node.js that joined them.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Packages that are one file, or that look for files of their own beside them. */
const external = [
  /^@citation-js\//,
  /^json-schema-to-typescript$/,
  /^jsonld$/,
  /^oxigraph/,
  /^bullmq$/,
  /^ioredis$/,
];

rmSync(path.join(root, 'lib/chunks'), { recursive: true, force: true });
const onLog = (level, log, defaultHandler) => defaultHandler(level === 'warn' ? 'error' : level, log);
// Names stay, for whoever reads where an exception came from; comments and blanks are half of what has to be read and scanned.
const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } };
const chunks = await rolldown({
  cwd: root,
  input: 'pipeline/host/start.ts',
  platform: 'node',
  external,
  plugins: [{ name: 'licences', generateBundle: listLicences }],
  onLog,
});
await chunks.write({
  dir: 'lib/chunks',
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  dynamicImportInCjs: false,
  minify,
});
await chunks.close();
const command = await rolldown({ cwd: root, input: 'pipeline/cli.ts', platform: 'node', onLog });
await command.write({ file: 'lib/cli.js', format: 'esm', minify });
await command.close();
writeFileSync(path.join(root, 'lib/chunks/digest.txt'), digestCode());
// Of its own process: V8 keeps what was compiled with the flags of the command only.
execFileSync(process.execPath, [fileURLToPath(new URL('keep-compiled.mjs', import.meta.url))], {
  stdio: 'inherit',
});

/** What the records of runs are kept under (pipeline/host/cache/list-inputs.ts): SHA-256 of the names of all files and what they hold. */
function digestCode() {
  const hash = createHash('sha256');
  const names = readdirSync(path.join(root, 'lib/chunks')).filter((name) => name.endsWith('.cjs'));
  for (const name of ['../cli.js', ...names.sort()]) {
    const bytes = readFileSync(path.join(root, 'lib/chunks', name));
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** The code of packages is passed on with their licences. */
function listLicences(_, files) {
  const modules = Object.values(files).flatMap(({ moduleIds = [] }) => moduleIds);
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((at) => /^licen[cs]e/i.test(at));
    const text =
      file && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : '';
    return `${name} ${version} (${license})\n\n${text}`;
  });
  this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') });
}
