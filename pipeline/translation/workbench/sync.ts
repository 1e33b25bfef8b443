/** The way from the texts to their catalogs: what `tinkuy catalog sync` runs. Like build.ts, a place where stages meet. */
import type { Language, ProjectFiles, Segment, Staged } from '../../model.ts';
import type { ReadsCurrencies } from '../../values/currency-locale.ts';
import { mergeCatalog } from '../catalog.ts';
import { describeSegments, type SegmentFacts } from '../describe-segment.ts';
import { footnoteLabels } from '../footnote-labels.ts';
import { type Candidate, createMatcher } from '../matching/create-matcher.ts';
import { listTranslations } from '../matching/list-translations.ts';
import { type Memory, readMemory } from '../matching/read-memory.ts';
import { isHeader, type PoFile } from '../po-file.ts';
import { writeCatalog } from '../write-catalog.ts';
import { writeTemplate } from '../write-template.ts';
import {
  openWorkbench,
  type Workbench,
  type WorkbenchCatalog,
  type WorkbenchText,
} from './open-workbench.ts';
import { readFacts } from './read-facts.ts';

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

/**
 * Brings the catalog of every publication and edition up to date with the text; an edition without a catalog gets a
 * new one, and each text a template. The value is of use only where no diagnostic is an error: what is not read is
 * taken for gone.
 *
 * @param currencies by which translators are told of amounts of money
 */
export function syncCatalogs(files: ProjectFiles, currencies?: ReadsCurrencies): Staged<SyncedCatalog[]> {
  const { value: workbench, diagnostics } = openWorkbench(files);
  const memory = readMemory(files.own);
  diagnostics.push(...memory.diagnostics);
  const catalogs = workbench.texts.flatMap((text): SyncedCatalog[] => {
    if (text.catalogs.length === 0) return [];
    const facts = readFacts(text, workbench, files, currencies);
    return [
      writeTemplateOf(text, facts),
      ...text.catalogs.map((catalog) => syncCatalog(text, catalog, facts, workbench, memory.value)),
    ];
  });
  return { value: catalogs, diagnostics };
}

function syncCatalog(
  text: WorkbenchText,
  { path, po, file, edition }: WorkbenchCatalog,
  facts: SegmentFacts,
  workbench: Workbench,
  memory: Memory,
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
  const merged = mergeCatalog(segments, po, target, {
    describe: (group: Segment[]) => describeSegments(group, facts, edition.language),
    memory: [
      ...translationsElsewhere(text, edition.language, workbench),
      ...memory.list(language, edition.language),
    ],
    createMatcher: (candidates) => createMatcher(candidates, context),
  });
  const written = writeCatalog(merged);
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

/** Translations between the same languages in the catalogs of the project's other texts. */
function translationsElsewhere(text: WorkbenchText, target: Language, { texts }: Workbench): Candidate[] {
  return texts
    .filter((other) => other !== text && other.language === text.language)
    .flatMap(({ catalogs }) => catalogs.filter(({ edition }) => edition.language === target))
    .flatMap(({ po }) => (po ? listTranslations(po) : []));
}

function writeTemplateOf({ name, segments }: WorkbenchText, facts: SegmentFacts): SyncedCatalog {
  const path = `locales/${name}.pot`;
  const describe = (group: Segment[]) => describeSegments(group, facts, undefined);
  return { path, text: writeTemplate(segments, { path, publication: name }, describe) };
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
