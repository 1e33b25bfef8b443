import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic, Location } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { rules } from '../rules.ts';
import { rulesUrl } from '../rules-url.ts';
import type { Report } from './report.ts';

/** The findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning and editors. */
export function reportSarif(report: Report): string {
  const described = new Map(report.findings.map((finding) => [finding.rule, describeRule(finding)]));
  const used = [...described.keys()].sort();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tinkuy',
            semanticVersion: report.version,
            rules: [...described.values()].sort((a, b) => compareText(a.id, b.id)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true }],
        results: report.findings.map((finding) => toResult(report, finding, used.indexOf(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A rule of the project's own has no page of ours. */
function describeRule(finding: Diagnostic): ReportingDescriptor {
  const { severity } = finding.own ?? rules[finding.rule];
  const defaultConfiguration = severity === 'off' ? { enabled: false } : { level: severity };
  const page = finding.own ? {} : { helpUri: rulesUrl + finding.rule };
  return { id: finding.rule, ...page, defaultConfiguration };
}

function toResult(report: Report, finding: Report['findings'][number], ruleIndex: number): Result {
  const { words } = report;
  const result: Result = {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity,
    message: { text: [words.message(finding), words.help(finding)].filter(Boolean).join('\n') },
    locations: [{ physicalLocation: toPhysical(report, finding.location) }],
  };
  if (finding.related.length > 0) {
    result.relatedLocations = finding.related.map(({ role, location }, id) => ({
      id,
      physicalLocation: toPhysical(report, location),
      message: { text: words.say(`related.${role}`) },
    }));
  }
  return result;
}

function toPhysical(report: Report, { path, start, end }: Location): PhysicalLocation {
  return {
    artifactLocation: { uri: report.show(path).split('/').map(encodeURIComponent).join('/') },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
