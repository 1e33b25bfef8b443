import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** The joined code of the tool (scripts/bundle.mjs): CommonJS modules in one folder, which name each other "./name.cjs". */
export interface Chunks {
  /** Runs a chunk, if it has not run; returns what it exports. */
  load<T>(name: string): T;
  /** The chunks that ran, by their names. */
  scripts: ReadonlyMap<string, Script>;
  /** Where what V8 made of a chunk stands: code of one Node.js on one kind of processor. */
  compiledAt(name: string): string;
}

type Factory = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  folder: string,
) => void;

/**
 * Loads chunks with what V8 made of them when they were joined, so that nothing is parsed and compiled again. V8 holds it to its own
 * version, its flags and the length of the source, and compiles anew what it does not take.
 *
 * @param at a folder of the tool
 */
export function openChunks(at: URL): Chunks {
  const folder = fileURLToPath(at);
  const others = createRequire(at);
  const modules = new Map<string, { exports: unknown }>();
  const scripts = new Map<string, Script>();
  const compiledAt = (name: string): string => `${folder}${name}.${process.version}-${process.arch}.v8`;
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    const filename = folder + name;
    const script = new Script(
      `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'utf8')}\n})`,
      {
        filename,
        cachedData: readIfThere(compiledAt(name)),
      },
    );
    scripts.set(name, script);
    const module = { exports: {} };
    modules.set(name, module);
    (script.runInThisContext() as Factory)(module.exports, require, module, filename, folder);
    return module.exports;
  };
  const require = Object.assign((id: string) => (id.startsWith('./') ? load(id.slice(2)) : others(id)), {
    resolve: others.resolve,
  });
  return { load: <T>(name: string) => load(name) as T, scripts, compiledAt };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
