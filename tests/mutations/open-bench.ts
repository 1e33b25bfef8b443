import { readFileSync } from 'node:fs';
import { state } from '../../pipeline/graph/state.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type {
  CitationStyle,
  Diagnostic,
  Document,
  Edition,
  Extraction,
  Language,
  Segment,
} from '../../pipeline/model.ts';
import { openProject } from '../../pipeline/project/open-project.ts';
import type { TextCatalog } from '../../pipeline/project/open-text.ts';
import { compareEditions } from '../../pipeline/proof/compare-editions.ts';
import { checkQuality } from '../../pipeline/rules/check-quality.ts';
import { resolveSeverity } from '../../pipeline/rules/resolve-severity.ts';
import { extract } from '../../pipeline/text/extract.ts';
import { createGlossary } from '../../pipeline/translation/glossary/create-glossary.ts';
import { indexEntries, type PoEntry, type PoFile } from '../../pipeline/translation/po-file.ts';
import { translate } from '../../pipeline/translation/translate.ts';
import { createCitationReaders } from '../../pipeline/values/create-citation-readers.ts';
import type { LocaleWords } from '../../pipeline/values/locale-words.ts';
import { packageRoot } from '../package-root.ts';
import { translateInto } from '../translation/translate-into.ts';

/** A published translation of one segment, to be corrupted. */
export interface Translation {
  language: Language;
  segment: Segment;
  entry: PoEntry;
  msgstr: string;
  /** Labels of all footnotes of the text. */
  footnotes: string[];
  words: LocaleWords;
  /** Addresses and titles of all links of the text. */
  addresses: string[];
  /** What is found with these words in the place of the translation; milliseconds, for only its segment is read again. */
  check: (msgstr: string) => Diagnostic[];
}

const { readCitationStyle } = createServices(() => undefined);
const styles = new Map<Language, CitationStyle>();
for (const [language, tag] of Object.entries({ en: 'en-US', es: 'es-PE', pt: 'pt-BR' })) {
  const style = await readCitationStyle('apa', tag);
  if (style) styles.set(language, style);
}

/** Rules that hold a segment against the others of its edition, so that one alone tells nothing; an allowance may be for one. */
const ofEditions: ReadonlySet<Diagnostic['rule']> = new Set([
  'acronym-is-the-languages',
  'allowance-is-needed',
  'avoided-term-is-absent',
  'emphasis-agrees-across-editions',
  'heading-capitals-fit-language',
  'language-is-the-editions',
  'sentence-count-agrees',
  'translation-is-consistent',
  'translations-are-distinct',
] as const);

