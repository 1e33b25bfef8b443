import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Report } from './report.ts';
import { visibleText } from './visible-cells.ts';

/**
 * The findings as JUnit's XML, which every CI shows: a suite for each file with findings, a failed case for each error, a case
 * that passed and says something for each warning. Without findings, one case that passed.
 */
export function reportJunit(report: Report): string {
  const byFile = new Map<string, Report['findings']>();
  for (const finding of report.findings) {
    const { path } = finding.location;
    byFile.set(path, [...(byFile.get(path) ?? []), finding]);
  }
  const suites =
    byFile.size === 0
      ? [
          x('testsuite', { name: 'tinkuy', tests: '1', failures: '0' }, [
            x('testcase', { name: 'tinkuy', classname: 'tinkuy' }),
          ]),
        ]
      : [...byFile].map(([path, findings]) => suiteOf(report, path, findings));
  const counts = {
    tests: String(Math.max(1, report.findings.length)),
    failures: String(countErrors(report.findings)),
  };
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  return `${head}${toXml(x('testsuites', { name: 'tinkuy', ...counts }, suites))}\n`;
}

function suiteOf(report: Report, path: string, findings: Report['findings']) {
  const file = visibleText(report.show(path));
  const counts = { tests: String(findings.length), failures: String(countErrors(findings)) };
  return x(
    'testsuite',
    { name: file, ...counts },
    findings.map((finding) => {
      const { line, column } = finding.location.start;
      const message = visibleText(report.words.message(finding));
      const text = [`${file}:${line}:${column}`, message, visibleText(report.words.help(finding))]
        .filter(Boolean)
        .join('\n');
      const result =
        finding.severity === 'error'
          ? x('failure', { message, type: finding.rule }, text)
          : x('system-out', `${finding.rule}\n${text}`);
      return x(
        'testcase',
        { name: `${finding.rule} ${line}:${column}`, classname: file, file, line: String(line) },
        [result],
      );
    }),
  );
}

function countErrors(findings: Report['findings']): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
