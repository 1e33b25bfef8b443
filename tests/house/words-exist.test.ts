import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (at: string) => readFileSync(new URL(at, root), 'utf8');

/** Keys that the code asks for by their name, with the files that do. */
function keysAsked(): Map<string, string> {
  const files = readdirSync(new URL('pipeline/host/', root), { recursive: true, encoding: 'utf8' });
  const found = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    for (const [, key = ''] of read(`pipeline/host/${file}`).matchAll(/\bsay\(\s*'([\w.]+)'/g)) {
      found.set(key, file);
    }
  }
  const steps = /type Step =([^;]*);/.exec(read('pipeline/project/build-services.ts'))?.[1] ?? '';
  for (const [, step = ''] of steps.matchAll(/'(\w+)'/g)) found.set(`stages.${step}`, 'build-services.ts');
  return found;
}

function keysOf(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [path];
  return Object.entries(words).flatMap(([name, value]) => keysOf(value, path ? `${path}.${name}` : name));
}

describe.each(['en', 'es', 'pt'])('the words of the commands in %s', (language) => {
  const keys = keysOf(JSON.parse(read(`locales/${language}/cli.json`)));
  // A plural is asked for by the name that its forms have in common.
  const known = new Set(keys.flatMap((key) => [key, key.replace(/_\w+$/, '')]));
  const asked = keysAsked();

  test('are there for every key that the code asks for', () => {
    expect(asked.size).toBeGreaterThan(30);
    expect([...asked].filter(([key]) => !known.has(key))).toEqual([]);
  });

  test('have no step that none begins', () => {
    const steps = keys.filter((key) => key.startsWith('stages.'));
    expect(steps.filter((key) => !asked.has(key))).toEqual([]);
  });
});
