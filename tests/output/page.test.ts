import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edition } from '../../pipeline/model.ts';
import { readPageBack } from '../../pipeline/proof/read-page-back.ts';
import { writePage } from '../../pipeline/publish/page.ts';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';
import { recallNothing } from '../../pipeline/values/recall-nothing.ts';
import { packageRoot } from '../package-root.ts';
import { translateInto } from '../translation/translate-into.ts';

const page = { name: 'readme', path: 'README.md', language: 'en' };
const notice = '<!-- tinkuy: built -->\n\n';
const services = {
  notice: 'built',
  lead: () => undefined,
};
const vocabulary = { types: new Map(), units: new Map(), context: {}, schemas: new Map() };

function editionOf(text: string) {
  const parsed = parseDocument({ path: page.path, text }, { allowHtml: true, isPage: true }).value;
  const frontMatter = { ...parsed.frontMatter, value: { ...parsed.frontMatter.value, language: 'en' } };
  const document = { ...parsed, frontMatter };
  const segments = segmentDocument(document).value;
  const configuration = { language: 'en', tag: 'en-US', citationStyle: 'apa' };
  return { document, edition: translateInto(document, segments, undefined, configuration, vocabulary).value };
}

function write(text: string, change: (edition: Edition) => Edition = (edition) => edition) {
  const { document, edition } = editionOf(text);
  const changed = change(edition);
  const output = writePage(page, document, changed, services);
  return { output, findings: readPageBack(output, changed, recallNothing) };
}

test('in its own words a page is its text, byte for byte', () => {
  const text = readFileSync(`${packageRoot}README.md`, 'utf8');
  const { output, findings } = write(text);
  expect(output.text).toBe(notice + text);
  expect(findings).toEqual([]);
});

test('whatever the words are, they stand in their place and the rest stays', () => {
  const block = fc.constantFrom(
    (words: string) => `## ${words}`,
    (words: string) => words,
    (words: string) => `- ${words}\n  - ${words}`,
    (words: string) => `> ${words}`,
    (words: string) => `| a | ${words} |\n| --- | --- |\n| ${words} | \`x\` |`,
    () => '```\ncode | * [ stays\n```',
  );
  const words = fc.constantFrom('one', 'two words', '*three*', 'a [link](other.md) here', '`code` of it');
  const signs = fc.constantFrom('plain', 'a | b', 'first, \\\nsecond', '“¿qué?”', '[x](y.md)');
  fc.assert(
    fc.property(fc.array(fc.tuple(block, words), { minLength: 1, maxLength: 6 }), signs, (blocks, sign) => {
      const text = `${blocks.map(([make, own]) => make(own)).join('\n\n')}\n`;
      const hasBreak = sign.includes('\n');
      const { output, findings } = write(text, (edition) => ({
        ...edition,
        segments: edition.segments.map((segment) =>
          hasBreak && /heading|cell/.test(segment.segment.kind) ? segment : { ...segment, markdown: sign },
        ),
      }));
      expect(findings).toEqual([]);
      for (const code of text.match(/```[\s\S]*?```/g) ?? []) expect(output.text).toContain(code);
    }),
    { numRuns: 200 },
  );
});

test('a word that is lost in writing is a finding', () => {
  const { document, edition } = editionOf('# One\n\nTwo\n');
  const output = writePage(page, document, edition, services);
  const [finding] = readPageBack(
    { ...output, text: output.text.replace('Two', 'Too') },
    edition,
    recallNothing,
  );
  expect(finding).toMatchObject({ rule: 'built-editions-agree', values: { expected: 'Two', found: 'Too' } });
});
