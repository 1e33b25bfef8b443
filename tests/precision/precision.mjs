/**
 * `npm run precision`: what the rules find in real human translations, and how much of it was true when somebody read it.
 *
 *   npm run precision                         the table, beside the record
 *   npm run precision -- --write              the record, and “Measured” in the pages of the rules
 *   npm run precision -- --check              exits with 1 where the record is not what is found
 *   npm run precision -- --unjudged <rule>    the findings of its sample that nobody has judged
 *   npm run precision -- --show <rule>        all its findings, with what was judged
 *   npm run precision -- --judge <rule> true|false <digest> …
 *
 * The corpora are read from TINKUY_CORPORA, else ../shared/corpora; what is there stands in corpora.json. No text of theirs
 * is kept: a judgement is the digest of rule, source and translation, so that one holds as long as the finding is the same.
 * The sample of a rule are the 40 findings with the lowest digests, which is by chance, and the same for everybody.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableLines } from '../../lib/rules/report/table-lines.js';
import { createFind } from './find-in-corpus.mjs';
import { sampleSize, tooFew, writeMeasured } from './measured.mjs';
import { measuredRules } from './measured-rules.mjs';
import { readCorpora } from './read-corpora.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = {
  corpora: new URL('corpora.json', import.meta.url),
  judgements: new URL('judgements.json', import.meta.url),
  record: new URL('record.json', import.meta.url),
};
const [command, rule, verdict, ...digests] = process.argv.slice(2);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const judgements = readJson(files.judgements);

if (command === '--judge') judge();
else {
  const { found, record, missing } = measure();
  for (const name of missing)
    process.stdout.write(`Not here, and not measured: ${name} (corpora.json says where it is from).\n`);
  if (command === '--unjudged' || command === '--show') show(found.filter((one) => one.rule === rule));
  else if (command === '--write') write(record, missing);
  else if (command === '--check') check(record);
  else process.stdout.write(`${table(record).join('\n')}\n`);
}

function measure() {
  const folder = process.env.TINKUY_CORPORA ?? path.join(root, '../shared/corpora');
  const { missing, directions } = readCorpora(folder, readJson(files.corpora));
  const find = createFind(root);
  const found = [];
  const segments = {};
  for (const direction of directions) {
    segments[direction.name] = direction.pairs.length;
    found.push(...find(direction).map((one) => ({ ...one, corpus: direction.name })));
  }
  found.sort((a, b) => (a.digest < b.digest ? -1 : 1));
  const rules = Object.fromEntries(
    measuredRules.map((id) => [
      id,
      measureRule(
        found.filter((one) => one.rule === id),
        judgements[id] ?? {},
      ),
    ]),
  );
  return { found, missing, record: { segments, rules } };
}

/** Findings that are advice are counted and judged apart from the others. */
function measureRule(found, verdicts) {
  const advice = found.filter(({ isAdvice }) => isAdvice);
  const own = measureFindings(
    found.filter(({ isAdvice }) => !isAdvice),
    verdicts,
  );
  return advice.length === 0 ? own : { ...own, advice: measureFindings(advice, verdicts) };
}

function measureFindings(found, verdicts) {
  const findings = {};
  for (const { corpus } of found) findings[corpus] = (findings[corpus] ?? 0) + 1;
  const judged = takeSample(found.filter(({ corpus }) => isTranslated(corpus))).flatMap(
    ({ digest }) => verdicts[digest] ?? [],
  );
  const right = judged.filter(Boolean).length;
  return {
    findings: Object.fromEntries(Object.entries(findings).sort()),
    judged: judged.length,
    true: right,
    false: judged.length - right,
    precision: judged.length < tooFew ? 'too few' : Math.round((1000 * right) / judged.length) / 10,
  };
}

/** Spanish and Portuguese of one English source are no translations of each other: their differences are nobody's slip. */
function isTranslated(corpus) {
  return !corpus.endsWith(' es→pt');
}

/** Two corpora may have a pair in common. */
function takeSample(found) {
  return found.filter(({ digest }, at) => digest !== found[at - 1]?.digest).slice(0, sampleSize);
}

