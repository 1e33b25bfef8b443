import { Parser } from 'n3';
import { expect, test } from 'vitest';
import type { OutputFile } from '../../pipeline/model.ts';
import { checkEvidence } from '../../pipeline/proof/check-evidence.ts';

const edition = 'https://example.org/edition/a/en/1.0.0';
const oa = 'http://www.w3.org/ns/oa#';
const integer = '^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>';
const target = '<https://example.org/statement/a/lake/uno/level#en';
const quads = new Parser().parse(`
${target}> <${oa}hasSource> <${edition}> .
${target}> <${oa}hasSelector> ${target}-fragment> .
${target}> <${oa}hasSelector> ${target}-position> .
${target}-fragment> <${oa}refinedBy> ${target}-quote> .
${target}-quote> <${oa}exact> "1,528 km²" .
${target}-quote> <${oa}prefix> "𐐷 has " .
${target}-quote> <${oa}suffix> " of" .
${target}-position> <${oa}start> "11"${integer} .
${target}-position> <${oa}end> "20"${integer} .
`);

function check(text: string) {
  const file: OutputFile = { path: 'en/a.txt', text, mediaType: 'text/plain', language: 'en' };
  return checkEvidence(quads, [{ edition, file }]);
}

test('evidence that is where it says is no finding', () => {
  expect(check('Uno\n\n𐐷 has 1,528 km² of water.\n')).toEqual([]);
});

test.each([
  ['a word is gone before it', 'Un\n\n𐐷 has 1,528 km² of water.\n', 'has 1,528 km² of '],
  ['the words are others', 'Uno\n\n𐐷 has 1,538 km² of water.\n', '𐐷 has 1,538 km² of'],
  ['what stands after it is another', 'Uno\n\n𐐷 has 1,528 km² or more.\n', '𐐷 has 1,528 km² or'],
  ['the text ends before it', 'Uno\n', ''],
])('%s', (_, text, found) => {
  const [finding, ...more] = check(text);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'evidence-is-where-it-says',
    location: { path: 'dist/en/a.txt' },
    values: { statement: target.slice(1), expected: '𐐷 has 1,528 km² of' },
  });
  expect(finding?.values.found).toContain(found.trim());
});
