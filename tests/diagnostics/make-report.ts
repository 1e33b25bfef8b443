import { createHash } from 'node:crypto';
import type { Location } from '../../pipeline/model.ts';
import type { Finding } from '../../pipeline/rules/finding.ts';
import { fingerprintsOf } from '../../pipeline/rules/report/fingerprints.ts';
import type { Report } from '../../pipeline/rules/report/report.ts';

/**
 * A text without its marks, and the range between them: `[1,528 km](‹border:ec-pe#lenght›)`.
 * With one mark only, the empty range there.
 */
export function marked(path: string, source: string): { text: string; location: Location } {
  const text = source.replace(/[‹›]/g, '');
  const start = source.indexOf('‹');
  const end = source.includes('›') ? source.indexOf('›') - 1 : start;
  return { text, location: { path, start: pointAt(text, start), end: pointAt(text, end) } };
}

function pointAt(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}

/** A report whose words are bare: what the finding's values say. */
export function makeReport(findings: Finding[], files: Record<string, string> = {}): Report {
  return {
    findings,
    words: {
      message: ({ values }) => String(values.message ?? ''),
      help: ({ values }) => String(values.help ?? ''),
      say: (key, values = {}) => [key, ...Object.values(values)].join(' '),
    },
    show: (path) => `demo/${path}`,
    read: (path) => files[path],
    page: (rule) => `docs/rules/${rule}.md`,
    address: (rule) => `https://example.org/${rule}`,
    explain: (rule) => ({ title: `${rule} holds`, explanation: 'Because.', markdown: '# Because' }),
    fingerprints: () =>
      fingerprintsOf(findings, {
        read: (path) => files[path],
        digest: (text) => createHash('sha256').update(text).digest('hex'),
      }),
    version: '1.2.3',
  };
}

/** A finding of a rule of ours. */
type BuiltInFinding = Extract<Finding, { own?: undefined }>;

export function finding(
  location: Location,
  values: Finding['values'],
  more: Partial<BuiltInFinding> = {},
): Finding {
  return { rule: 'link-resolves', severity: 'error', location, values, related: [], ...more };
}
