/**
 * What a check of the publication costs at the least with the libraries that it rests on: each does once, in a process of its own, what no
 * check can do without, and nothing is compared, decided or told. Milliseconds of processor time and ratios to a bare `node -e 0`,
 * medians. `npm run build && node tests/bench/floor.mjs [runs]`, for it reads what is published; with the name of a work it does that work
 * alone. A goal that lies below the sum is not reached by making our own code faster.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (...at) => readFileSync(path.join(root, ...at), 'utf8');
const languages = ['en', 'es', 'pt'];
const text = 'peru-borders';
const markdownOf = (language) => ['', '-register'].map((part) => read('dist', language, `${text}${part}.md`));

const works = {
  'parse the source (remark-parse)': async () => {
    const { unified } = await import('unified');
    const { default: parse } = await import('remark-parse');
    unified()
      .use(parse)
      .parse(read('source', text, 'article.md'));
  },
  'parse the records (yaml)': async () => {
    const { parseAllDocuments } = await import('yaml');
    const folder = path.join(root, 'source', text, 'entities');
    for (const name of readdirSync(folder)) parseAllDocuments(readFileSync(path.join(folder, name), 'utf8'));
  },
  'format the reference lists (citeproc)': async () => {
    const { prepareEngine } = await import('../../lib/publish/prepare-engine.js');
    const { readCitationStyle } = await import('../../lib/host/citation-styles.js');
    const items = JSON.parse(read('source', text, 'references.json'));
    const start = await prepareEngine(new Map(items.map((item) => [item.id, item])));
    const apa = await Promise.all(['en-US', 'es-PE'].map((tag) => readCitationStyle('apa', tag)));
    for (const [index, style] of apa.entries()) start(String(index), () => style).makeBibliography();
  },
  'write the editions (remark-stringify)': async () => {
    const { unified } = await import('unified');
    const { default: parse } = await import('remark-parse');
    const { default: stringify } = await import('remark-stringify');
    const processor = unified().use(parse).use(stringify);
    // The tree of the source stands for that of each edition; it has to be parsed here, which is counted once.
    const tree = unified()
      .use(parse)
      .parse(read('source', text, 'article.md'));
    for (const _ of languages) processor.stringify(tree);
  },
  'read the editions back (markdown-it)': async () => {
    const { default: MarkdownIt } = await import('markdown-it');
    const parser = new MarkdownIt('commonmark', { html: true }).enable('table');
    for (const language of languages) for (const each of markdownOf(language)) parser.parse(each, {});
  },
  'read the pages back (rdfa-streaming-parser)': async () => {
    const { readRdfa } = await import('../../lib/linked/rdf/read-rdfa.js');
    const pages = readdirSync(path.join(root, 'dist', 'en')).filter((name) => name.endsWith('.html'));
    for (const language of languages)
      for (const page of pages) await readRdfa(read('dist', language, page), `https://example.org/${page}`);
  },
  'read and write the triples (n3)': async () => {
    const { Parser, Writer } = await import('n3');
    const writer = new Writer({ format: 'N-Triples' });
    writer.quadsToString(new Parser({ format: 'N-Triples' }).parse(read('dist', 'data', `${text}.nt`)));
  },
};

/** Works that do another first. */
const beginWith = new Map([['write the editions (remark-stringify)', 'parse the source (remark-parse)']]);

const [asked = '5'] = process.argv.slice(2);
if (works[asked]) await works[asked]();
else report(Number(asked));

function report(runs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-floor-'));
  const hook = path.join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeSync(1, '\\n' + (user + system)); })`,
  );
  try {
    measure(runs, hook);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(runs, hook) {
  const bare = median(runs, hook, ['-e', '0']);
  const spent = new Map();
  let sum = bare;
  for (const name of Object.keys(works)) {
    const more =
      median(runs, hook, [fileURLToPath(import.meta.url), name]) -
      bare -
      (spent.get(beginWith.get(name)) ?? 0);
    spent.set(name, more);
    sum += more;
    process.stdout.write(`${name}: ${more.toFixed(0)} ms, ${(more / bare).toFixed(1)} ×\n`);
  }
  process.stdout.write(
    `all, with one start of Node.js: ${sum.toFixed(0)} ms, ${(sum / bare).toFixed(1)} ×\n`,
  );
}

/** Processor time of a process in milliseconds. */
function median(runs, hook, argv) {
  const spent = Array.from({ length: runs }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', hook, ...argv], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
    return Number(stdout.trim().split('\n').at(-1)) / 1000;
  });
  return spent.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
