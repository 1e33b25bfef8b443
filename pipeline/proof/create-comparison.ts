import type { StatedText } from '../graph/state.ts';
import type { CitationStyle, Diagnostic, Edition, Glossary, Language } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { Project } from '../project/open-project.ts';
import type { SharedWords } from '../publish/text-outcome.ts';
import { checkQuality } from '../rules/check-quality.ts';
import { checkOwnText } from '../rules/own/check-own-text.ts';
import type { OwnRules } from '../rules/own/own-rules.ts';
import type { OtherEdition } from '../rules/quality/quality-rule.ts';
import { createGlossary } from '../translation/glossary/create-glossary.ts';
import { type CitationReaders, createCitationReaders } from '../values/create-citation-readers.ts';
import { checkCitations } from './check-citations.ts';
import { checkTextLists } from './check-text-lists.ts';
import { listCitedWorks } from './cited-work.ts';
import { compareEditions } from './compare-editions.ts';
import { compareQualifiers } from './compare-qualifiers.ts';
import { compareRecords } from './compare-records.ts';
import { editionQuestion } from './edition-question.ts';

/**
 * Holds the editions of one text after the other against its source: what they state, and how they are worded. A publication's
 * words are those of its own entities; a page, which has none, shares those of all publications: `named` gives their entities, and is
 * asked once.
 * Findings: those of compareEditions, of checkCitations, of compareRecords, of compareQualifiers, of checkTextLists and of the rules on wording, the project's own among them.
 */
export function createComparison(
  project: Project,
  own: OwnRules,
  styles: ReadonlyMap<Language, CitationStyle>,
  { keep, digest }: Pick<BuildServices, 'keep' | 'digest'>,
): (text: StatedText, named: () => GlossaryEntity[]) => Diagnostic[] {
  const readersOf = createCitationReaders(styles, project.wordsOf);
  const { editions } = project.configuration;
  const habits = new Map(editions.map(({ language }) => [language, project.wordsOf(language).habits]));
  const files = project.files.own.filter(({ path }) => /^(schemas|rules)\/|^locales\/.*\.json$/.test(path));
  const { builtin } = project.files;
  const tool = keep('digest of what comes with the tool', [builtin], () => digest(JSON.stringify(builtin)));
  const glossaryOf = (name: string, entities: readonly GlossaryEntity[]): HeldWords => {
    const made = createGlossary(entities, project.vocabulary, habits);
    // Where the names are those of the build before, so are all words that it has read and found again.
    const names = namesIn(made);
    return {
      glossary: keep(`glossary of ${name}`, [names, project.vocabulary, ...habits.values()], () => made),
      basis: digest(JSON.stringify([tool, files, names])),
    };
  };
  let shared: HeldWords | undefined;
  const wordsOfAll = (named: () => GlossaryEntity[]): HeldWords => {
    shared ??= glossaryOf('all publications', named());
    return shared;
  };
  return (text, named) => {
    const { publication, sources } = text;
    const words = publication
      ? glossaryOf(sources.name, [...publication.graph.entities.values()])
      : wordsOfAll(named);
    return compareText(text, project, own, { digest, readersOf, ...words });
  };
}

type GlossaryEntity = SharedWords['named'][number];

/** All names of a glossary, as one text. */
function namesIn({ terms }: Glossary): string {
  return JSON.stringify([...terms.values()].map(({ entity, labels }) => [entity, [...labels]]));
}

/** What words are held against. */
interface HeldWords {
  glossary: Glossary;
  /** Digest of its names, and of the files of the project that say how words are judged. */
  basis: string;
}

interface Comparing extends Pick<BuildServices, 'digest'> {
  readersOf: (language: Language) => CitationReaders;
}

function compareText(
  text: StatedText,
  project: Project,
  own: OwnRules,
  { glossary, basis, digest, readersOf }: HeldWords & Comparing,
): Diagnostic[] {
  const { vocabulary, wordsOf, recall, configuration } = project;
  const { rules: severities } = configuration;
  const { editions, source, sources, extractions, standings, publication, comments } = text;
  const stated = source && extractions[editions.indexOf(source)];
  if (!source || !stated) return [];
  const lists = checkTextLists(text, { glossary, basis }, project);
  const ofSource = [...checkOwnText(source, own.rules, vocabulary), ...lists.ofSource];
  const sideOf = ({ language, tag }: Edition) => ({ language, tag, ...wordsOf(language) });
  const languages = (publication?.editions ?? editions).map(({ language }) => language);
  const knownOf = (sides: object[]) => ({
    recall,
    basis: digest(JSON.stringify([basis, languages, sides, severities])),
  });
  const others = editions
    .filter((edition) => edition !== source)
    .map((edition) => describeEdition(edition, wordsOf));
  const ofOthers = editions.flatMap((edition, index) => {
    const said = extractions[index];
    if (edition === source || !said) return [];
    const known = knownOf([source, edition].map(({ language, tag }) => ({ language, tag })));
    const beside = others.filter(({ language }) => language !== edition.language);
    const alike = JSON.stringify(listAlike(edition, beside));
    const read = [...editionQuestion(sources, edition, configuration), known.basis, alike];
    const found = recall('edition compared', read, () => {
      const sides = { source: sideOf(source), target: sideOf(edition) };
      const compared = [
        ...compareEditions(source, edition, stated, said, vocabulary, readersOf),
        ...(lists.ofEdition.get(edition) ?? []),
      ];
      const context = { ...sides, languages, beside, vocabulary, glossary, own, known, compared, severities };
      return checkQuality(source, edition, context);
    });
    return standings.weigh(edition, { value: undefined, diagnostics: found }).diagnostics;
  });
  if (!publication) return [...ofSource, ...ofOthers];
  const works = listCitedWorks(publication.graph, glossary);
  const ofCitations = editions.flatMap((edition, index) => {
    const [said, { citations, habits }] = [extractions[index], wordsOf(edition.language)];
    if (!said) return [];
    const reading = { ...readersOf(edition.language), citations, habits };
    const found = checkCitations(edition, said, stated, { works, glossary, ...reading });
    return standings.weigh(edition, { value: undefined, diagnostics: found }).diagnostics;
  });
  const sides = [source, ...publication.editions.filter((edition) => !edition.isSource)].map(sideOf);
  const known = knownOf(sides.map(({ language, tag }) => ({ language, tag })));
  const ofRecords = compareRecords(publication, comments, sides, {
    vocabulary,
    glossary,
    known,
    severities,
  });
  const ofQualifiers = compareQualifiers(publication, vocabulary, wordsOf, known);
  return [...ofSource, ...ofOthers, ...ofCitations, ...ofRecords, ...ofQualifiers];
}

/** Segments that have the very same words in another edition: nothing else of it tells where words come from. */
function listAlike({ segments }: Edition, beside: readonly OtherEdition[]): [Language, number[]][] {
  return beside.map(({ language, texts }) => [
    language,
    segments.flatMap(({ segment: { index }, markdown }) => (texts.get(index) === markdown ? [index] : [])),
  ]);
}

/** An edition as others are held against it. */
function describeEdition({ language, segments }: Edition, wordsOf: Project['wordsOf']): OtherEdition {
  const texts = new Map<number, string>();
  for (const { segment, markdown, state } of segments)
    if (state === 'translated') texts.set(segment.index, markdown);
  return { language, habits: wordsOf(language).habits, texts };
}
