import type { Diagnostic, Language, Segment, Staged } from '../../model.ts';
import type { TextCatalog } from '../../project/open-text.ts';
import { sortByText } from '../../project/sort-by-text.ts';
import { findErrors } from '../../rules/find-errors.ts';
import { describeSegments, type TranslatorContext } from '../describe-segments.ts';
import { footnoteLabels } from '../footnote-labels.ts';
import { createMatcher } from '../matching/create-matcher.ts';
import { readMemory } from '../matching/read-memory.ts';
import { groupByMsgid, mergeCatalog, type SegmentGroups } from '../merge-catalog.ts';
import { entryKey, isHeader, type PoFile } from '../po-file.ts';
import { writeCatalog } from '../write-catalog.ts';
import { writeTemplate } from '../write-template.ts';
import { type FindElsewhere, gatherTranslations } from './gather-translations.ts';
import type { Workbench, WorkbenchText } from './open-workbench.ts';
import { readFacts } from './read-facts.ts';
import { withoutUnread } from './without-unread.ts';

/** A catalog brought up to date, with the numbers of its entries by state; a template has none. */
export interface SyncedCatalog {
  path: string;
  text: string;
  /** What the file held, null where there was none; of a template that does not matter. */
  before?: string | null;
  counts?: EntryCounts;
}

export interface EntryCounts {
  translated: number;
  untranslated: number;
  fuzzy: number;
  obsolete: number;
}

export interface Synced {
  catalogs: SyncedCatalog[];
  /** Paths of catalogs that stay as they are, for they or their texts were not read in full: that would be taken for gone. */
  unread: string[];
  /** Names of the texts whose catalogs stay as they are, for something in them or in one of their catalogs is an error. */
  faulty: string[];
}

/**
 * Brings the catalog of every publication and edition up to date with the text; an edition without a catalog gets a
 * new one, and each text a template. An error in a text or one of its catalogs keeps these as they are; one that concerns all texts
 * keeps all, and nothing is matched then. Findings: those of readMemory.
 *
 * @param found what was found while the project was read
 */
export function syncCatalogs(workbench: Workbench, found: readonly Diagnostic[]): Staged<Synced> {
  const memory = readMemory(workbench.files.own);
  const errors = findErrors([...found, ...memory.diagnostics], workbench.configuration.rules);
  const listed = workbench.texts.map(({ sources }) => sources);
  const { ofAll, ofTexts } = sortByText(errors, listed, workbench.shared);
  const faulty = workbench.texts.map(({ name }) => name).filter((name) => ofTexts.has(name));
  if (ofAll.length > 0 || (faulty.length > 0 && faulty.length === workbench.texts.length))
    return { value: { catalogs: [], unread: [], faulty }, diagnostics: memory.diagnostics };
  const elsewhere = gatherTranslations(workbench.texts, memory.value);
  const sound = workbench.texts.filter(({ name }) => !ofTexts.has(name));
  const { texts, unread } = withoutUnread(sound, found);
  const catalogs = texts.flatMap((text): SyncedCatalog[] => {
    if (text.catalogs.length === 0) return [];
    const shared: SharedByCatalogs = {
      describe: createDescription(readFacts(text, workbench)),
      groups: groupByMsgid(text.segments),
      untranslated: new Map(),
    };
    return [
      writeTemplateOf(text, shared),
      ...text.catalogs.map((catalog) => syncCatalog(text, catalog, shared, workbench, elsewhere)),
    ];
  });
  return { value: { catalogs, unread, faulty }, diagnostics: memory.diagnostics };
}

/** What the template and the catalogs of a text share. */
interface SharedByCatalogs {
  /** @param target undefined for the template */
  describe: (group: Segment[], target: Language | undefined) => string[];
  groups: SegmentGroups;
  /** As of writeCatalog. */
  untranslated: Map<string, string>;
}

/** Where the glossary has no terms, what translators are told is the same in all languages. */
function createDescription(facts: TranslatorContext): SharedByCatalogs['describe'] {
  if (facts.glossary.terms.size > 0) return (group, target) => describeSegments(group, facts, target);
  const described = new WeakMap<Segment[], string[]>();
  return (group) => {
    const known = described.get(group) ?? describeSegments(group, facts, undefined);
    described.set(group, known);
    return known;
  };
}

function syncCatalog(
  text: WorkbenchText,
  { path, po, file, edition }: TextCatalog,
  { describe, groups, untranslated }: SharedByCatalogs,
  workbench: Workbench,
  findElsewhere: FindElsewhere,
): SyncedCatalog {
  const { name, segments, document, language } = text;
  const source = workbench.configuration.editions.find((other) => other.language === language);
  const context = {
    footnotes: footnoteLabels(document.tree),
    source: { language, tag: source?.tag ?? unknownTag },
    target: edition,
    // A sentence out of another publication may name what only its records know.
    glossary: workbench.glossary,
  };
  const target = { path, publication: name, language: edition.language };
  const translations = findElsewhere(language, edition.language);
  const merged = mergeCatalog(segments, po, target, {
    describe: (group) => describe(group, edition.language),
    groups,
    isRemembered: (msgid) => translations.find(entryKey(msgid), name).length > 0,
    createMatcher: (candidates) => createMatcher(candidates, context, { translations, text: name }),
  });
  const written = writeCatalog(merged, untranslated);
  // Spaces between entries and the order of comments are the translation tool's where nothing else differs.
  const isSame = po !== undefined && written === writeCatalog(po);
  return {
    path,
    text: isSame && file ? file.text : written,
    before: file?.text ?? null,
    counts: countEntries(merged),
  };
}

/** A language that no edition has; what it is called in the text may be no tag at all. */
const unknownTag = 'und';

function writeTemplateOf(
  { name, segments }: WorkbenchText,
  { describe, groups, untranslated }: SharedByCatalogs,
): SyncedCatalog {
  const path = `locales/${name}.pot`;
  const aids = { describe: (group: Segment[]) => describe(group, undefined), groups, untranslated };
  return { path, text: writeTemplate(segments, { path, publication: name }, aids) };
}

function countEntries(file: PoFile): EntryCounts {
  const counts = { translated: 0, untranslated: 0, fuzzy: 0, obsolete: 0 };
  for (const entry of file.entries) {
    if (isHeader(entry)) continue;
    if (entry.obsolete) counts.obsolete += 1;
    else if (entry.msgstr === '') counts.untranslated += 1;
    else counts[entry.fuzzy ? 'fuzzy' : 'translated'] += 1;
  }
  return counts;
}
