/**
 * Which facts of works the styles of the Citation Style Language lose: every work of the given bibliography in the reference list of
 * each style, in the language of the tag.
 *
 *   npm run compile && node tests/bench/citation-styles.mjs pt-BR associacao-brasileira-de-normas-tecnicas abnt …
 *
 * `--entries` prints the lists, too. The bibliography is that of tests/fixtures/kinds-of-works; each line names a style, how many
 * facts it lost, and by work which.
 */
import { readFileSync } from 'node:fs';
import { toString as plainText } from 'mdast-util-to-string';
import { createServices } from '../../lib/host/create-services.js';
import { findLost } from '../../lib/proof/reference-lists/find-lost.js';
import { readNameLimits } from '../../lib/proof/reference-lists/name-limits.js';
import { createReferences } from '../../lib/publish/references.js';

const [tag = 'pt-BR', ...options] = process.argv.slice(2);
const styles = options.filter((option) => !option.startsWith('--'));
const items = JSON.parse(
  readFileSync(new URL('../fixtures/kinds-of-works/references.json', import.meta.url), 'utf8'),
);
const print = (line) => process.stdout.write(`${line}\n`);
const services = createServices(() => undefined);
const recall = (_name, _read, answer) => answer();
const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month, 1))),
);

for (const name of styles) {
  const style = await services.readCitationStyle(name, tag);
  if (!style) {
    print(`${name}: no such style`);
    continue;
  }
  const limits = readNameLimits(style.style);
  const works = items.map((csl) => ({ id: csl.id, csl }));
  const lists = await createReferences(works, new Map([['pt', { style, words: {} }]]), 'pt', {
    recall,
    digest: () => name,
    keep: (_name, _inputs, make) => make(),
  });
  const references = lists.get('pt');
  const lines = items.flatMap((item) => {
    const text = plainText({ type: 'paragraph', children: references.entries.get(item.id) ?? [] });
    if (options.includes('--entries')) print(`  ${item.id}: ${text}`);
    const lost = findLost(item, text, limits, months).map(({ variable }) => variable);
    return lost.length === 0 ? [] : [{ id: item.id, lost }];
  });
  const count = lines.reduce((sum, { lost }) => sum + lost.length, 0);
  print(`${name}: ${count}  ${lines.map(({ id, lost }) => `${id} (${lost.join(', ')})`).join('; ')}`);
}