/** A link that states a value, with its words. */
const statement = /\[([^\][]+)\]\((?!https?:|mailto:)[a-z-]+:[^)\s#]+#[^)\s]*(?: "[^"]*")?\)/g;

/**
 * Reads this repository's own publication by the stages of a build, as far as its editions are compared, and gives every
 * translation of it that stands in a catalog.
 *
 * @param isPlain whether to take away the links that state values, in all languages, and leave their words: what nobody has
 * annotated is then all there is
 */
export function openBench({ isPlain }: { isPlain: boolean }): Translation[] {
  const plain = (markdown: string): string => (isPlain ? markdown.replace(statement, '$1') : markdown);
  const read = readProject(packageRoot).value;
  const own = read.own.map(({ path, text }) => ({ path, text: path.endsWith('.md') ? plain(text) : text }));
  const files = { ...read, own };
  const opened = openProject(files);
  const { configuration, vocabulary, wordsOf } = opened.value;
  const [sources] = opened.value.sources;
  const text = sources && opened.value.open(sources).value;
  if (!text) throw new Error('no publication');
  const { document, segments } = text;
  const catalogs = text.catalogs.map((catalog): TextCatalog => {
    if (!catalog.po || catalog.edition.language === text.language) return { ...catalog, po: undefined };
    const entries = catalog.po.entries.map((entry): PoEntry => {
      return { ...entry, msgid: plain(entry.msgid), msgstr: plain(entry.msgstr) };
    });
    return { ...catalog, po: { ...catalog.po, entries } };
  });
  const stated = state(translate({ ...text, catalogs }, opened.value).value, opened.value).value;
  const { editions, extractions } = stated;
  const languages = editions.map(({ language }) => language);
  const habits = new Map(languages.map((language) => [language, wordsOf(language).habits]));
  /** Without the findings of rules that are off. */
  const shown = (found: Diagnostic[]): Diagnostic[] => resolveSeverity(found, configuration.rules, true);
  const glossary = createGlossary(stated.publication?.graph.entities.values() ?? [], vocabulary, habits);
  const at = editions.findIndex(({ isSource }) => isSource);
  const [source, said] = [editions[at] as Edition, extractions[at] as Extraction];
  const footnotes = document.tree.children.flatMap((node) =>
    node.type === 'footnoteDefinition' ? [node.label ?? node.identifier] : [],
  );
  const addresses = segments.flatMap(({ markdown }) =>
    [...markdown.matchAll(/\]\(([^)\s]+)(?: "([^"]*)")?\)/g)].flatMap(([, url, title]) => [
      url ?? '',
      title ?? '',
    ]),
  );

  const readersOf = createCitationReaders(styles, wordsOf);
  const sideOf = ({ language, tag }: Edition) => ({ language, tag, ...wordsOf(language) });

  return editions.flatMap((edition): Translation[] => {
    if (edition.isSource) return [];
    const { language } = edition;
    const catalog = catalogs.find((one) => one.edition.language === language);
    if (!catalog?.po) return [];
    const { po, edition: configured } = catalog;
    const entries = indexEntries(po.entries);
    const context = { source: sideOf(source), target: sideOf(edition), languages, vocabulary, glossary };
    const published = new Map(edition.segments.map(({ segment, markdown }) => [segment.index, markdown]));
    const known = new Set(checkQuality(source, edition, context).map(keyOf));

    const read = (segment: Segment, entry: PoEntry): { found: Diagnostic[]; translated: Edition } => {
      const small = smallDocument(document, segment);
      const one: PoFile = { ...po, entries: [entry] };
      const localized = translateInto(small, [segment], one, configured, vocabulary);
      const translated = localized.value;
      const words = extract(translated, vocabulary, wordsOf(language).reader);
      const own = only(source, said, segment.index);
      const found = [
        ...localized.diagnostics,
        ...words.diagnostics,
        ...compareEditions(own.edition, translated, own.extraction, words.value, vocabulary, readersOf),
        ...checkQuality(own.edition, translated, context),
      ];
      return { found, translated };
    };
    const check = (segment: Segment, entry: PoEntry): Diagnostic[] => {
      const { found, translated } = read(segment, entry);
      const own = shown(found).filter(({ rule }) => !ofEditions.has(rule));
      const [changed] = translated.segments;
      if (own.length > 0 || !changed || changed.markdown === published.get(segment.index)) return own;
      // Dear, so only for what nothing else has caught.
      const all = edition.segments.map((other) => (other.segment.index === segment.index ? changed : other));
      const whole = checkQuality(source, { ...edition, segments: all }, context);
      return shown(whole).filter((finding) => !known.has(keyOf(finding)));
    };

    const seen = new Set<PoEntry>();
    return segments.flatMap((segment): Translation[] => {
      const entry = entries.get(segment.markdown);
      if (!entry || seen.has(entry)) return [];
      seen.add(entry);
      const words = readWords(language);
      const corrupted = (msgstr: string): PoEntry => ({
        ...entry,
        msgstr,
        locate: () => entry.location,
      });
      const { msgstr } = entry;
      return [
        {
          language,
          segment,
          entry,
          msgstr,
          footnotes,
          words,
          addresses,
          check: (text) => check(segment, corrupted(text)),
        },
      ];
    });
  });
}

/** A document that holds nothing but one segment, and the labels of the notes. */
function smallDocument(document: Document, { node }: Segment): Document {
  const notes = document.tree.children.filter((child) => child.type === 'footnoteDefinition');
  const children = notes.map((note) => ({ ...note, children: [] }));
  const own =
    node === undefined
      ? []
      : [node.type === 'tableCell' ? { type: 'paragraph' as const, children: node.children } : node];
  const tree = { type: 'root' as const, children: [...own, ...children] };
  return { ...document, tree };
}

function only(
  edition: Edition,
  extraction: Extraction,
  index: number,
): { edition: Edition; extraction: Extraction } {
  const isOwn = ({ segment }: { segment: number }): boolean => segment === index;
  const { language, mentions, statements, blanks } = extraction;
  return {
    edition: { ...edition, segments: edition.segments.filter(({ segment }) => segment.index === index) },
    extraction: {
      language,
      mentions: mentions.filter(isOwn),
      statements: statements.filter(isOwn),
      blanks: blanks.filter(isOwn),
    },
  };
}

/** Findings of the whole edition that are there before any mutation are told apart by what they say. */
function keyOf({ rule, values }: Diagnostic): string {
  return JSON.stringify([rule, values]);
}

function readWords(language: Language): LocaleWords {
  return JSON.parse(readFileSync(`${packageRoot}locales/${language}/values.json`, 'utf8')) as LocaleWords;
}
