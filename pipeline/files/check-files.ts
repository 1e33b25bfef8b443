import type { Diagnostic, FileConfiguration, SourceFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import type { Matches } from '../values/patterns/create-pattern-matcher.ts';
import { loadMatcher } from '../values/patterns/load-matcher.ts';
import { chooseSchemas } from './choose-schemas.ts';
import { createHolding } from './create-holding.ts';
import type { FileSources } from './file-sources.ts';
import { gatherTexts } from './gather-texts.ts';
import { loadSchemas } from './load-schemas.ts';

/** What a repository's files came to. */
export interface CheckedFiles {
  diagnostics: Diagnostic[];
  /** Files that findings point into, and those with comments that may allow one; of one that was read by lines those lines only, the others are empty. */
  files: SourceFile[];
  /** How many files were held against how many schemas, and how many of a kind that is read against none. */
  counts: { checked: number; schemas: number; others: number };
}

/**
 * Holds files against the schemas that something names for them: globs, the files themselves, their places. Each file is read, held
 * and let go; what all of them together have to satisfy is asked at the end.
 * Findings: project-is-configured where there is nothing to do; those of chooseSchemas, loadSchemas, checkKeywords, tellRefusals,
 * createAcrossCheck, and of reading a file.
 *
 * @param isOpen whether files name schemas themselves and by their places; else only files that a glob fits are looked at
 */
export async function checkFiles(
  sources: FileSources,
  globs: readonly FileConfiguration[],
  { isOpen, matchBounded }: { isOpen: boolean; matchBounded: Matches },
): Promise<CheckedFiles> {
  const choice = chooseSchemas(sources, globs, isOpen);
  const named = [...choice.value.schemas.values()].flatMap(({ wanted }) => wanted);
  const loaded = loadSchemas(named, sources);
  const diagnostics = [...choice.diagnostics, ...loaded.diagnostics];
  const written = [...loaded.value.files.values()].map((file) => JSON.stringify(file.written));
  const schemas = written.map((text) => ({ path: 'schemas/named.json', text }));
  const holding = createHolding(sources, loaded.value, await loadMatcher(schemas, matchBounded));
  const used = new Set<string>();
  let checked = 0;
  for (const [path, { wanted, kind }] of choice.value.schemas) {
    const all = wanted.flatMap((each) => loaded.value.of(each) ?? []);
    const distinct = [...new Map(all.map((schema) => [schema.name, schema])).values()];
    if (distinct.length === 0) continue;
    checked += 1;
    for (const { name } of distinct) used.add(name);
    holding.hold(path, kind, distinct);
  }
  diagnostics.push(...holding.finish());
  if (isOpen && globs.length === 0 && checked === 0 && diagnostics.length === 0) {
    const context = sources.paths.includes('tinkuy.yaml') ? { context: 'unnamed' } : {};
    diagnostics.push(diagnose('project-is-configured', startOfFile('tinkuy.yaml'), context));
  }
  return {
    diagnostics,
    files: gatherTexts(diagnostics, holding.allowing, sources),
    counts: { checked, schemas: used.size, others: choice.value.others - checked },
  };
}
