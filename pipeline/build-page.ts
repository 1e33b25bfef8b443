/** The way of a page: from a Markdown text and its catalogs to the same text in other languages. Called by build.ts. */

import type {
  Configuration,
  Diagnostic,
  Edition,
  Glossary,
  Language,
  OutputFile,
  Staged,
  Vocabulary,
} from './model.ts';
import type { EditionWords } from './project/edition-words.ts';
import type { PublicationSources } from './project/list-sources.ts';
import { compareEditions } from './proof/compare-editions.ts';
import { writePage } from './publish/page.ts';
import { localizePageLinks } from './publish/page-links.ts';
import { checkQuality } from './rules/check-quality.ts';
import { checkOwnText } from './rules/own/check-own-text.ts';
import type { OwnRules } from './rules/own/own-rules.ts';
import { extract } from './text/extract.ts';
import { headingSlug } from './text/heading-ids.ts';
import { readText } from './text/read-text.ts';
import { localize } from './translation/localize.ts';
import { readCatalog } from './translation/po.ts';
import { createStandings } from './translation/standings.ts';

interface PageServices {
  configuration: Configuration;
  vocabulary: Vocabulary;
  wordsOf: (language: Language) => EditionWords;
  glossary: Glossary;
  /** The project's own rules. */
  own: OwnRules;
}

/** A page in one language, and what it was written from. */
export interface BuiltPage {
  /** Its path is relative to the project. */
  output: OutputFile;
  edition: Edition;
}

/**
 * Builds a page in every language but its own; what its translations must keep is what those of a publication must keep.
 */
export function buildPage(sources: PublicationSources, services: PageServices): Staged<BuiltPage[]> {
  const { configuration, vocabulary, wordsOf, glossary, own } = services;
  const { page } = sources;
  if (!page) return { value: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const take = <T>(staged: Staged<T>): T => {
    diagnostics.push(...staged.diagnostics);
    return staged.value;
  };
  const { document, segments } = take(readText(sources, configuration));
  const sideOf = ({ language, tag }: Edition) => ({ language, tag, ...wordsOf(language) });
  const localized = configuration.editions.map((edition) => {
    const file = sources.catalogs.get(edition.language);
    const catalog = file && take(readCatalog(file, edition.language));
    return localize(document, segments, catalog, edition, vocabulary);
  });
  const editions = localized.map(({ value }) => value);
  const { isHeld, weigh, report } = createStandings(editions, configuration.editions, sources);
  for (const staged of localized) take(weigh(staged.value, staged));
  diagnostics.push(...report(() => []));
  const read = (edition: Edition) =>
    take(weigh(edition, extract(edition, vocabulary, wordsOf(edition.language).reader)));
  const languages = editions.map(({ language }) => language);
  const original = editions.find(({ isSource }) => isSource);
  if (!original) return { value: [], diagnostics };
  const stated = read(original);
  diagnostics.push(...checkOwnText(original, own.rules, vocabulary));
  const value = editions.flatMap((edition): BuiltPage[] => {
    if (edition === original) return [];
    const sides = { source: sideOf(original), target: sideOf(edition) };
    const found = [
      ...compareEditions(original, edition, stated, read(edition), vocabulary),
      ...checkQuality(original, edition, { ...sides, languages, vocabulary, glossary, own }),
    ];
    take(weigh(edition, { value: undefined, diagnostics: found }));
    if (isHeld(edition)) return [];
    const { path: catalog = '' } = sources.catalogs.get(edition.language) ?? {};
    const notice = wordsOf(edition.language).t('edition:pageNotice', { source: page.path, catalog });
    const linked = localizePageLinks(page, configuration.pages, edition);
    const output = writePage(page, document, linked, notice, ({ node }) => headingSlug(node));
    return [{ output, edition: linked }];
  });
  return { value, diagnostics };
}
