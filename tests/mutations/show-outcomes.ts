import type { Outcome } from './run-mutations.ts';

/** A table in Markdown: each kind of mistake, how often it was made and found, and by which rules. */
export function showOutcomes(outcomes: Outcome[]): string {
  const rows = outcomes.map(({ kind, sites, tried, caught, rules }) => {
    const share = tried === 0 ? '–' : `${((100 * caught) / tried).toFixed(caught === tried ? 0 : 1)} %`;
    const by = [...rules].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} ${count}`);
    return [kind.group, kind.name, String(sites), String(tried), String(caught), share, by.join(', ')];
  });
  const head = ['group', 'mistake', 'places', 'tried', 'caught', 'share', 'found by'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
