import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import type { OutputFile } from '../../pipeline/model.ts';
import { checkEvidence } from '../../pipeline/proof/check-evidence.ts';

const edition = 'https://example.org/edition/a/en/1.0.0';
const other = 'https://example.org/edition/a/es/1.0.0';
const target = 'https://example.org/statement/a/lake/uno/level#en';
const data = `
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<${target}> oa:hasSource <${edition}> ; oa:hasSelector <${target}-fragment> .
<${target}-fragment> rdf:value "s-lakes.p2" ; oa:refinedBy <${target}-position>, <${target}-quote> .
<${target}-position> oa:start 24 ; oa:end 33 .
<${target}-quote> oa:prefix "𐐷, the \\"first\\" of them, has " ; oa:exact "1,528 km²" ; oa:suffix " of it" .
`;
const blocks = {
  's-lakes': 'Lakes',
  's-lakes.p1': 'Uno and Dos have water.',
  's-lakes.p2': '𐐷, the "first" of them, has 1,528 km² of it',
  's-lakes.p3': 'It has 1,528 km² of it, 1,528 km² in all',
};
const position = { start: [...blocks['s-lakes.p2']].indexOf('1') };

/** The data with positions that are counted here, and some of its words exchanged. */
function read(...changes: [from: string, to: string][]) {
  const start = position.start;
  let text = data.replace('oa:start 24', `oa:start ${start}`).replace('oa:end 33', `oa:end ${start + 9}`);
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return new Parser().parse(text);
}

function fileOf(own: Record<string, string>, language = 'en'): OutputFile {
  const text = `${JSON.stringify(own, null, 2)}\n`;
  return { path: `${language}/a-blocks.json`, text, mediaType: 'application/json', language };
}

function check(quads: ReturnType<typeof read>, own: Record<string, string> = blocks) {
  return checkEvidence(quads, [
    { edition, file: fileOf(own) },
    { edition: other, file: fileOf({ 's-lakes.p2': 'Tiene 1.528 km²' }, 'es') },
  ]);
}

describe('evidence that is where it says is no finding', () => {
  test('with what stands around it up to 32 code points', () => {
    expect(check(read())).toEqual([]);
    const long = { ...blocks, 's-lakes.p2': `${'é'.repeat(9)}${blocks['s-lakes.p2']}${'𐐷'.repeat(40)}` };
    const [start, all] = [position.start + 9, [...long['s-lakes.p2']]];
    const moved: [string, string][] = [
      [`oa:start ${position.start}`, `oa:start ${start}`],
      [`oa:end ${position.start + 9}`, `oa:end ${start + 9}`],
      ['"𐐷, the', `"${'é'.repeat(32 - position.start)}𐐷, the`],
      [' of it"', `${all.slice(start + 9, start + 41).join('')}"`],
    ];
    expect(check(read(...moved), long)).toEqual([]);
  });

  test('whatever happens to other blocks', () => {
    expect(check(read(), { 's-lakes.p0': 'New', 's-lakes.p2': blocks['s-lakes.p2'] })).toEqual([]);
  });

  test('where words have no position of their own, if the block has them', () => {
    const words: [string, string][] = [
      [`<${target}-position>, `, ''],
      ['"𐐷, the \\"first\\" of them, has "', '""'],
      ['" of it"', '""'],
    ];
    expect(check(read(...words))).toEqual([]);
    expect(check(read(...words, ['1,528 km²', '1,529 km²']))).toHaveLength(1);
  });

  test('where the text has no words for it, if there is the block', () => {
    const bare: [string, string] = [`; oa:refinedBy <${target}-position>, <${target}-quote>`, ''];
    expect(check(read(bare))).toEqual([]);
    expect(check(read(bare, ['s-lakes.p2', 's-lakes.p4']))).toHaveLength(1);
  });
});

