import { numberAlike } from './number-alike.ts';
import type { Report } from './report.ts';

/**
 * The findings as a Code Quality report of GitLab, which shows them in a merge request.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function reportGitlab(report: Report): string {
  const fingerprints = numberAlike(report.fingerprints());
  const issues = report.findings.map((finding, index) => ({
    type: 'issue',
    check_name: finding.rule,
    description: report.words.message(finding),
    categories: ['Bug Risk'],
    severity: finding.severity === 'error' ? 'major' : 'minor',
    fingerprint: fingerprints[index],
    location: {
      path: report.show(finding.location.path),
      // Older versions read this place only.
      lines: { begin: finding.location.start.line },
      positions: {
        begin: { line: finding.location.start.line, column: finding.location.start.column },
        end: { line: finding.location.end.line, column: finding.location.end.column },
      },
    },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
