/**
 * Changes one thing in a translation of this repository's publication, builds in memory as far as the texts, and looks whether a
 * finding stands in that translation; so for faults of many kinds, and prints a table by kind. The choice is the same in every run.
 * `node tests/bench/seeded-faults.mjs [faults of each kind] [-v]`; -v shows those that nothing was said of. Ends with 1 where less
 * than 95 % of a kind are found, polarity aside.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from '../../lib/build.js';
import { createAnswers } from '../../lib/host/create-answers.js';
import { createKeep } from '../../lib/host/create-keep.js';
import { createServices } from '../../lib/host/create-services.js';
import { readProject } from '../../lib/host/read-project.js';

const each = Number(process.argv.find((one) => /^\d+$/.test(one)) ?? 18);
const isVerbose = process.argv.includes('-v');
const root = fileURLToPath(new URL('../../', import.meta.url));
const { own: files, builtin } = readProject(root).value;
/** The project, with the rule on polarity switched on. */
const own = files.map((file) =>
  file.path === 'tinkuy.yaml'
    ? { ...file, text: `${file.text}\nrules: { polarity-agrees-across-editions: warning }\n` }
    : file,
);
const keep = createKeep();
const answers = createAnswers();
const catalogs = ['es', 'pt'].map((language) => readCatalog(`locales/${language}/peru-borders.po`));

/** A number that is the same in every run. */
let seed = 13;
function chance() {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
}

