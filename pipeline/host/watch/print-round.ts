import path from 'node:path';
import type { Finding } from '../../rules/finding.ts';
import { visibleText } from '../../rules/report/visible-cells.ts';
import type { CommandContext } from '../command-context.ts';
import { printFindings } from '../print-findings.ts';
import { readReportWords } from '../read-words.ts';
import { forPeople } from '../reporting.ts';
import type { FreshFindings, RoundOutcome } from './create-round.ts';
import type { WatchRound } from './watch-project.ts';

/** Lines of a list that are printed; the rest is counted. */
const shownMax = 20;

/** Tells what makes a build run, before it does. */
export function printCause(
  { changes = [], isMeanwhile }: WatchRound,
  { terminal, say }: CommandContext,
): void {
  const lines = changes.map((each) => say(`cache.${each.change}`, { path: visibleText(each.path) }));
  if (isMeanwhile) lines.unshift(say('watch.meanwhile'));
  if (lines.length > 0) terminal.write(`\n${clip(lines, (count) => say('watch.more', { count }))}`);
}

/** What the telling of a build depends on besides what came of it. */
export interface RoundReport {
  /** Absolute path of the project. */
  root: string;
  isFirst: boolean;
  strict: boolean;
  /** From the change to here. */
  milliseconds: number;
}

/** Tells what a build found that the one before did not: the first tells all findings, as `check` does. */
export async function printFresh(
  { findings, rules, files }: FreshFindings,
  { root, isFirst, strict }: Omit<RoundReport, 'milliseconds'>,
  context: CommandContext,
): Promise<void> {
  const { terminal, say } = context;
  if (!isFirst && findings.length > 0) terminal.write(`${say('watch.fresh')}\n`);
  const inspection = { root, diagnostics: findings, rules, files };
  await printFindings(inspection, { ...forPeople, strict }, context);
}

/** Tells what came of a build besides its new findings. */
export function printRound(
  outcome: RoundOutcome,
  { root, milliseconds }: Pick<RoundReport, 'root' | 'milliseconds'>,
  context: CommandContext,
): void {
  const { terminal, say } = context;
  const { findings, gone, written } = outcome;
  const place = path.relative(terminal.cwd, path.join(root, 'dist'));
  terminal.write(tellGone(gone, root, context));
  if (outcome.failure !== undefined) terminal.writeError(`${outcome.failure}\n`);
  if (written) {
    const { stale, ...counts } = written;
    for (const page of stale) terminal.write(`${say('done.generated', { path: page })}\n`);
    terminal.write(`${say('done.built', { folder: place, ...counts })}\n`);
    for (const name of outcome.held) terminal.write(`${say('done.textHeld', { name: visibleText(name) })}\n`);
  } else terminal.write(`${say('done.untouched', { folder: place })}\n`);
  const count = Math.round(milliseconds);
  terminal.write(`${tellCounts(findings, context)} ${say('watch.took', { count })}\n`);
  if (outcome.timings !== undefined) terminal.writeError(outcome.timings);
}

/** "2 errors, 1 warning." or "No findings." */
export function tellCounts(findings: readonly Finding[], { say }: Pick<CommandContext, 'say'>): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const counts = [
    ...(errors > 0 ? [say('report.errors', { count: errors })] : []),
    ...(warnings > 0 ? [say('report.warnings', { count: warnings })] : []),
  ];
  return counts.length > 0 ? `${counts.join(', ')}.` : say('done.checked');
}

function tellGone(
  gone: readonly Finding[],
  root: string,
  { language, say, terminal }: CommandContext,
): string {
  if (gone.length === 0) return '';
  const words = readReportWords(language, say, gone);
  const lines = gone.map((finding) => {
    const { rule, severity, location } = finding;
    const at = path.relative(terminal.cwd, path.join(root, location.path));
    const values = { severity: say(`report.${severity}`), rule, path: visibleText(at) };
    return say('watch.gone', { ...values, message: visibleText(words.message(finding)) });
  });
  return clip(lines, (count) => say('watch.more', { count }));
}

function clip(lines: readonly string[], tellMore: (count: number) => string): string {
  const hidden = lines.length - shownMax;
  const shown = hidden > 0 ? [...lines.slice(0, shownMax), tellMore(hidden)] : lines;
  return shown.map((line) => `${line}\n`).join('');
}
