import type { Location } from '../../model.ts';
import type { Report } from './report.ts';

/**
 * The findings as JSON, for programs:
 * `{ version, errors, warnings, findings: [{ rule, severity, message, help, path, start, end, values, related, fingerprint }] }`,
 * as schemas/report.json has it.
 * Lines and columns are 1-based, columns in UTF-16 code units, `end` exclusive. Members are only added, never renamed,
 * while `version` is 1.
 */
export function reportJson(report: Report): string {
  const fingerprints = report.fingerprints();
  const findings = report.findings.map((finding, index) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: report.words.message(finding),
    help: report.words.help(finding),
    ...place(finding.location, report),
    values: finding.values,
    related: finding.related.map(({ role, location }) => ({ role, ...place(location, report) })),
    fingerprint: fingerprints[index] ?? '',
  }));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const all = { version: 1, errors, warnings: findings.length - errors, findings };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

function place({ path, start, end }: Location, report: Report) {
  return {
    path: report.show(path),
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
