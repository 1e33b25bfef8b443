import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPageBack } from '../../pipeline/proof/read-page-back.ts';
import { writePage } from '../../pipeline/publish/page.ts';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { recallNothing } from '../../pipeline/values/recall-nothing.ts';
import { translateInto } from '../translation/translate-into.ts';
import { markdownText } from './markdown-blocks.ts';

const page = { name: 'page', path: 'docs/page.md', language: 'en' };
const spanish = { language: 'es', tag: 'es-PE', citationStyle: 'apa' };
const vocabulary = { types: new Map(), units: new Map(), context: {}, schemas: new Map() };
const services = {
  notice: 'built',
  lead: () => undefined,
};

/** Errors of a source that is not published: a call whose note stands later in a container, front matter that is none. */
const faults: readonly string[] = ['footnote-is-defined', 'document-has-text', 'front-matter-is-well-formed'];

/** A page in Spanish, with what its catalog says of each segment. */
function writeTranslated(text: string, translate: (words: string) => string) {
  const { value: parsed, diagnostics } = parseDocument(
    { path: page.path, text },
    { allowHtml: true, isPage: true },
  );
  const frontMatter = { ...parsed.frontMatter, value: { ...parsed.frontMatter.value, language: 'en' } };
  const document = { ...parsed, frontMatter };
  const segments = segmentDocument(document).value;
  const words = [...new Set(segments.map(({ markdown }) => markdown))];
  const entries = words
    .map((each) => `msgid ${JSON.stringify(each)}\nmsgstr ${JSON.stringify(translate(each))}\n`)
    .join('\n');
  const header = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n';
  const po = readCatalog({ path: 'locales/es/page.po', text: `${header}\n${entries}` }, 'es').value;
  const edition = translateInto(document, segments, po, spanish, vocabulary).value;
  const output = writePage(page, document, edition, services);
  const isPublished = !diagnostics.some(({ rule }) => faults.includes(rule));
  return {
    output,
    words,
    states: edition.segments.map(({ state }) => state),
    findings: isPublished ? readPageBack(output, edition, recallNothing) : [],
  };
}

test('a page whose translation is its source has the bytes of its source', () => {
  fc.assert(
    fc.property(markdownText, (text) => {
      const { output, states, findings } = writeTranslated(text, (words) => words);
      expect(states.filter((state) => state !== 'translated')).toEqual([]);
      expect(output.text.replace('<!-- tinkuy: built -->\n\n', '')).toBe(text);
      expect(findings).toEqual([]);
    }),
    { numRuns: Number(process.env.TINKUY_PAGES ?? 300) },
  );
});

test('a page that is translated has the words of its catalog, and the labels of its links', () => {
  fc.assert(
    fc.property(markdownText, (text) => {
      const { output, findings, words } = writeTranslated(text, (own) => `Vea ${own} y más`);
      fc.pre(!words.some((own) => lazyLine.test(own)));
      expect(findings).toEqual([]);
      expect(countReferences(output.text)).toBe(countReferences(text));
    }),
    { numRuns: Number(process.env.TINKUY_PAGES ?? 300) },
  );
});

/**
 * A line that would be a block of its own, were it not the lazy end of a paragraph (https://spec.commonmark.org/0.31.2/#lazy-continuation-line):
 * in other words it is one, which a build tells (built-editions-agree).
 */
const lazyLine = /\n[ \t]*(?:[>#*+-]|\d+[.)])/;

/** The label of the generator's links, and of their definitions. */
function countReferences(text: string): number {
  return text.match(/\[known\]/gi)?.length ?? 0;
}
