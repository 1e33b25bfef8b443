/**
 * What it costs to read the texts that are made to be costly, as the ratio to 20,000 characters of plain words, which is as
 * long as a paragraph may be: run `npm run bench`. Processor time; those that are refused are much longer, and cost little.
 */
import { parseDocument } from '../../lib/text/syntax.js';
import { costly, hostile } from '../document/hostile-texts.mjs';

const plain = measure('Lorem ipsum dolor sit amet.\n\n'.repeat(690));
for (const [name, text] of [...costly, ...hostile]) {
  process.stdout.write(`${name.padEnd(45)} ${(measure(text) / plain).toFixed(2).padStart(8)}\n`);
}

/** Microseconds for a text; the least of three. */
function measure(text) {
  const times = Array.from({ length: 3 }, () => {
    const since = process.cpuUsage();
    parseDocument({ path: 'source/demo/article.md', text }, { allowHtml: false });
    const { user, system } = process.cpuUsage(since);
    return user + system;
  });
  return Math.min(...times);
}
