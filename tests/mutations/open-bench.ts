import { readFileSync } from 'node:fs';
import { mergeGraph } from '../../pipeline/graph/merge.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type {
  Diagnostic,
  Document,
  Edition,
  Extraction,
  Language,
  LanguageHabits,
  Segment,
} from '../../pipeline/model.ts';
import { createEditionWords } from '../../pipeline/project/edition-words.ts';
import { openProject } from '../../pipeline/project/open-project.ts';
import { compareEditions } from '../../pipeline/proof/compare-editions.ts';
import { withoutAllowed } from '../../pipeline/rules/quality/allowances.ts';
import { pairSegments } from '../../pipeline/rules/quality/pair-segments.ts';
import type { LanguageSide, QualityContext, SegmentPair } from '../../pipeline/rules/quality/quality-rule.ts';
import { qualityRules } from '../../pipeline/rules/quality/quality-rules.ts';
import { resolveSeverity } from '../../pipeline/rules/resolve-severity.ts';
import { extract } from '../../pipeline/text/extract.ts';
import { createGlossary } from '../../pipeline/translation/glossary/create-glossary.ts';
import { indexEntries, type PoEntry, type PoFile } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { openWorkbench } from '../../pipeline/translation/workbench/open-workbench.ts';
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
  const { configuration, vocabulary, texts } = openWorkbench(openProject(files)).value;
  const text = texts.find(({ sources }) => sources.page === undefined);
  if (!text) throw new Error('no publication');
  const { document, segments, records } = text;
  const habits = new Map<Language, LanguageHabits>();
  const sides = new Map<Language, LanguageSide>();
  const readers = new Map<Language, Reader>();
  for (const edition of configuration.editions) {
    const own = createEditionWords(files, edition, vocabulary);
    habits.set(edition.language, own.habits);
    readers.set(edition.language, own.reader);
    sides.set(edition.language, { language: edition.language, tag: edition.tag, ...own });
  }
  const readerOf = (language: Language): Reader => readers.get(language) as Reader;
  const catalogs = new Map<Language, PoFile>();
  for (const { edition, file } of text.catalogs) {
    if (!file) continue;
    const catalog = readCatalog(file, edition.language).value;
    const entries = catalog.entries.map((entry): PoEntry => {
      return { ...entry, msgid: plain(entry.msgid), msgstr: plain(entry.msgstr) };
    });
    catalogs.set(edition.language, { ...catalog, entries });
  }
  const editions = configuration.editions.map(
    (edition) => translateInto(document, segments, catalogs.get(edition.language), edition, vocabulary).value,
  );
  const extractions = editions.map(
    (edition) => extract(edition, vocabulary, readerOf(edition.language)).value,
  );
  const languages = editions.map(({ language }) => language);
  /** Without the findings of rules that are off. */
  const shown = (found: Diagnostic[]): Diagnostic[] => resolveSeverity(found, configuration.rules, true);
  const graph = mergeGraph(extractions, records, vocabulary, languages, text.language).value;
  const glossary = createGlossary(graph.entities.values(), vocabulary, habits);
  const at = editions.findIndex(({ isSource }) => isSource);
  const [source, stated] = [editions[at] as Edition, extractions[at] as Extraction];
  const footnotes = document.tree.children.flatMap((node) =>
    node.type === 'footnoteDefinition' ? [node.label ?? node.identifier] : [],
  );
  const addresses = segments.flatMap(({ markdown }) =>
    [...markdown.matchAll(/\]\(([^)\s]+)(?: "([^"]*)")?\)/g)].flatMap(([, url, title]) => [
      url ?? '',
      title ?? '',
    ]),
  );

  return editions.flatMap((edition): Translation[] => {
    if (edition.isSource) return [];
    const { language } = edition;
    const catalog = catalogs.get(language);
    if (!catalog) return [];
    const entries = indexEntries(catalog.entries);
    const side = sides.get(language) as LanguageSide;
    const context: QualityContext = {
      source: sides.get(source.language) as LanguageSide,
      target: side,
      languages,
      vocabulary,
      glossary,
    };
    const pairs = pairSegments(source, edition, context);
    const configured = configuration.editions.find((one) => one.language === language);
    if (!configured) throw new Error(language);
    const ids = qualityRules.map(({ id }) => id);
    const checkAll = (all: SegmentPair[]): Diagnostic[] =>
      withoutAllowed(
        qualityRules.flatMap((rule) => rule.checkAll?.(all, context) ?? []),
        all,
        ids,
      );
    const published = new Map(edition.segments.map(({ segment, markdown }) => [segment.index, markdown]));
    const known = new Set(checkAll(pairs).map(keyOf));

    const read = (
      segment: Segment,
      entry: PoEntry,
    ): { found: Diagnostic[]; pair: SegmentPair | undefined } => {
      const small = smallDocument(document, segment);
      const one: PoFile = { ...catalog, entries: [entry] };
      const localized = translateInto(small, [segment], one, configured, vocabulary);
      const said = extract(localized.value, vocabulary, readerOf(language));
      const own = only(source, stated, segment.index);
      const found = [
        ...localized.diagnostics,
        ...said.diagnostics,
        ...compareEditions(own.edition, localized.value, own.extraction, said.value, vocabulary),
      ];
      const [pair] = pairSegments(own.edition, localized.value, context);
      const wording = pair ? qualityRules.flatMap((rule) => rule.check?.(pair, context) ?? []) : [];
      return { found: [...found, ...withoutAllowed(wording, pair ? [pair] : [], ids)], pair };
    };
    const check = (segment: Segment, entry: PoEntry): Diagnostic[] => {
      const { found, pair } = read(segment, entry);
      // An allowance may be for a rule that looks at all segments.
      const own = shown(found).filter(({ rule }) => rule !== 'allowance-is-needed');
      if (own.length > 0 || !pair || pair.target.edition.markdown === published.get(segment.index))
        return own;
      // Dear, so only for what nothing else has caught.
      const all = pairs.map((other) => (other.segment.index === segment.index ? pair : other));
      return shown(checkAll(all)).filter((finding) => !known.has(keyOf(finding)));
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

type Reader = Parameters<typeof extract>[2];

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
