import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, SourceFile } from '../model.ts';
import { allowInTexts } from '../rules/allow-in-texts.ts';
import type { BaselineEntry } from '../rules/baseline/baseline-entry.ts';
import { compareBaseline } from '../rules/baseline/compare-baseline.ts';
import { readBaseline } from '../rules/baseline/read-baseline.ts';
import { writeBaseline } from '../rules/baseline/write-baseline.ts';
import { concernsChanges } from '../rules/concerns-changes.ts';
import type { Finding } from '../rules/finding.ts';
import { changedFiles } from './changed-files.ts';
import type { CheckOptions } from './checking.ts';
import type { CommandContext } from './command-context.ts';
import { UsageError } from './usage-error.ts';
import { writeFiles } from './write-files.ts';

/** Which findings of a project `check` tells, and what it says of the others. */
export interface Selection {
  /** Those that are not allowed where they stand, with what is amiss with allowances and the baseline. */
  diagnostics: Diagnostic[];
  /** Of what counts, what is told: it has to do with what was changed, and the baseline does not know it. */
  select: (findings: readonly Finding[], fingerprintOf: (finding: Finding) => string) => Finding[];
  /** Files besides the project's that findings may point into. */
  files: SourceFile[];
  /** Writes the baseline, if that was asked for, and tells in sentences what was left out. To be called last. */
  finish: () => string[];
}

/** A project and those of its files that were read. */
export interface SelectedFolder {
  root: string;
  files: readonly SourceFile[];
}

/** Comments in these are read with what they stand in. */
const isElsewhere = (at: string): boolean =>
  /\.po$|^source\/(?:[^/]+\/)?(?:entities\/|identifiers\.yaml$)/.test(at);

/**
 * Prepares, for a project and those of its files that were read, what `--baseline`, `--changed` and comments in texts leave out of a report.
 *
 * @throws UsageError where an option misses another, or git cannot answer
 */
export function selectFindings(
  { root, files }: SelectedFolder,
  found: readonly Diagnostic[],
  options: Pick<CheckOptions, 'baseline' | 'writeBaseline' | 'changed'>,
  { terminal, say }: CommandContext,
): Selection {
  if (options.writeBaseline && options.baseline === undefined) {
    throw new UsageError('needsOption', { found: '--write-baseline', other: '--baseline' });
  }
  const changed = options.changed ? changedFiles(root, options.changed.text) : undefined;
  const isConcerned = changed ? concernsChanges(changed) : () => true;
  const baseline =
    options.baseline === undefined ? undefined : openBaseline(options.baseline, root, terminal.cwd);
  const exists = (at: string) => existsSync(path.join(root, at));
  const told: string[] = [];
  let entries: BaselineEntry[] | undefined;
  const holdAgainst = (
    { isNew, entries: before }: OpenBaseline,
    findings: readonly Finding[],
    fingerprintOf: (finding: Finding) => string,
  ): readonly Finding[] => {
    const all = findings.map((finding) => ({ finding, fingerprint: fingerprintOf(finding) }));
    if (isNew && options.writeBaseline) {
      entries = all.map(({ finding: { rule, location }, fingerprint }) => ({
        rule,
        path: location.path,
        fingerprint,
      }));
      return [];
    }
    const { fresh, known, paid } = compareBaseline(all, before, exists);
    entries = known;
    if (known.length > 0) told.push(say('baseline.known', { count: known.length }));
    if (paid.length > 0) told.push(tellPaid(paid, options.writeBaseline, say));
    return fresh;
  };

  return {
    diagnostics: [...allowInTexts(found, files, isElsewhere), ...(baseline?.diagnostics ?? [])],
    files: baseline ? [baseline.file] : [],
    select: (findings, fingerprintOf) => {
      const fresh = baseline ? holdAgainst(baseline, findings, fingerprintOf) : findings;
      const near = fresh.filter(isConcerned);
      if (near.length < fresh.length)
        told.push(say('baseline.elsewhere', { count: fresh.length - near.length }));
      return near;
    },
    finish: () => {
      if (!options.writeBaseline || baseline === undefined || entries === undefined) return told;
      if (baseline.diagnostics.length > 0) return told;
      const text = writeBaseline(entries);
      if (text !== baseline.file.text) writeFiles(baseline.folder, [{ path: baseline.name, text }]);
      return [...told, say('baseline.written', { path: options.baseline ?? '', count: entries.length })];
    },
  };
}

type OpenBaseline = ReturnType<typeof openBaseline>;

function openBaseline(given: string, root: string, cwd: string) {
  const at = path.resolve(cwd, given);
  const isNew = !existsSync(at);
  const shown = path.relative(root, at).split(path.sep).join('/');
  const file = { path: shown, text: isNew ? '' : readFileSync(at, 'utf8') };
  const { value: entries, diagnostics } = isNew ? { value: [], diagnostics: [] } : readBaseline(file);
  return { folder: path.dirname(at), name: path.basename(at), isNew, file, entries, diagnostics };
}

/** Which they are, too, while they are few. */
const namedMax = 10;

function tellPaid(paid: readonly BaselineEntry[], isWritten: boolean, say: CommandContext['say']): string {
  const names = paid.slice(0, namedMax).map(({ path: at, rule }) => `${at} ${rule}`);
  const more = paid.length > namedMax ? ['…'] : [];
  const key = isWritten ? 'baseline.paidWritten' : 'baseline.paid';
  return say(key, { count: paid.length, list: [...names, ...more].join(', ') });
}
