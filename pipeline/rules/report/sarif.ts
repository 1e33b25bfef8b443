import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic, Location } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { rules } from '../rules.ts';
import { numberAlike } from './number-alike.ts';
import type { Report } from './report.ts';
import { titleOf } from './rule-page.ts';

/** The name that readers of SARIF know the root of the sources by. */
const sourceRoot = '%SRCROOT%';

/**
 * The findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning and editors, with all that
 * GitHub asks for (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
export function reportSarif(report: Report): string {
  const described = new Map(report.findings.map((finding) => [finding.rule, describeRule(report, finding)]));
  const used = [...described.keys()].sort();
  const fingerprints = report.fingerprints();
  const hashes = numberAlike(fingerprints);
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
        // The folder is known to who reads the report: addresses are relative to the root of the repository.
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'Root of the repository' } } },
        results: report.findings.map((finding, index) => ({
          ...toResult(report, finding, used.indexOf(finding.rule)),
          partialFingerprints: {
            primaryLocationLineHash: hashes[index] ?? '',
            'tinkuy/v1': fingerprints[index] ?? '',
          },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A rule of the project's own has no page of ours: its message, in the words of its file, is all that it says. */
function describeRule({ words, explain, address }: Report, finding: Diagnostic): ReportingDescriptor {
  const { severity } = finding.own ?? rules[finding.rule];
  const page = finding.own ? undefined : explain(finding.rule);
  const title = page?.title ?? titleOf(finding.rule);
  const explanation = page?.explanation || words.message(finding);
  const helpUri = finding.own ? undefined : address(finding.rule);
  return {
    id: finding.rule,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: page?.markdown ?? explanation, markdown: page?.markdown ?? explanation },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: severity },
  };
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
    artifactLocation: {
      uri: report.show(path).split('/').map(encodeURIComponent).join('/'),
      uriBaseId: sourceRoot,
    },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
