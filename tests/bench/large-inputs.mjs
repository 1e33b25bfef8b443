/**
 * How a check grows with inputs that are large in one respect: `npm run bench`, or `node tests/bench/large-inputs.mjs`. Each is
 * taken at a fourth of its size and whole; the growth of processor time per item stands beside: 1 is in step with their number,
 * 4 is the square. Whole processes; memory is the most that was resident.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableLines } from '../../lib/rules/report/table-lines.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-large-'));
const usage = path.join(folder, 'usage.json');
const hook = path.join(folder, 'hook.cjs');
const article = 'source/vapores/article.md';

const list = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('');
/** By name the most items, and what is written for a number of them: to the text, or as a file of records. */
const inputs = {
  'records that nobody uses': {
    most: 20_000,
    records: (count) =>
      list(
        count,
        (at) => `concept:thing-${at}:\n  name: { es: Cosa ${at}, en: Thing ${at}, pt: Coisa ${at} }\n`,
      ),
  },
  'rows of a table': {
    most: 20_000,
    text: (count) => `| a | b |\n|---|---|\n${list(count, (at) => `| fila ${at} | texto |\n`)}`,
  },
  footnotes: {
    most: 5000,
    text: (count) =>
      list(count, (at) => `Texto ${at}.[^n${at}]\n\n`) + list(count, (at) => `[^n${at}]: Nota ${at}.\n\n`),
  },
  paragraphs: { most: 20_000, text: (count) => list(count, (at) => `Texto ${at} sin anotar.\n\n`) },
  'words in a paragraph': { most: 800_000, text: (count) => `${'lago '.repeat(count)}\n` },
  'links in a paragraph': {
    most: 50_000,
    text: (count) => `${list(count, (at) => `[w${at}](https://example.org/${at}) `)}\n`,
  },
};

try {
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify([process.cpuUsage(), process.resourceUsage().maxRSS])));`,
  );
  const least = measure('nothing', {}, 0);
  const rows = Object.entries(inputs).map(([name, input]) => {
    const [quarter, whole] = [input.most / 4, input.most].map((count) => measure(name, input, count));
    const more = [quarter, whole].map(({ time }) => time - least.time);
    // What is refused costs nothing.
    const growth = more[0] < least.time / 4 ? '–' : (more[1] / more[0] / 4).toFixed(2);
    const numbers = [quarter.time.toFixed(0), whole.time.toFixed(0), growth, whole.memory.toFixed(0)];
    return [name, String(input.most), ...numbers];
  });
  const head = ['input', 'items', 'ms of a fourth', 'ms of all', 'growth', 'MB'];
  process.stdout.write(
    `${tableLines({ head, rows, isRight: head.map((_, column) => column > 0) }).join('\n')}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A check of the small publication with so many items more; what is not translated leaves gaps. */
function measure(name, { text, records }, count) {
  const project = path.join(folder, `${name}-${count}`);
  cpSync(path.join(root, 'tests/fixtures/vapores-del-titicaca'), project, { recursive: true });
  const edit = (at, change) =>
    writeFileSync(path.join(project, at), change(readFileSync(path.join(project, at), 'utf8')));
  edit('tinkuy.yaml', (yaml) => yaml.replace(/^ {2}(en|pt): (\S+)$/gm, '  $1: { tag: $2, threshold: 0 }'));
  if (text) edit(article, (md) => `${md}\n${text(count)}`);
  if (records) writeFileSync(path.join(project, 'source/vapores/entities/many.yaml'), records(count));
  const argv = ['--require', hook, path.join(root, 'lib/cli.js'), 'check', '--no-cache'];
  const { status, stderr } = spawnSync(process.execPath, argv, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status === null || status > 1) throw new Error(`${name}: ended with ${status}\n${stderr}`);
  rmSync(project, { recursive: true, force: true });
  const [{ user, system }, memory] = JSON.parse(readFileSync(usage, 'utf8'));
  return { time: (user + system) / 1000, memory: memory / 1024 };
}
