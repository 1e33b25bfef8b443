import type { Location } from '../../model.ts';
import { createLineReader } from './create-line-reader.ts';
import type { Report } from './report.ts';

/**
 * The findings for reviewdog, in its Diagnostic Format (`reviewdog -f=rdjson`). Columns count bytes of UTF-8 there.
 * https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 */
export function reportRdjson(report: Report): string {
  const lines = createLineReader(report.read);
  const place = ({ path, start, end }: Location) => {
    const point = ({ line, column }: Location['start']) => ({
      line,
      column: new TextEncoder().encode((lines(path)?.[line - 1] ?? '').slice(0, column - 1)).length + 1,
    });
    return { path: report.show(path), range: { start: point(start), end: point(end) } };
  };
  const diagnostics = report.findings.map((finding) => ({
    message: [report.words.message(finding), report.words.help(finding)].filter(Boolean).join('\n'),
    location: place(finding.location),
    severity: finding.severity === 'error' ? 'ERROR' : 'WARNING',
    code: { value: finding.rule, ...addressOf(report, finding) },
    related_locations: finding.related.map(({ role, location }) => ({
      message: report.words.say(`related.${role}`),
      location: place(location),
    })),
  }));
  return `${JSON.stringify({ source: { name: 'tinkuy' }, diagnostics }, undefined, 2)}\n`;
}

function addressOf(report: Report, { rule, own }: Report['findings'][number]): { url?: string } {
  const url = own ? undefined : report.address(rule);
  return url === undefined ? {} : { url };
}
