import type {
  Configuration,
  Document,
  Edition,
  EditionConfiguration,
  Segment,
  Staged,
  Vocabulary,
} from '../../pipeline/model.ts';
import type { PoFile } from '../../pipeline/translation/po-file.ts';
import { translate } from '../../pipeline/translation/translate.ts';

/** One edition of a text, as the second call of a build makes it. */
export function translateInto(
  document: Document,
  segments: Segment[],
  po: PoFile | undefined,
  edition: EditionConfiguration,
  vocabulary: Vocabulary,
): Staged<Edition> {
  const configuration: Configuration = {
    base: 'https://example.org/',
    editions: [edition],
    mentions: 'all',
    numberSections: true,
    allowHtml: false,
    rules: {},
    pages: [],
    files: [],
  };
  const article = { path: document.path, text: document.text };
  const none = { records: [], bibliographies: [], register: undefined, page: undefined };
  const text = {
    sources: { name: 'demo', article, ...none, catalogs: new Map() },
    document,
    segments,
    language: String(document.frontMatter.value.language),
    records: [],
    register: undefined,
    catalogs: [{ edition, path: po?.path ?? `locales/${edition.language}/demo.po`, file: undefined, po }],
  };
  const { value, diagnostics } = translate(text, { configuration, vocabulary });
  return { value: value.editions[0] as Edition, diagnostics };
}