function table({ segments, rules }) {
  const sum = (counts) => Object.values(counts).reduce((all, one) => all + one, 0);
  const parts = Object.entries(rules).flatMap(([id, { advice, ...own }]) => [
    [id, own],
    ...(advice ? [[`${id}, advice`, advice]] : []),
  ]);
  const rows = parts.map(([id, { findings, judged, true: right, false: wrong, precision }]) => {
    const share = precision === 'too few' ? precision : `${precision}%`;
    return [id, sum(findings), judged, right, wrong, share].map(String);
  });
  return [
    ...Object.entries(segments).map(([name, count]) => `${name}: ${count} segments`),
    '',
    ...tableLines({
      head: ['rule', 'findings', 'judged', 'true', 'false', 'precision'],
      rows,
      isRight: [false, true, true, true, true, true],
      isRuled: true,
    }),
  ];
}

function show(found) {
  const verdicts = judgements[rule] ?? {};
  const shown =
    command === '--show'
      ? found
      : takeSample(found.filter(({ corpus }) => isTranslated(corpus))).filter(
          ({ digest }) => verdicts[digest] === undefined,
        );
  for (const { digest, corpus, source, target, findings } of shown) {
    const told = findings.map(
      ({ values, start, end }) => `  ! ${JSON.stringify(values)} ${mark(target, start, end)}`,
    );
    const lines = [
      `${digest} ${corpus} ${verdicts[digest] ?? ''}`.trimEnd(),
      `  < ${source}`,
      `  > ${target}`,
      ...told,
    ];
    process.stdout.write(`${lines.join('\n')}\n\n`);
  }
}

/** The place of a finding, with some of the text around it. */
function mark(text, start, end) {
  if (end - start > 80) return '';
  return `${text.slice(Math.max(start - 30, 0), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 30)}`;
}

function judge() {
  if (!measuredRules.includes(rule) || !['true', 'false'].includes(verdict) || digests.length === 0) {
    process.stderr.write('npm run precision -- --judge <rule> true|false <digest> …\n');
    process.exitCode = 2;
    return;
  }
  const verdicts = {
    ...judgements[rule],
    ...Object.fromEntries(digests.map((each) => [each, verdict === 'true'])),
  };
  const sorted = (entries) =>
    Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeJson(files.judgements, sorted({ ...judgements, [rule]: sorted(verdicts) }));
}

function write(record, missing) {
  if (missing.length > 0) {
    process.stderr.write('The record is of all corpora, and some are not here: nothing is written.\n');
    process.exitCode = 1;
    return;
  }
  writeJson(files.record, record);
  for (const id of measuredRules) {
    const page = path.join(root, `docs/rules/${id}.md`);
    if (!existsSync(page)) continue;
    const [text] = readFileSync(page, 'utf8').split('\n## Measured\n');
    writeFileSync(page, `${text.trimEnd()}\n\n## Measured\n${writeMeasured(record, id)}\n`);
  }
}

/** Of the corpora that are here; judgements are of all of them together, so that they are compared where all are. */
function check(record) {
  const kept = readJson(files.record);
  const problems = [];
  const compare = (what, expected, found) => {
    if (JSON.stringify(expected) !== JSON.stringify(found))
      problems.push(`${what}: the record has ${JSON.stringify(expected)}, found ${JSON.stringify(found)}.`);
  };
  for (const [name, count] of Object.entries(record.segments)) {
    compare(`segments of ${name}`, kept.segments[name], count);
    for (const id of measuredRules)
      compare(`${id} in ${name}`, kept.rules[id]?.findings[name] ?? 0, record.rules[id].findings[name] ?? 0);
  }
  if (Object.keys(record.segments).length === Object.keys(kept.segments).length) {
    for (const id of measuredRules) compare(id, kept.rules[id], record.rules[id]);
  }
  process.stdout.write(problems.map((problem) => `${problem}\n`).join(''));
  if (problems.length === 0) return;
  process.stdout.write(
    'Look at what changed (--show <rule>), judge what is new (--unjudged <rule>), then --write.\n',
  );
  process.exitCode = 1;
}

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