const words = {
  es: {
    numbers: ['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
    months: 'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre'.split(
      ' ',
    ),
  },
  pt: {
    numbers: ['dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(
      ' ',
    ),
  },
};
const units = {
  km: 'm',
  '%': '‰',
  'km²': 'ha',
  hectáreas: 'metros',
  hectares: 'metros',
  kilómetros: 'metros',
  quilômetros: 'metros',
  años: 'meses',
  anos: 'meses',
  días: 'meses',
  dias: 'meses',
  horas: 'minutos',
  toneladas: 'kilogramos',
  millones: 'mil',
  milhões: 'mil',
  US$: '€',
  dólares: 'euros',
  m: 'km',
  MW: 'kW',
};
const negations = {
  es: /(?<=\s)(no|ni|sin|nunca|ningún|ninguna)\s/giu,
  pt: /(?<=\s)(não|nem|sem|nunca|nenhum|nenhuma)\s/giu,
};

/** Each kind finds the places in a translation that it can spoil, as [start, end, instead]. */
const kinds = {
  'digit of a number': (text) =>
    [...matches(text, /\d/g)]
      .filter(([at]) => !isInTarget(text, at))
      .map(([at, found]) => [at, at + 1, String((Number(found) + 1 + Math.floor(chance() * 8)) % 10)]),
  'number in words': (text, { numbers }) =>
    [...matches(text, new RegExp(`(?<!\\p{L})(?:${numbers.slice(1).join('|')})(?!\\p{L})`, 'giu'))].map(
      ([at, found]) => [
        at,
        at + found.length,
        numbers[(numbers.indexOf(found.toLowerCase()) + 1) % numbers.length] ?? numbers[0],
      ],
    ),
  'unit, scale or currency': (text) =>
    [
      ...matches(
        text,
        new RegExp(
          `(?<=\\d[\\s\\u00a0]?|(?:mil|millones de|milhões de) )(?:${Object.keys(units)
            .map((unit) => unit.replace('$', '\\$'))
            .sort((a, b) => b.length - a.length)
            .join('|')})(?!\\p{L})`,
          'gu',
        ),
      ),
    ].map(([at, found]) => [at, at + found.length, units[found]]),
  month: (text, { months }) =>
    [...matches(text, new RegExp(`(?<!\\p{L})(?:${months.join('|')})(?!\\p{L})`, 'giu'))].map(
      ([at, found]) => [at, at + found.length, months[(months.indexOf(found.toLowerCase()) + 1) % 12]],
    ),
  'entity of a link': (text) =>
    [...matches(text, /(?<=\]\()[a-z-]+:[a-z0-9-]+(?=[)#])/g)].map(([at, found]) => [
      at,
      at + found.length,
      otherEntity(found),
    ]),
  'property of a link': (text) =>
    [...matches(text, /(?<=\]\([a-z-]+:[a-z0-9-]+#)[a-zA-Z.]+/g)].map(([at, found]) => [
      at,
      at + found.length,
      found === 'name' ? 'date' : 'name',
    ]),
  'link that is gone': (text) =>
    [...matches(text, /(?<!!)\[([^\][]+)\]\([^)]+\)/g)].map(([at, found]) => [
      at,
      at + found.length,
      found.slice(1, found.indexOf(']')),
    ]),
  'name in a mention': (text) =>
    [...matches(text, /(?<=\[)\p{Lu}[^\][]+(?=\]\([a-z-]+:[a-z0-9-]+\))/gu)].map(([at, found]) => [
      at,
      at + found.length,
      'Patagonia',
    ]),
  'note that is gone': (text) =>
    [...matches(text, /\[\^[a-z0-9-]+\]/g)].map(([at, found]) => [at, at + found.length, '']),
  'note that is another': (text) =>
    [...matches(text, /(?<=\[\^)[a-z0-9-]+(?=\])/g)].map(([at, found]) => [
      at,
      at + found.length,
      found === 'treaties' ? 'trade' : 'treaties',
    ]),
  'two links exchanged': (text) => exchanged(text),
  'sentence that is gone': (text) =>
    [...matches(text, /(?<=[.!?] )\p{Lu}[^.!?]{40,}[.!?]$/gu)].map(([at, found]) => [
      at - 1,
      at + found.length,
      '',
    ]),
  'polarity: negation that is gone': (text, _, language) =>
    [...matches(text, negations[language])].map(([at, found]) => [at, at + found.length, '']),
};

process.exitCode = await run();

async function run() {
  await findingsIn(undefined, '');
  const rows = [];
  for (const [kind, find] of Object.entries(kinds)) {
    const all = catalogs.flatMap((catalog) =>
      catalog.entries.flatMap((entry) =>
        find(entry.text, words[catalog.language], catalog.language).map((change) => ({
          catalog,
          entry,
          change,
        })),
      ),
    );
    const chosen = choose(all, each);
    let found = 0;
    for (const { catalog, entry, change } of chosen) {
      const [start, end, instead] = change;
      const text = entry.text.slice(0, start) + instead + entry.text.slice(end);
      const { file, line } = rewrite(catalog, entry, text);
      const findings = await findingsIn(catalog.path, file);
      if (
        findings.some(
          ({ location }) =>
            location.path === catalog.path &&
            location.start.line >= entry.line &&
            location.start.line <= line,
        )
      )
        found += 1;
      else if (isVerbose)
        process.stdout.write(
          `  ${kind}: ${catalog.path}:${entry.line} “${entry.text.slice(Math.max(0, start - 30), end + 20)}” → “${instead}”; ${findings.map((one) => `${one.rule} ${one.location.path}:${one.location.start.line}`).slice(0, 3)}\n`,
        );
    }
    rows.push([kind, chosen.length, found]);
  }
  const count = rows.reduce((sum, [, faults]) => sum + faults, 0);
  process.stdout.write(
    `${rows.map(([kind, faults, found]) => `${kind.padEnd(34)} ${String(found).padStart(3)} of ${String(faults).padStart(3)}`).join('\n')}\n${count} faults\n`,
  );
  return rows.some(([kind, faults, found]) => !kind.startsWith('polarity') && found < faults * 0.95) ? 1 : 0;
}

async function findingsIn(path, text) {
  answers.begin();
  const files = { builtin, own: own.map((file) => (file.path === path ? { path, text } : file)) };
  const { diagnostics } = await build(
    files,
    createServices(() => undefined, keep, answers.recall),
    { until: 'texts' },
  );
  return diagnostics;
}

function* matches(text, pattern) {
  for (const { index, 0: found } of text.matchAll(pattern)) yield [index, found];
}

function isInTarget(text, at) {
  return /\]\([^)]*$/.test(text.slice(0, at)) || /\[\^[^\]]*$/.test(text.slice(0, at));
}

function otherEntity(entity) {
  const [type] = entity.split(':');
  const others = [
    ...new Set(
      catalogs.flatMap(({ entries }) =>
        entries.flatMap(({ text }) =>
          [...text.matchAll(/\]\(([a-z-]+:[a-z0-9-]+)[)#]/g)].map(([, one]) => one),
        ),
      ),
    ),
  ].filter((one) => one !== entity && one.startsWith(`${type}:`));
  return others[Math.floor(chance() * others.length)] ?? 'country:brazil';
}

function exchanged(text) {
  const targets = [...matches(text, /(?<=\]\()[^)]+(?=\))/g)];
  return targets.slice(1).flatMap(([at, found], index) => {
    const [before, first] = targets[index];
    return first === found
      ? []
      : [[before, at + found.length, found + text.slice(before + first.length, at) + first]];
  });
}

function choose(all, count) {
  const left = [...all];
  const chosen = [];
  while (chosen.length < count && left.length > 0)
    chosen.push(...left.splice(Math.floor(chance() * left.length), 1));
  return chosen;
}

function readCatalog(path) {
  const lines = readFileSync(new URL(path, `file://${root}`), 'utf8').split('\n');
  const entries = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!lines[at].startsWith('msgstr ')) continue;
    let end = at;
    while (lines[end + 1]?.startsWith('"')) end += 1;
    const text = lines
      .slice(at, end + 1)
      .map((line) => JSON.parse(line.replace(/^msgstr /, '')))
      .join('');
    const isHeader = lines[at - 1] === 'msgid ""';
    if (!isHeader && text !== '') entries.push({ line: at + 1, end: end + 1, text });
  }
  return { path, language: path.split('/')[1], lines, entries };
}

function rewrite({ lines }, { line, end }, text) {
  const changed = [...lines];
  changed.splice(line - 1, end - line + 1, `msgstr ${JSON.stringify(text)}`);
  return { file: changed.join('\n'), line };
}
