/**
 * Changes one thing in the text of this repository's publication or in a translation of it, builds in memory as far as the texts, and
 * looks where a finding stands; so for faults of many kinds, and prints a table by kind: faults, those that a finding names the
 * file and the line of, those that another finding shows, those unseen. The choice is the same in every run.
 * `node tests/bench/seeded-faults.mjs [faults of each kind] [-v] [pattern of the kinds' names]`; -v shows those that no finding names
 * the line of. Ends with 1 where less than 95 % of a kind are found at their line, polarity aside.
 *
 * Faults of a kind in different segments are made at once; what no finding names is then made alone, to see whether it is found
 * elsewhere.
 *
 * A fault in the source is made in the msgid of every catalog too, as if the author had changed it and the translators confirmed
 * what stands there: otherwise each would be found by its segment having no translation. A finding names its line where it stands
 * in it, or in a translation with the line as the other place that it speaks of.
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
const [only = ''] = process.argv.slice(2).filter((one) => !/^\d+$/.test(one) && one !== '-v');
const root = fileURLToPath(new URL('../../', import.meta.url));
const { own: files, builtin } = readProject(root).value;
/** Without the pages, which nothing is changed in. */
const own = files.map((file) =>
  file.path === 'tinkuy.yaml' ? { ...file, text: file.text.replace(/^pages:.*(?:\n[ \t]+.*)*/m, '') } : file,
);
const keep = createKeep();
const answers = createAnswers();
const article = 'source/peru-borders/article.md';
const catalogs = ['es', 'pt'].map((language) => readCatalog(`locales/${language}/peru-borders.po`));
const source = readSource();
/** What is found without a fault. */
const known = new Set();

/** A number that is the same in every run. */
let state = 13;
function chance() {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}

