/**
 * Joins what a command loads into few files, after `tsc` has compiled the code: a check of a small project would read 1,000 modules,
 * of which half are those of packages, and spend a fifth of its time on finding and linking them. `lib/cli.js` starts the joined
 * code in `lib/chunks/`; what the modules of `lib/` are by themselves is what tests, tools and the worker of `query` import.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Packages that are one file, or that look for files of their own beside them. */
const external = [/^@citation-js\//, /^json-schema-to-typescript$/, /^jsonld$/, /^oxigraph/];

rmSync(path.join(root, 'lib/chunks'), { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: 'pipeline/cli.ts',
  platform: 'node',
  external,
  plugins: [{ name: 'licences', generateBundle: listLicences }],
  onLog: (level, log, defaultHandler) => defaultHandler(level === 'warn' ? 'error' : level, log),
});
await bundle.write({
  dir: 'lib',
  format: 'esm',
  entryFileNames: 'cli.js',
  chunkFileNames: 'chunks/[name].js',
  // Names stay, for whoever reads where an exception came from; comments and blanks are half of what has to be read and scanned.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
await bundle.close();

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
  this.emitFile({ type: 'asset', fileName: 'chunks/licences.txt', source: texts.join('\n\n') });
}