describe('a wrong', () => {
  const { start } = position;
  const end = start + 9;
  const faults: [what: string, ...changes: [string, string][]][] = [
    ['start', [`oa:start ${start}`, `oa:start ${start + 1}`]],
    ['start, before the words', [`oa:start ${start}`, `oa:start ${start - 1}`]],
    ['start that is none', [`oa:start ${start}`, 'oa:start "-9"']],
    ['start that is given twice', [`oa:start ${start}`, `oa:start ${start}, 7`]],
    ['end', [`oa:end ${end}`, `oa:end ${end - 1}`]],
    ['end, behind the words', [`oa:end ${end}`, `oa:end ${end + 1}`]],
    ['end before the start', [`oa:end ${end}`, `oa:end ${start - 1}`]],
    ['end that is missing', [` ; oa:end ${end}`, '']],
    [
      'position, one further',
      [`oa:start ${start} ; oa:end ${end}`, `oa:start ${start + 1} ; oa:end ${end + 1}`],
    ],
    [
      'position, in UTF-16 units',
      [`oa:start ${start} ; oa:end ${end}`, `oa:start ${start + 1} ; oa:end ${end + 1}`],
    ],
    ['position behind the block', [`oa:start ${start} ; oa:end ${end}`, 'oa:start 100 ; oa:end 109']],
    ['position that is missing', [`<${target}-position>, `, '']],
    [
      'position, a second one',
      [`<${target}-quote> .`, `<${target}-quote>, <urn:p> . <urn:p> oa:start 1 ; oa:end 2 .`],
    ],
    ['fragment, of no block', ['s-lakes.p2', 's-lakes.p4']],
    ['fragment, of another block', ['s-lakes.p2', 's-lakes.p1']],
    ['fragment, of a block with the same words', ['s-lakes.p2', 's-lakes.p3']],
    ['fragment that is missing', ['rdf:value "s-lakes.p2" ; ', '']],
    ['fragment, a second one', ['rdf:value "s-lakes.p2"', 'rdf:value "s-lakes.p2", "s-lakes.p3"']],
    ['selector, a second one', [`<${target}-fragment> .`, `<${target}-fragment>, <${target}-position> .`]],
    ['quotation', ['1,528 km²', '1,529 km²']],
    ['quotation that is missing', [`, <${target}-quote>`, '']],
    [
      'quotation, a second one',
      [`<${target}-quote> .`, `<${target}-quote>, <urn:q> . <urn:q> oa:exact "km²" .`],
    ],
    [
      'refinement of another kind',
      [`<${target}-quote> .`, `<${target}-quote>, <urn:q> . <urn:q> rdf:value "x" .`],
    ],
    ['prefix', ['them, has', 'them; has']],
    ['prefix that is too short', ['𐐷, the \\"first\\" of them, has ', 'has ']],
    ['prefix that goes beyond the block', ['"𐐷, the', '"water.\\n\\n𐐷, the']],
    ['prefix that is missing', ['oa:prefix "𐐷, the \\"first\\" of them, has " ; ', '']],
    ['suffix', [' of it"', ' of us"']],
    ['suffix that is too short', [' of it"', ' of"']],
    ['suffix that goes beyond the block', [' of it"', ' of it\\n\\nIt"']],
    ['suffix that is missing', [' ; oa:suffix " of it"', '']],
    ['edition', [edition, other]],
    ['edition that is not published', [edition, `${edition}/none`]],
    ['edition, a second one', [`<${edition}>`, `<${edition}>, <${other}>`]],
  ];

  test.each(faults)('%s', (_, ...changes) => {
    const [finding, ...more] = check(read(...changes));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'evidence-is-where-it-says', values: { statement: target } });
  });
});

describe('a text that is another', () => {
  const expected = '𐐷, the "first" of them, has [1,528 km²] of it';

  test.each([
    [
      'a word is gone before it',
      '𐐷, the "first" of, has 1,528 km² of it',
      '𐐷, the "first" of, has 1,528[ km² of i]t',
    ],
    [
      'the words are others',
      '𐐷, the "first" of them, has 1,538 km² of it',
      '𐐷, the "first" of them, has [1,538 km²] of it',
    ],
    [
      'what stands after it is another',
      '𐐷, the "first" of them, has 1,528 km² of us',
      '𐐷, the "first" of them, has [1,528 km²] of us',
    ],
    ['the block ends before it', '𐐷, the "first" of them', ''],
  ])('%s', (_, text, found) => {
    const [finding, ...more] = check(read(), { ...blocks, 's-lakes.p2': text });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'evidence-is-where-it-says',
      location: { path: 'dist/en/a-blocks.json' },
      values: { statement: target, expected },
    });
    expect(finding?.values.found).toBe(found);
  });

  test('is told with line and column of the words in the file', () => {
    const text = '𐐷, the "first" of them, has 1,538 km² of it';
    const own = { ...blocks, 's-lakes.p2': text };
    const [finding] = check(read(), own);
    const { text: written } = fileOf(own);
    const { start, end } = finding?.location ?? {};
    expect(written.slice(start?.offset, end?.offset)).toBe('1,538 km²');
    expect(written.split('\n')[(start?.line ?? 0) - 1]?.slice((start?.column ?? 0) - 1)).toMatch(
      /^1,538 km²/,
    );
  });
});
