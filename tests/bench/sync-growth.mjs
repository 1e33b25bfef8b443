/**
 * How `tinkuy catalog sync` grows with the catalog, beside msgmerge on the same files: `npm run bench`, or
 * `node tests/bench/sync-growth.mjs [segments…]`. Times are processor time of whole programs, memory is the peak that
 * Linux counts (VmHWM). They tell something only in relation to one another, so that ratios stand beside them.
 *
 * The catalogs are prose put together out of our own clauses: long sentences of common words, with numbers and links,
 * none twice. "All changed" exchanges a word or two and a number in every paragraph.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProse } from './write-prose.mjs';

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(1000, 2000, 5000, 10000);
const command = process.env.TINKUY_CLI ?? fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
/** A fuzzy merge by msgmerge grows with the square: larger ones are not waited for. */
const msgmergeMax = Number(process.env.MSGMERGE_MAX ?? 5000);
const hasMsgmerge = spawnSync('msgmerge', ['--version']).status === 0;

const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-bench-'));
const rows = [];
try {
  for (const size of sizes) rows.push(...(await measureSize(size)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
print(rows);

async function measureSize(size) {
  const root = path.join(folder, String(size));
  const catalog = path.join(root, 'locales/es/prose.po');
  const template = path.join(root, 'locales/prose.pot');
  const before = writeProse(size, 'before');
  writeProject(root, before.article);

  const sync = () => measure(process.execPath, [command, 'catalog', 'sync', root]);
  const merge = (po, ...options) =>
    measure('msgmerge', ['--quiet', ...options, '-o', path.join(root, 'merged.po'), po, template]);
  const rows = [];
  const add = (name, ours, theirs, plain) => rows.push({ size, name, ours, theirs, plain });

  const cold = await sync();
  const empty = path.join(root, 'empty.po');
  writeFileSync(empty, `${readFileSync(catalog, 'utf8').split('\n\n', 1)[0]}\n`);
  add('cold', cold, hasMsgmerge && (await merge(empty)), hasMsgmerge && (await merge(empty, '-N')));

  writeFileSync(catalog, translate(readFileSync(catalog, 'utf8')));
  await sync();
  const translated = readFileSync(catalog);
  const same = await sync();
  if (!readFileSync(catalog).equals(translated))
    throw new Error('A sync that changes nothing changed the catalog.');
  add(
    'nothing changed',
    same,
    hasMsgmerge && (await merge(catalog)),
    hasMsgmerge && (await merge(catalog, '-N')),
  );

  const old = path.join(root, 'old.po');
  writeFileSync(old, translated);
  writeFileSync(path.join(root, 'source/prose/article.md'), writeProse(size, 'after').article);
  const changed = await sync();
  const withFuzzy = hasMsgmerge && size <= msgmergeMax && (await merge(old));
  add('all changed', changed, withFuzzy, hasMsgmerge && (await merge(old, '-N')));
  const found = readFileSync(catalog, 'utf8').match(/^#, fuzzy/gm)?.length ?? 0;
  rows.at(-1).found = found / size;
  return rows;
}

function writeProject(root, article) {
  mkdirSync(path.join(root, 'source/prose'), { recursive: true });
  writeFileSync(
    path.join(root, 'tinkuy.yaml'),
    'base: https://example.org/bench/\neditions:\n  en: en-US\n  es: es-PE\n',
  );
  writeFileSync(path.join(root, 'source/prose/article.md'), article);
}

/** Gives every entry a msgstr: the msgid, in other letters where a word does not belong to a link. */
function translate(po) {
  const [header, ...entries] = po.trimEnd().split('\n\n');
  const filled = entries.map((entry) => {
    const at = entry.indexOf('msgid ');
    const strings = entry.slice(at + 'msgid '.length, entry.lastIndexOf('\nmsgstr'));
    return `${entry.slice(0, entry.lastIndexOf('\nmsgstr'))}\nmsgstr ${strings.replace(/\bthe\b/g, 'la')}`;
  });
  return `${[header, ...filled].join('\n\n')}\n`;
}

/**
 * Processor time in milliseconds, own and system's, and peak memory in megabytes of a program: on a machine that does
 * other things too, the time on the clock tells about these.
 */
function measure(program, argv) {
  return new Promise((resolve, reject) => {
    const script = 'TIMEFORMAT="cpu %U %S"; time "$0" "$@"';
    const child = spawn('bash', ['-c', script, program, ...argv], { stdio: ['ignore', 'ignore', 'pipe'] });
    let memory = 0;
    let errors = '';
    const timer = setInterval(() => {
      memory = Math.max(memory, peakOf(child.pid));
    }, 5);
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const [, own, system] = /^cpu (\S+) (\S+)$/m.exec(errors) ?? [];
      if (code === 0 && own) resolve({ time: 1000 * (Number(own) + Number(system)), memory });
      else reject(new Error(`${program} ended with ${code}\n${errors}`));
    });
  });
}

/** Peak memory so far of the program that a shell runs, in megabytes; 0 where it has ended, or there is no /proc. */
function peakOf(shell) {
  try {
    const [program] = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').split(' ');
    const status = readFileSync(`/proc/${program}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function print(rows) {
  const headings = [
    'segments',
    'case',
    'tinkuy',
    'growth',
    'MB',
    'msgmerge',
    'ratio',
    'msgmerge -N',
    'ratio',
    'MB',
    'ratio',
    'offered',
  ];
  const firsts = new Map();
  const lines = rows.map(({ size, name, ours, theirs, plain, found }) => {
    if (!firsts.has(name)) firsts.set(name, { size, time: ours.time });
    const first = firsts.get(name);
    // 1: in step with the number of segments.
    const growth = ours.time / first.time / (size / first.size);
    return [
      size,
      name,
      seconds(ours.time),
      growth.toFixed(2),
      ours.memory.toFixed(0),
      theirs ? seconds(theirs.time) : '–',
      theirs ? (ours.time / theirs.time).toFixed(2) : '–',
      plain ? seconds(plain.time) : '–',
      plain ? (ours.time / plain.time).toFixed(2) : '–',
      plain ? plain.memory.toFixed(0) : '–',
      plain ? (ours.memory / plain.memory).toFixed(1) : '–',
      found === undefined ? '' : `${(100 * found).toFixed(0)} %`,
    ].map(String);
  });
  const all = [headings, headings.map(() => '---'), ...lines];
  const widths = headings.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  for (const line of all) {
    process.stdout.write(`| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`);
  }
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
