import type { Build } from '../../pipeline/build.ts';
import type { Edition, Publication, SourceFile } from '../../pipeline/model.ts';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { adoptEdits } from '../../pipeline/translation/workbench/adopt.ts';
import { benchOf, noVocabulary } from './sample-bench.ts';
import { translateInto } from './translate-into.ts';

const path = 'dist/pt/demo.md';
const catalogPath = 'locales/pt/demo.po';
const portuguese = { language: 'pt', tag: 'pt-BR', citationStyle: 'apa' };
const mark = /^\uFDD0[^\uFDD1]*\uFDD1/;

interface Edited {
  /** The source text below its front matter. */
  source: string;
  /** The Portuguese catalog. */
  po: string;
  /** The edition as published; `«…»` stands for the texts of the translated segments, in their order. */
  published: string;
  /** As an editor saved it. */
  edited: string;
  /** As it is published with the corrections; as the editor saved it unless given. */
  after?: string;
}

/** What is carried over of an edit, with a publication whose pages are given and not drawn. */
export function adoptSample({ source, po: text, published, edited, after = edited }: Edited) {
  const article = { path: 'source/demo/article.md', text: `---\nlanguage: en\n---\n\n${source}` };
  const document = parseDocument(article, { allowHtml: false }).value;
  const segments = segmentDocument(document).value;
  const po = readCatalog({ path: catalogPath, text }, 'pt').value;
  const edition = translateInto(document, segments, po, portuguese, noVocabulary).value;
  const bench = benchOf({ segments, po, text, tag: 'pt-BR', own: [{ path: catalogPath, text }] });
  const graph = { entities: new Map(), facts: [], mentions: [], notes: new Map() };
  const publication: Publication = {
    name: 'demo',
    document,
    segments,
    editions: [edition],
    extractions: [],
    graph,
  };
  const write = (words: string): Build => ({
    ...bench,
    opened: {
      value: {
        ...bench,
        sources: [],
        open: () => {
          throw new Error('opened before');
        },
      },
      diagnostics: [],
      ofTexts: [],
    },
    publications: [publication],
    outcomes: [],
    held: [],
    shown: [],
    isBlocked: false,
    outputs: [outputOf(words)],
    texts: new Map(),
    pages: [],
    rewrite: new Map([['pt/demo.md', (marked) => outputOf(withMarks(published, marked))]]),
    proofs: new Map(),
    diagnostics: [],
  });
  const plain = published.replace(/[«»]/g, '');
  const inputs = {
    workbench: bench,
    built: write(plain),
    build: async () => write(after),
    digest: (all: string) => all,
  };
  const files = [{ path, text: edited, digest: plain }];
  return adoptEdits(inputs, { published: files, editions: [], publications: [] });
}

/** The msgstr of a text in a catalog. */
export function msgstrOf(catalog: SourceFile | undefined, msgid: string): string | undefined {
  const { entries } = readCatalog({ path: catalogPath, text: catalog?.text ?? '' }, 'pt').value;
  return entries.find((entry) => entry.msgid === msgid)?.msgstr;
}

function outputOf(text: string) {
  return { path: 'pt/demo.md', mediaType: 'text/markdown', language: 'pt', text };
}

function withMarks(published: string, { segments }: Edition): string {
  const translated = segments.filter(({ state }) => state === 'translated');
  const marks = translated.flatMap(({ node }) => marksIn(node));
  return published.replace(/«/g, () => marks.shift() ?? '').replaceAll('»', '');
}

function marksIn(node: object): string[] {
  if ('value' in node && typeof node.value === 'string') return mark.exec(node.value) ?? [];
  return 'children' in node && Array.isArray(node.children) ? node.children.flatMap(marksIn) : [];
}
