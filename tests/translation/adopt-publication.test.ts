import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createServices } from '../../pipeline/host/create-services.ts';
import { resolveSeverity } from '../../pipeline/rules/resolve-severity.ts';
import { adoptEdits } from '../../pipeline/translation/workbench/adopt.ts';
import { openWorkbench } from '../../pipeline/translation/workbench/open-workbench.ts';
import { buildProject } from '../build-project.ts';
import { packageRoot } from '../package-root.ts';
import { ownBuild } from '../publication/own-build.ts';
import { createRandom } from './random.ts';

const services = createServices(() => undefined);
const path = 'dist/pt/peru-borders.md';
const editsMax = 100;

/** Lines of the text itself: not the front matter, not the back matter. */
function textLines(lines: string[]): number[] {
  const first = lines.indexOf('---', 1);
  const last = lines.indexOf('<span id="_notes"></span>');
  return lines.flatMap((_, index) => (index > first && index < last ? [index] : []));
}

/** Lower-case words between two others, outside of links and bold. */
function wordsIn(line: string): { start: number; end: number }[] {
  const hidden = line.replace(/\[[^\]]*\](?:\([^)]*\))?|<[^>]*>|\*\*[^*]*\*\*/g, (code) =>
    '#'.repeat(code.length),
  );
  return [...hidden.matchAll(/(?<=\p{Ll} )\p{Ll}{3,}(?= \p{Ll})/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** A word put in, exchanged, or taken out. */
const ways = [
  (line: string, _: number, end: number) => `${line.slice(0, end)} porventura${line.slice(end)}`,
  (line: string, start: number, end: number) => `${line.slice(0, start)}porventura${line.slice(end)}`,
  (line: string, start: number, end: number) => `${line.slice(0, start)}${line.slice(end + 1)}`,
];

test('random edits of the published edition are carried into the catalog, or refused where they are', async () => {
  const { outputs, diagnostics, configuration } = ownBuild;
  const text = outputs.find((output) => `dist/${output.path}` === path)?.text ?? '';
  expect(text, JSON.stringify(diagnostics.slice(0, 3))).not.toBe('');
  const random = createRandom(1);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const lines = text.split('\n');
  const edited = [...lines];
  const candidates = textLines(lines).filter((index) => wordsIn(lines[index] ?? '').length > 0);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(editsMax, candidates.length)) chosen.add(pick(candidates));
  for (const index of chosen) {
    const { start, end } = pick(wordsIn(lines[index] ?? ''));
    edited[index] = pick(ways)(lines[index] ?? '', start, end);
  }

  const published = [{ path, text: edited.join('\n'), digest: services.digest(text) }];
  const request = { published, editions: [], publications: [] };
  const inputs = {
    workbench: openWorkbench(ownBuild.opened).value,
    built: ownBuild,
    build: buildProject,
    digest: services.digest,
  };
  const { value, diagnostics: found } = await adoptEdits(inputs, request);
  const errors = resolveSeverity(found, configuration.rules, false).filter(
    ({ severity }) => severity === 'error',
  );
  const refused = new Set(errors.map(({ location }) => location.start.line - 1));

  // What is refused is refused for what it says, never for want of a way to carry it over: a mention that the edition has no link for
  // is gone with its words.
  const catalog = readFileSync(join(packageRoot, 'locales/pt/peru-borders.po'), 'utf8');
  const isMention = (found: unknown) => catalog.includes(`[${found}](`);
  const others = errors.filter(
    ({ rule, values }) =>
      !(rule === 'hand-edit-keeps-links' && values.context === 'link-removed' && isMention(values.found)),
  );
  expect(others.filter(({ rule }) => rule.startsWith('hand-edit'))).toEqual([]);
  expect([...refused].every((index) => chosen.has(index))).toBe(true);
  expect(refused.size, errors.map(({ rule }) => rule).join()).toBeLessThan(chosen.size / 10);
  const taken = edited.map((line, index) => (refused.has(index) ? lines[index] : line));
  // The front matter repeats the abstract.
  const body = (all: readonly unknown[]) => all.slice(lines.indexOf('---', 1)).join('\n');
  expect(body(value.editions[0]?.files[0]?.text.split('\n') ?? [])).toBe(body(taken));
  expect(body(value.editions[0]?.files[0]?.edited.split('\n') ?? [])).toBe(body(edited));
});
