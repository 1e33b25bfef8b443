import type { Report } from './report.ts';

/** Annotations of a step that GitHub shows, of errors and of warnings each; what else is said stands in the log only. */
const shownMax = 10;

/**
 * The findings as workflow commands, which GitHub Actions shows beside the lines they speak of. Of many it shows the first: errors
 * come before warnings, and a last line tells how many there are.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function reportGithub(report: Report): string {
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const warnings = report.findings.filter(({ severity }) => severity !== 'error');
  const commands = [...errors, ...warnings].map((finding) => `${command(report, finding)}\n`);
  const isAll = errors.length <= shownMax && warnings.length <= shownMax;
  return commands.join('') + (isAll ? '' : `${tellCount(report, errors.length, warnings.length)}\n`);
}

function tellCount({ words: { say } }: Report, errors: number, warnings: number): string {
  const counts = [say('report.errors', { count: errors }), say('report.warnings', { count: warnings })];
  return say('report.annotated', { counts: counts.join(', '), shown: shownMax });
}

function command(report: Report, finding: Report['findings'][number]): string {
  const { path, start, end } = finding.location;
  const properties: [string, string | number][] = [
    ['file', report.show(path)],
    ['line', start.line],
    ['endLine', end.line],
  ];
  // Columns of a range over several lines are refused.
  if (start.line === end.line) properties.push(['col', start.column], ['endColumn', end.column]);
  properties.push(['title', finding.rule]);
  const related = finding.related.map(({ role, location }) => {
    const { line, column } = location.start;
    return `${report.words.say(`related.${role}`)}: ${report.show(location.path)}:${line}:${column}`;
  });
  const text = [report.words.message(finding), report.words.help(finding), ...related]
    .filter(Boolean)
    .join('\n');
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${finding.severity} ${list}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
