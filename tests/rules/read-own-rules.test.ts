import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProject } from '../../pipeline/host/read-project.ts';
import { readReportWords } from '../../pipeline/host/read-words.ts';
import { readOwnRules } from '../../pipeline/project/read-own-rules.ts';
import { compileLinear } from '../../pipeline/rules/patterns/compile-linear.ts';
import { readMark } from '../cli/mark.ts';

/** Marked texts by path; the mark shows where the finding is. */
type Files = Record<string, string>;

const { builtin } = readProject(fileURLToPath(new URL('../fixtures/rule-base', import.meta.url))).value;
const file = 'rules/new-rule.yaml';
const pattern = "pattern: 'x'\n";
const message = 'message: {en: A, es: B, pt: C}\n';
/** Nothing is wrong with it. */
const kept = { path: 'rules/kept.yaml', text: `${pattern}${message}` };

describe('what is wrong with a project’s own rule is a finding at its place, and the other rules are read', () => {
  test.each<[string, Files, string]>([
    ['nothing in the file', { [file]: '‸\n' }, 'own-rule-is-well-formed'],
    ['a list', { [file]: '‸- pattern\n' }, 'own-rule-is-well-formed'],
    ['no YAML', { [file]: `pattern: 'x'\nmessage: {en: A\n‸` }, 'yaml-is-well-formed'],
    ['an unknown key', { [file]: `${pattern}‸patern: y\n${message}` }, 'own-rule-is-well-formed'],
    ['no pattern', { [file]: `‸${message}` }, 'own-rule-is-well-formed'],
    ['no message', { [file]: `‸${pattern}` }, 'own-rule-is-well-formed'],
    ['an empty pattern', { [file]: `pattern: ‸''\n${message}` }, 'own-rule-is-well-formed'],
    [
      'an empty message',
      { [file]: `${pattern}message: {en: ‸'', es: B, pt: C}\n` },
      'own-rule-is-well-formed',
    ],
    ['a number for a pattern', { [file]: `pattern: ‸2024\n${message}` }, 'own-rule-is-well-formed'],
    ['an unknown scope', { [file]: `${pattern}scope: ‸headings\n${message}` }, 'own-rule-is-well-formed'],
    [
      'an unknown scope of two',
      { [file]: `${pattern}scope: [cell, ‸sell]\n${message}` },
      'own-rule-is-well-formed',
    ],
    [
      'a scope that is a map',
      { [file]: `${pattern}scope: ‸{cell: true}\n${message}` },
      'own-rule-is-well-formed',
    ],
    ['a scope twice', { [file]: `${pattern}scope: ‸[cell, cell]\n${message}` }, 'own-rule-is-well-formed'],
    ['an unknown severity', { [file]: `${pattern}severity: ‸fatal\n${message}` }, 'own-rule-is-well-formed'],
    [
      'an unknown language',
      { [file]: `${pattern}languages: [es, ‸po]\n${message}` },
      'own-rule-is-well-formed',
    ],
    ['no language', { [file]: `${pattern}languages: ‸[]\n${message}` }, 'own-rule-is-well-formed'],
    [
      'a message in an unknown language',
      { [file]: `${pattern}message: {en: A, es: B, pt: C, ‸es-PE: D}\n` },
      'own-rule-is-well-formed',
    ],
    [
      'a hole that nothing fills',
      { [file]: `${pattern}message: {en: A, es: ‸'No {{suggestion}}', pt: C}\n` },
      'own-rule-is-well-formed',
    ],
    [
      'a group that the pattern lacks',
      { [file]: `pattern: '(x)'\nsuggestion: ‸$1 and $2\n${message}` },
      'own-rule-is-well-formed',
    ],
    [
      'no message in a language of the editions',
      { [file]: `${pattern}‸message: {en: A, es: B}\n` },
      'own-rule-has-a-message-in-every-language',
    ],
    [
      'the id of a rule of ours',
      { 'rules/spacing-is-clean.yaml': `‸${pattern}${message}` },
      'own-rule-has-an-id-of-its-own',
    ],
    ['an id twice', { 'rules/kept.yml': `‸${pattern}${message}` }, 'own-rule-has-an-id-of-its-own'],
    [
      'an id that is none',
      { 'rules/New_rule.yaml': `‸${pattern}${message}` },
      'own-rule-has-an-id-of-its-own',
    ],
    ['a folder', { 'rules/es/new-rule.yaml': `‸${pattern}${message}` }, 'own-rule-has-an-id-of-its-own'],
    ...[
      "pattern: '‸(?=x)y'",
      "pattern: 'a‸(?!x)y'",
      "pattern: 'a‸(?<=x)y'",
      "pattern: 'a‸(?<!x)y'",
      "pattern: '(x)‸\\1'",
      "pattern: '(?P<a>x)‸(?P=a)'",
      "pattern: '(?<a>x)‸\\k<a>'",
      "pattern: '‸(?>x)y'",
      "pattern: '‸\\bmás\\b'",
      "pattern: '[‸\\w-]+'",
      "pattern: 'x‸**'",
      "pattern: 'x‸{1001}'",
      "pattern: ‸'((x{100}){100}){100}'",
      "pattern: '‸(x'",
      "pattern: '‸x)'",
      "pattern: '‸[x'",
      "pattern: '[‸z-a]'",
      "pattern: 'x‸\\y'",
      "pattern: 'x‸\\Qy'",
      "pattern: '‸\\p{Letter}'",
      "pattern: '‸x*'",
      "pattern: '‸^'",
      "pattern: '‸x|'",
      "pattern: '‸x{1,1000}y{1,1000}z{1,1000}'",
      "except: 'a‸(?=x)y'\npattern: y",
      `pattern: "x\\ty‸(?=x)"`,
      'pattern: |-\n  x\n  y‸(?=x)',
    ].map((text): [string, Files, string] => [
      JSON.stringify(text),
      { [file]: `${text}\n${message}` },
      'own-rule-pattern-can-be-run',
    ]),
  ])('%s', async (_, files, rule) => {
    const own = Object.entries(files).map(([at, marked]) => ({ path: at, ...readMark(marked) }));
    const { value, diagnostics } = await readOwnRules({ own: [kept, ...own], builtin }, ['en', 'es', 'pt']);
    const { path: at, place } = own[0] ?? {};
    expect(
      diagnostics.map(({ rule: id, location: { path, start } }) => [id, path, start.line, start.column]),
    ).toEqual([[rule, at, place?.line, place?.column]]);
    expect(value.rules.some(({ rule: { id } }) => id === 'kept')).toBe(true);
    for (const language of ['en', 'es', 'pt']) {
      const { message: tell, help } = readReportWords(language, (key) => key, diagnostics);
      for (const diagnostic of diagnostics) {
        expect(tell(diagnostic)).toMatch(/^(?:Expected |Se esperaba|Esperava).+\.$/s);
        expect(tell(diagnostic)).not.toMatch(/undefined| \.|“”/);
        expect(help(diagnostic)).toMatch(/\S/);
      }
    }
  });
});

