import type { Report } from './report.ts';

/**
 * The findings as workflow commands, which GitHub Actions shows beside the lines they speak of.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function reportGithub(report: Report): string {
  return report.findings.map((finding) => `${command(report, finding)}\n`).join('');
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
