import type {
  Configuration,
  EditionConfiguration,
  Glossary,
  Language,
  Segment,
  SourceFile,
  Vocabulary,
} from '../../pipeline/model.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';
import { createGlossary } from '../../pipeline/translation/glossary/create-glossary.ts';
import type { PoFile } from '../../pipeline/translation/po-file.ts';
import type { Workbench, WorkbenchText } from '../../pipeline/translation/workbench/open-workbench.ts';
import { matchAtOnce } from '../../pipeline/values/patterns/create-pattern-matcher.ts';
import { recallNothing } from '../../pipeline/values/recall-nothing.ts';
import { editionWords } from '../edition-words.ts';
import { nothingShared } from '../nothing-shared.ts';

export const noVocabulary: Vocabulary = {
  types: new Map(),
  units: new Map(),
  context: {},
  schemas: new Map(),
};
const english: EditionConfiguration = { language: 'en', tag: 'en-US', citationStyle: 'apa' };

interface Given {
  segments: Segment[];
  po?: PoFile | undefined;
  /** What the file of the catalog holds; there is none unless it is given. */
  text?: string;
  /** Labels of the notes that the text defines. */
  footnotes?: readonly string[];
  /** Of the edition that the catalog is for. */
  tag?: string;
  glossary?: Glossary;
  vocabulary?: Vocabulary;
  base?: string;
  /** Catalog of another text of the project. */
  other?: PoFile | undefined;
  /** Files of the project beside the texts. */
  own?: SourceFile[];
  /** Besides English and the one of the catalog. */
  editions?: EditionConfiguration[];
}

/** A project of one English text "demo", and perhaps a second, as the commands on catalogs get it. */
export function benchOf({
  segments,
  po,
  text,
  footnotes = [],
  tag = 'es-PE',
  vocabulary = noVocabulary,
  glossary = createGlossary([], vocabulary, new Map()),
  base = 'https://example.org/',
  other,
  own = [],
  editions = [],
}: Given): Workbench {
  const language = tag.split('-')[0] ?? '';
  const edition: EditionConfiguration = { language, tag, citationStyle: 'apa' };
  const path = `locales/${language}/demo.po`;
  const configuration: Configuration = {
    base,
    editions: [english, edition, ...editions],
    mentions: 'all',
    numberSections: true,
    allowHtml: false,
    rules: {},
    pages: [],
    files: [],
  };
  const file = text === undefined ? undefined : { path, text };
  const texts = [textOf('demo', footnotes, glossary, segments, { edition, path, file, po })];
  if (other)
    texts.push(textOf('other', [], glossary, [], { edition, path: other.path, file: undefined, po: other }));
  const tags = new Map(configuration.editions.map((one) => [one.language, one.tag]));
  return {
    files: { own, builtin: [] },
    configuration,
    vocabulary,
    declared: '',
    published: [...tags.keys()],
    validators: () => {
      throw new Error('no command on catalogs validates');
    },
    wordsOf: (asked: Language) => editionWords(tags.get(asked) ?? asked, vocabulary),
    matches: matchAtOnce,
    recall: recallNothing,
    ...nothingShared(vocabulary),
    texts,
    glossary,
  };
}

function textOf(
  name: string,
  footnotes: readonly string[],
  glossary: Glossary,
  segments: Segment[],
  catalog: WorkbenchText['catalogs'][number],
): WorkbenchText {
  const notes = footnotes.map((label) => `[^${label}]: Note.\n`).join('\n');
  const article = { path: `source/${name}/article.md`, text: `---\ntitle: A\nlanguage: en\n---\n\n${notes}` };
  const document = parseDocument(article, { allowHtml: false }).value;
  const files = { records: [], bibliographies: [], register: undefined, page: undefined };
  return {
    name,
    sources: { name, article, ...files, catalogs: new Map() },
    document,
    segments,
    language: 'en',
    records: [],
    register: undefined,
    catalogs: [catalog],
    glossary,
  };
}

/** A paragraph for each text, two lines apart. */
export function segmentsOf(...texts: string[]): Segment[] {
  return texts.map((markdown, index) => {
    const point = { line: 2 * index + 1, column: 1, offset: 0 };
    const location = { path: 'source/demo/article.md', start: point, end: point };
    const place = { location, section: 's-one', node: undefined, key: undefined };
    return { index, kind: 'paragraph', markdown, ...place };
  });
}
