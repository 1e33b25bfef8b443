import { createHash } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { type AnswerStore, createAnswers } from '../../pipeline/host/create-answers.ts';
import { createKeep } from '../../pipeline/host/create-keep.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { ProjectFiles, Recall, SourceFile } from '../../pipeline/model.ts';
import { packageRoot } from '../package-root.ts';

/** Edits of each project; TINKUY_EDITS=500 makes a night's run of it. */
const editsMax = Number(process.env.TINKUY_EDITS ?? 40);
/** Which edits they are: a long run is made in parts by several numbers. */
const seed = Number(process.env.TINKUY_SEED ?? 12);
/** How many edits are made before the builds are compared; more than one saves most of a long run's time. */
const atOnce = Number(process.env.TINKUY_EDITS_AT_ONCE ?? 1);
/** Folder of a project to edit besides the fixtures: TINKUY_PROJECT=. is this repository's publication. */
const given = process.env.TINKUY_PROJECT;

/** Everything that a build says, in its order. */
async function tell(files: ProjectFiles, keep = createKeep(), recall?: Recall): Promise<string[]> {
  const services = createServices(() => undefined, keep, recall);
  const { outputs, pages, diagnostics } = await build(files, services);
  const written = [...outputs, ...pages].map(({ digest: counted, ...file }) => {
    // Who has counted the bytes of a file has counted these.
    if (counted) expect(counted.sha256, file.path).toBe(createHash('sha256').update(file.text).digest('hex'));
    return file;
  });
  return [...written, ...diagnostics].map((one) => JSON.stringify(one));
}

/** What a check finds, in its order. */
async function find(files: ProjectFiles, recall?: Recall): Promise<string[]> {
  const services = createServices(() => undefined, createKeep(), recall);
  const { diagnostics } = await build(files, services, { until: 'proof' });
  return diagnostics.map((one) => JSON.stringify(one));
}

/** Answers of a run of their own, that know what another run was told: as they come from the disk. */
function later(before: AnswerStore): AnswerStore {
  const known = new Map(before.asked().answers);
  return createAnswers({
    find: (question) => known.get(question),
    add: (question, text) => known.set(question, text),
  });
}

/** A line of a file that somebody works on. */
interface Edit {
  /** Which file and which line, as shares of all. */
  file: number;
  line: number;
  how: 'delete' | 'double' | 'word' | 'number' | 'letter' | 'exchange' | 'break';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.double({ min: 0, max: 0.999, noNaN: true }),
  line: fc.double({ min: 0, max: 0.999, noNaN: true }),
  how: fc.constantFrom('delete', 'double', 'word', 'number', 'letter', 'exchange', 'break'),
});

/** What an author works on; every text, catalog and record as often as all the files beside them. */
function change(own: readonly SourceFile[], { file, line, how }: Edit): SourceFile[] {
  const worked = own.filter(({ path: at }) => /^(source|locales|rules|schemas)\/|^tinkuy\.yaml$/.test(at));
  const chosen = worked[Math.floor(file * worked.length)] as SourceFile;
  const lines = chosen.text.split('\n');
  const at = Math.floor(line * lines.length);
  lines.splice(at, 1, ...rewrite(lines[at] ?? '', how));
  const changed = { ...chosen, text: lines.join('\n') };
  return own.map((one) => (one === chosen ? changed : one));
}

function rewrite(line: string, how: Edit['how']): string[] {
  switch (how) {
    case 'delete':
      return [];
    case 'double':
      return [line, line];
    case 'word':
      return [line.replace(/\p{L}{3,}/u, (word) => `${word} ${word.toLowerCase()}x`)];
    case 'number':
      return [line.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))];
    case 'letter':
      return [line.replace(/\p{Ll}(?=[^\p{L}]*$)/u, 'ñ')];
    case 'exchange':
      return [line.replace(/(\S+)(\s+)(\S+)/, '$3$2$1')];
    case 'break':
      return [line.replace(/[)\]"}]/, '')];
  }
}

const projects: [string, string][] = [
  ['rule-base', path.join(packageRoot, 'tests/fixtures/rule-base')],
  ['vapores-del-titicaca', path.join(packageRoot, 'tests/fixtures/vapores-del-titicaca')],
  ['edition-with-gaps', path.join(packageRoot, 'tests/fixtures/edition-with-gaps')],
  ...(given === undefined ? [] : [[given, path.resolve(given)] as [string, string]]),
];

/**
 * The edits follow one another, as an author makes them, and each third is taken back: what is recalled then was answered
 * under the files of another day.
 */
test.each(projects)('whatever was edited in %s, what is recalled is what is made anew', async (_, folder) => {
  const { own: first, builtin } = readProject(folder).value;
  const keep = createKeep();
  const [warm, checks] = [createAnswers(), createAnswers()];
  let own = first;
  let [recalled, asked] = [0, 0];
  const groups = fc.array(edit, { minLength: atOnce, maxLength: atOnce });
  for (const [index, each] of fc.sample(groups, { seed, numRuns: Math.ceil(editsMax / atOnce) }).entries()) {
    const before = own;
    own = each.reduce(change, own);
    const files = { own, builtin };
    const partly = later(warm);
    warm.begin();
    const checked = later(checks);
    const expected = await tell(files);
    const findings = expected.filter((one) => one.includes('"rule":'));
    expect(await find(files, checks.recall), JSON.stringify(each)).toEqual(findings);
    expect(await find(files, checked.recall), JSON.stringify(each)).toEqual(findings);
    expect(await tell(files, keep, warm.recall), JSON.stringify(each)).toEqual(expected);
    expect(await tell(files, createKeep(), partly.recall), JSON.stringify(each)).toEqual(expected);
    if (!partly.asked().isNew) recalled += 1;
    asked += warm.asked().answers.size;
    if (index % 3 === 2) own = before;
    // What is broken stays broken for a while, and then somebody mends it all.
    if (index % 10 === 9) own = first;
  }
  // A test of answers has to have some.
  expect(recalled).toBeLessThan(editsMax);
  expect(asked).toBeGreaterThan(0);
});

test('an answer is nobody else’s to change', () => {
  const answers = createAnswers();
  const ask = () => answers.recall('list', [], () => [1, 2]);
  ask().push(3);
  ask().push(4);
  expect(ask()).toEqual([1, 2]);
});

test('a question is its name and all that was read, each for itself', () => {
  const { recall } = createAnswers();
  const questions: [string, string[]][] = [
    ['a', []],
    ['a', ['']],
    ['a', ['b', 'c']],
    ['a', ['bc']],
    ['a', ['b,c']],
    ['ab', ['c']],
  ];
  for (const [index, [name, read]] of questions.entries())
    expect(recall(name, read, () => index)).toBe(index);
  for (const [index, [name, read]] of questions.entries()) expect(recall(name, read, () => -1)).toBe(index);
});

test('what nobody asks any more is let go after a build', () => {
  const answers = createAnswers();
  const ask = (name: string, answer: string) => answers.recall(name, [], () => answer);
  ask('kept', 'first');
  ask('left', 'first');
  answers.begin();
  expect(ask('kept', 'second')).toBe('first');
  answers.begin();
  expect([ask('kept', 'third'), ask('left', 'third')]).toEqual(['first', 'third']);
});
