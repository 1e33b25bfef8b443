import { createColors } from 'picocolors';
import type { Diagnostic, Location } from '../../model.ts';
import type { Finding } from '../finding.ts';
import { codeFrame } from './code-frame.ts';
import { createLineReader } from './create-line-reader.ts';
import type { Report } from './report.ts';
import { visibleText } from './visible-cells.ts';

/** Findings printed in full; the rest is counted. Machines read all of them with another reporter. */
const shownMax = 100;
/** Widest frame, in columns: longer lines are hard to read on any screen. */
const widthMax = 140;

type Colors = ReturnType<typeof createColors>;

interface Page {
  report: Report;
  colors: Colors;
  width: number;
  /** Lines of a file, split once. */
  lines: (path: string) => readonly string[] | undefined;
}

/**
 * The findings for people: severity and rule, the place, what should hold and what was found, the lines with carets,
 * the other places, the next step, the page of the rule; a count at the end. '' where there are no findings.
 * `width` is that of the terminal, in columns.
 */
export function reportTerminal(report: Report, options: { color: boolean; width: number }): string {
  if (report.findings.length === 0) return '';
  const page: Page = {
    report,
    colors: createColors(options.color),
    width: Math.min(options.width, widthMax),
    lines: createLineReader(report.read),
  };
  const shown = report.findings.slice(0, shownMax).map((finding) => printFinding(page, finding));
  return `${[...shown, summarize(page)].join('\n')}\n`;
}

function printFinding(page: Page, finding: Finding): string {
  const { report, colors } = page;
  const paint = finding.severity === 'error' ? colors.red : colors.yellow;
  const severity = report.words.say(`report.${finding.severity}`);
  const help = report.words.help(finding);
  return [
    `${paint(colors.bold(severity))} ${colors.bold(finding.rule)} ${colors.cyan(placeOf(report, finding.location))}`,
    `  ${visibleText(report.words.message(finding))}`,
    ...frame(page, finding.location, paint),
    ...finding.related.flatMap((place) => printRelated(page, place)),
    ...(help === '' ? [] : [`  ${colors.green(report.words.say('report.help'))} ${visibleText(help)}`]),
    `  ${colors.dim(`${report.words.say('report.rule')} ${pageOf(report, finding)}`)}`,
    '',
  ].join('\n');
}

/** Of a project's own rule the file that says it. */
function pageOf(report: Report, { rule, own }: Finding): string {
  return own ? visibleText(report.show(own.path)) : report.page(rule);
}

function printRelated(page: Page, { role, location }: Diagnostic['related'][number]): string[] {
  const { report, colors } = page;
  return [
    `  ${report.words.say(`related.${role}`)}: ${colors.cyan(placeOf(report, location))}`,
    ...frame(page, location, colors.blue),
  ];
}

function frame(page: Page, location: Location, caret: (text: string) => string): string[] {
  const lines = page.lines(location.path);
  if (lines === undefined) return [];
  return codeFrame(lines, location, page.width - 2, { gutter: page.colors.dim, caret }).map(
    (line) => `  ${line}`,
  );
}

/** "path:line:column", which terminals and editors make a link of. */
function placeOf(report: Report, { path, start }: Location): string {
  return visibleText(`${report.show(path)}:${start.line}:${start.column}`);
}

function summarize({ report, colors }: Page): string {
  const { say } = report.words;
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = report.findings.length - errors;
  const files = new Set(report.findings.map(({ location }) => location.path)).size;
  const counts = [
    ...(errors > 0 ? [colors.red(say('report.errors', { count: errors }))] : []),
    ...(warnings > 0 ? [colors.yellow(say('report.warnings', { count: warnings }))] : []),
  ].join(', ');
  const hidden = report.findings.length - shownMax;
  const more = hidden > 0 ? `${say('report.more', { count: hidden })}\n` : '';
  return `${more}${colors.bold(`${counts} ${say('report.files', { count: files })}`)}`;
}