const words = {
  en: {
    numbers: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    months: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
  },
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
const signs = { km: 'm', '%': '‰', 'km²': 'ha', US$: '€', m: 'km', MW: 'kW' };
const units = {
  en: {
    ...signs,
    hectares: 'meters',
    kilometers: 'meters',
    years: 'months',
    days: 'months',
    hours: 'minutes',
    tons: 'kilograms',
    million: 'thousand',
    dollars: 'euros',
  },
  es: {
    ...signs,
    hectáreas: 'metros',
    kilómetros: 'metros',
    años: 'meses',
    días: 'meses',
    horas: 'minutos',
    toneladas: 'kilogramos',
    millones: 'mil',
    dólares: 'euros',
  },
  pt: {
    ...signs,
    hectares: 'metros',
    quilômetros: 'metros',
    anos: 'meses',
    dias: 'meses',
    horas: 'minutos',
    toneladas: 'quilogramas',
    milhões: 'mil',
    dólares: 'euros',
  },
};
const negations = {
  en: /(?<=\s)(not|no|nor|without|never)\s/giu,
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
  'unit, scale or currency': (text, _, language) =>
    [
      ...matches(
        text,
        new RegExp(
          `(?<=\\d[\\s\\u00a0]?|(?:mil|millones de|milhões de|million) )(?:${Object.keys(units[language])
            .map((unit) => unit.replace('$', '\\$'))
            .sort((a, b) => b.length - a.length)
            .join('|')})(?!\\p{L})`,
          'gu',
        ),
      ),
    ].map(([at, found]) => [at, at + found.length, units[language][found]]),
  // As the language writes them: "may" is no month.
  month: (text, { months }) =>
    [...matches(text, new RegExp(`(?<!\\p{L})(?:${months.join('|')})(?!\\p{L})`, 'gu'))].map(
      ([at, found]) => [at, at + found.length, months[(months.indexOf(found) + 1) % 12]],
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
  // What is called by a common noun, as concepts are, has no name where only the beginning of a sentence gives it a capital:
  // other words there may be a synonym.
  'name in a mention': (text) =>
    [...matches(text, /(?<=\[)\p{Lu}[^\][]+(?=\]\([a-z-]+:[a-z0-9-]+\))/gu)]
      .filter(
        ([at, found]) =>
          !text.startsWith('](concept:', at + found.length) ||
          /\p{Lu}/u.test(found.slice(1)) ||
          /[\p{L}\p{N},)][ ([]*$/u.test(text.slice(0, at)),
      )
      .map(([at, found]) => [at, at + found.length, 'Patagonia']),
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
  for (const isPolarity of [false, true])
    for (const one of await findingsIn(new Map(), isPolarity)) known.add(keyOf(one));
  const rows = [];
  const tell = (cells) => process.stdout.write(`${cells.join(' ')}\n`);
  tell(['kind'.padEnd(42), 'faults', ' at line', ' elsewhere', ' unseen']);
  for (const [place, texts, make] of [
    ['', catalogs, changeTranslation],
    ['source: ', [source], changeSource],
  ])
    for (const [kind, find] of Object.entries(kinds)) {
      const name = `${place}${kind}`;
      if (!new RegExp(only).test(name)) continue;
      const row = await seed(name, find, texts, make);
      const { faults, found, elsewhere } = row;
      const counts = [faults, found, elsewhere, faults - found - elsewhere];
      tell([name.padEnd(42), ...counts.map((one, at) => String(one).padStart([6, 8, 10, 7][at]))]);
      rows.push(row);
    }
  tell([rows.reduce((sum, { faults }) => sum + faults, 0), 'faults']);
  return rows.some(({ name, faults, found }) => !name.includes('polarity') && found < faults * 0.95) ? 1 : 0;
}

/** Seeds faults of a kind into texts; `make` gives the place where one is to be found, and the lines to put instead of others. */
async function seed(name, find, texts, make) {
  const all = texts.flatMap((text) =>
    text.entries.flatMap((entry) =>
      find(entry.text, words[text.language], text.language).map((change) => ({ text, entry, change })),
    ),
  );
  const faults = choose(all, each).map(({ text, entry, change: [start, end, instead] }) => ({
    ...make(text, entry, entry.text.slice(0, start) + instead + entry.text.slice(end)),
    segment: entry.id,
    told: `“${entry.text.slice(Math.max(0, start - 40), end + 30)}” → “${instead}”`,
  }));
  const look = async (some) => {
    const findings = await findingsIn(putAll(some.flatMap(({ puts }) => puts)), name.includes('polarity'));
    return findings.filter((one) => !known.has(keyOf(one)));
  };
  const unnamed = [];
  for (const some of apart(faults)) {
    const findings = await look(some);
    unnamed.push(...some.filter((fault) => !findings.some((one) => isNamed(fault, one))));
  }
  const row = { name, faults: faults.length, found: faults.length - unnamed.length, elsewhere: 0 };
  for (const fault of unnamed) {
    const findings = await look([fault]);
    if (findings.length > 0) row.elsewhere += 1;
    if (isVerbose)
      process.stdout.write(
        `  ${name}: ${fault.path}:${fault.line} ${fault.told}; ${findings.map((one) => `${one.rule} ${one.location.path}:${one.location.start.line}`).slice(0, 3)}\n`,
      );
  }
  return row;
}

/** Whether a finding names the line of a fault. */
function isNamed({ path, line }, { location, related }) {
  return [{ location }, ...related].some(({ location: at }) => at.path === path && at.start.line === line);
}

/** Faults in groups in which each segment has one. */
function apart(faults) {
  const groups = [];
  for (const fault of faults) {
    const group = groups.find((some) => some.every(({ segment }) => segment !== fault.segment));
    if (group) group.push(fault);
    else groups.push([fault]);
  }
  return groups;
}

/**
 * @param files texts in place of the project's, by path
 * @param isPolarity whether the rule on polarity, which is off, is switched on
 */
async function findingsIn(files, isPolarity) {
  answers.begin();
  const changed = own.map((file) => ({ ...file, text: files.get(file.path) ?? file.text }));
  const switched = changed.map((file) =>
    isPolarity && file.path === 'tinkuy.yaml'
      ? { ...file, text: `${file.text}\nrules: { polarity-agrees-across-editions: warning }\n` }
      : file,
  );
  const { diagnostics } = await build(
    { builtin, own: switched },
    createServices(() => undefined, keep, answers.recall),
    { until: 'texts' },
  );
  return diagnostics;
}

/** What a finding says, wherever it stands. */
function keyOf({ rule, location, values }) {
  return JSON.stringify([rule, location.path, values]);
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
    if (!lines[at].startsWith('msgid ')) continue;
    const idEnd = endOf(lines, at);
    const end = endOf(lines, idEnd);
    const id = textOf(lines.slice(at, idEnd));
    const text = textOf(lines.slice(idEnd, end));
    const reference = lines.slice(0, at).findLast((line) => line.startsWith('#: '));
    if (id !== '' && text !== '') entries.push({ id, idLine: at + 1, line: idEnd + 1, end, text, reference });
  }
  return { path, language: path.split('/')[1], lines, entries };
}

/** The texts of the source that stand in it as they do in catalogs, each at its line. */
function readSource() {
  const lines = readFileSync(new URL(article, `file://${root}`), 'utf8').split('\n');
  const entries = catalogs[0].entries.flatMap(({ id, reference }) => {
    const line = Number(/article\.md:(\d+)/.exec(reference ?? '')?.[1]);
    return lines[line - 1]?.includes(id) ? [{ id, text: id, line }] : [];
  });
  return { path: article, language: 'en', lines, entries };
}

/** The line behind the strings of a keyword. */
function endOf(lines, at) {
  let end = at + 1;
  while (lines[end]?.startsWith('"')) end += 1;
  return end;
}

function textOf(lines) {
  return lines.map((line) => JSON.parse(line.replace(/^msg\w+ /, ''))).join('');
}

function changeTranslation({ path }, { line, end }, text) {
  return { path, line, puts: [{ path, from: line, to: end, text: `msgstr ${JSON.stringify(text)}` }] };
}

function changeSource({ path, lines }, { text: before, line }, text) {
  const puts = catalogs.flatMap((catalog) =>
    catalog.entries
      .filter(({ id }) => id === before)
      .map((entry) => ({
        path: catalog.path,
        from: entry.idLine,
        to: entry.line - 1,
        text: `msgid ${JSON.stringify(text)}`,
      })),
  );
  const changed = lines[line - 1].replace(before, () => text);
  return { path, line, puts: [{ path, from: line, to: line, text: changed }, ...puts] };
}

/** Files with one line instead of some, which are counted from 1; empty strings keep the others in their place. */
function putAll(puts) {
  const files = new Map();
  for (const { path, from, to, text } of puts) {
    const { lines } = [source, ...catalogs].find((file) => file.path === path);
    const changed = files.get(path) ?? [...lines];
    changed.splice(from - 1, to - from + 1, text, ...Array(to - from).fill('""'));
    files.set(path, changed);
  }
  return new Map([...files].map(([path, changed]) => [path, changed.join('\n')]));
}
