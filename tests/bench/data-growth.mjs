/**
 * How a build grows with the number of entities, stage by stage: `npm run bench`, or
 * `node tests/bench/data-growth.mjs [entities…]`. Times are processor time within one process; they tell something only in
 * relation to one another, so the growth per entity stands beside each: 1 is in step with the number of entities.
 *
 * Each entity of the synthetic publication has a record with names in three languages, a neighbour and a measurement,
 * and a paragraph that mentions it, names its neighbour and states a length, in three editions.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../../lib/host/tune-engine.js';
import { build } from '../../lib/build.js';
import { createServices } from '../../lib/host/create-services.js';
import { readProject } from '../../lib/host/read-project.js';

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(10, 100, 1000, 10000);

const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-bench-'));
try {
  const rows = [];
  for (const size of sizes) rows.push(await measureSize(size));
  print(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureSize(size) {
  const root = path.join(folder, String(size));
  writeProject(root, size);
  const stages = new Map();
  let current = 'read';
  let since = process.cpuUsage();
  const lap = (next) => {
    const { user, system } = process.cpuUsage(since);
    stages.set(current, (stages.get(current) ?? 0) + (user + system) / 1000);
    since = process.cpuUsage();
    current = next;
  };
  const project = readProject(root);
  const { outputs, diagnostics } = await build(project.value, createServices(lap));
  lap('end');
  if (outputs.length === 0) throw new Error(JSON.stringify(diagnostics[0], null, 2));
  const bytes = outputs.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { size, stages, files: outputs.length, bytes, memory: process.memoryUsage.rss() / 2 ** 20 };
}

function print(rows) {
  const names = [...new Set(rows.flatMap(({ stages }) => [...stages.keys()]))];
  const cell = (row, name) => {
    const time = row.stages.get(name) ?? 0;
    const first = rows[0].stages.get(name) ?? 0;
    const growth = first > 0 ? time / first / (row.size / rows[0].size) : 0;
    return `${time.toFixed(0)} ms (${growth.toFixed(2)})`;
  };
  const lines = [
    ['stage', ...rows.map(({ size }) => `${size} entities`)],
    ['---', ...rows.map(() => '---')],
    ...names.map((name) => [name, ...rows.map((row) => cell(row, name))]),
    ['files', ...rows.map(({ files }) => String(files))],
    ['MB written', ...rows.map(({ bytes }) => (bytes / 1e6).toFixed(2))],
    ['MB of memory', ...rows.map(({ memory }) => memory.toFixed(0))],
  ];
  for (const line of lines) process.stdout.write(`| ${line.join(' | ')} |\n`);
}

function writeProject(root, size) {
  const write = (at, text) => {
    mkdirSync(path.dirname(path.join(root, at)), { recursive: true });
    writeFileSync(path.join(root, at), text);
  };
  write(
    'tinkuy.yaml',
    'base: https://example.org/bench/\neditions:\n  en: { tag: en-US }\n  es: { tag: es-PE }\n  pt: { tag: pt-BR }\n',
  );
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  write('source/towns/entities/places.yaml', numbers.map(record).join('\n'));
  write(
    'source/towns/article.md',
    `---\ntitle: Towns\nlanguage: en\nauthors:\n  - name: Bench\nversion: 1.0.0\ndate: "2026-01-01"\nlicence:\n  text: https://creativecommons.org/licenses/by/4.0/\n  data: https://creativecommons.org/publicdomain/zero/1.0/\ntranslators:\n  es: [{ name: Bench }]\n  pt: [{ name: Bench }]\n---\n\n## Towns\n\n${numbers.map((number) => paragraph('en', number, size)).join('\n\n')}\n`,
  );
  const titles = { es: 'Pueblos', pt: 'Povoados' };
  for (const language of ['es', 'pt']) {
    const entries = [
      entry('Towns', titles[language]),
      ...numbers.map((number) => entry(paragraph('en', number, size), paragraph(language, number, size))),
    ];
    const header = `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ${language}\\n"\n`;
    write(`locales/${language}/towns.po`, `${header}\n${entries.join('\n\n')}\n`);
  }
}

function record(number) {
  return `place:town-${number}:\n  name: { en: Town ${number}, es: Pueblo ${number}, pt: Povoado ${number} }\n  kind: town\n${number > 1 ? `  within: [place:town-${Math.floor(number / 2)}]\n` : ''}`;
}

function paragraph(language, number, size) {
  const locale = { en: 'en-US', es: 'es-PE', pt: 'pt-BR' }[language];
  const people = (1000 + number).toLocaleString(locale);
  const town = { en: 'Town', es: 'Pueblo', pt: 'Povoado' }[language];
  const name = `[${town} ${number}](place:town-${number})`;
  const next = `[${town} ${(number % size) + 1}](place:town-${(number % size) + 1})`;
  const count = `(place:town-${number}#population)`;
  switch (language) {
    case 'es':
      return `${name} está cerca de ${next} y tiene [${people} habitantes]${count}.`;
    case 'pt':
      return `${name} fica perto de ${next} e tem [${people} habitantes]${count}.`;
    default:
      return `${name} lies near ${next} and has [${people} inhabitants]${count}.`;
  }
}

function entry(source, translation) {
  const quote = (text) => JSON.stringify(text);
  return `msgid ${quote(source)}\nmsgstr ${quote(translation)}`;
}