describe('a pattern', () => {
  const plain = { except: undefined, wholeWords: false };
  const find = (text: string, options: { except?: string; wholeWords?: boolean }, searched: string) => {
    const compiled = compileLinear(text, { ...plain, ...options });
    if ('context' in compiled) throw new Error(compiled.context);
    return compiled.find(searched).map((found) => [found.text, found.start, found.end]);
  };

  test.each<[string, { except?: string; wholeWords?: boolean }, string, [string, number, number][]]>([
    [
      'más',
      {},
      'más además 😀más',
      [
        ['más', 0, 3],
        ['más', 7, 10],
        ['más', 13, 16],
      ],
    ],
    [
      'más',
      { wholeWords: true },
      'más, más además 😀más',
      [
        ['más', 0, 3],
        ['más', 5, 8],
        ['más', 18, 21],
      ],
    ],
    [
      '(?i)á',
      { wholeWords: true },
      'Á á aá 2á',
      [
        ['Á', 0, 1],
        ['á', 2, 3],
      ],
    ],
    [
      'a|ab',
      { wholeWords: true },
      'ab a',
      [
        ['ab', 0, 2],
        ['a', 3, 4],
      ],
    ],
    ['\\p{Lu}+', { except: 'OEA|ONU' }, 'OEA ONUX', [['ONUX', 4, 8]]],
    ['^a', {}, 'aaa', [['a', 0, 1]]],
    [
      '[]x]',
      {},
      'a]x',
      [
        [']', 1, 2],
        ['x', 2, 3],
      ],
    ],
    ['\\Q(?=\\E', {}, 'a(?=b)', [['(?=', 1, 4]]],
    ['[(?=]', {}, 'a?', [['?', 1, 2]]],
    ['[[:alpha:](?=]', {}, '1(', [['(', 1, 2]]],
  ])('%j %j', (text, options, searched, expected) => {
    expect(find(text, options, searched)).toEqual(expected);
  });

  test('gives a suggestion its groups', () => {
    const compiled = compileLinear('(?i)(\\pL+)ize', { ...plain, wholeWords: true });
    if ('context' in compiled) throw new Error(compiled.context);
    expect(compiled.expand('Realize', '$1ise, not $&, for $$1')).toBe('Realise, not Realize, for $1');
    expect(compiled.groups).toBe(1);
  });

  test('law: it finds what JavaScript finds, where both know the pattern', () => {
    const atom = fc.constantFrom('a', 'é', '😀', '[ab]', '[^a]', '.', '\\p{L}', 'ab', '(?:a|b)');
    const part = fc
      .tuple(atom, fc.constantFrom('', '', '+', '{2}', '{1,2}'))
      .map((pieces) => pieces.join(''));
    const form = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const searched = fc.string({ unit: fc.constantFrom(...['a', 'b', 'é', '😀', ' ', '1']), maxLength: 20 });
    fc.assert(
      fc.property(form, searched, (text, words) => {
        const native = [...words.matchAll(new RegExp(text, 'gu'))];
        const expected = native.map(({ index, 0: found }) => [found, index, index + found.length]);
        expect(find(text, {}, words)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('law: whatever is typed is searched for, or told what is wrong', () => {
    const signs = fc.constantFrom(...'aé😀 ()[]{}*+?|^$.\\-,:<>=!&12bBwWkQEpPnxi'.split(''));
    fc.assert(
      fc.property(
        fc.string({ unit: signs, maxLength: 12 }),
        fc.boolean(),
        fc.string(),
        (text, wholeWords, searched) => {
          const compiled = compileLinear(text, { except: undefined, wholeWords });
          if ('context' in compiled) {
            if (compiled.at !== undefined) expect(text.startsWith(compiled.found, compiled.at)).toBe(true);
            return;
          }
          let end = 0;
          for (const found of compiled.find(searched)) {
            expect(found.start).toBeGreaterThanOrEqual(end);
            expect(found.end).toBeGreaterThan(found.start);
            expect(searched.slice(found.start, found.end)).toBe(found.text);
            end = found.end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
