import type { Diagnostic, EntityId, Extraction, Graph, Language, Publication, Staged } from '../model.ts';
import type { Project } from '../project/open-project.ts';
import { withoutAllowed } from '../rules/quality/allowances.ts';
import { extract } from '../text/extract.ts';
import type { TranslatedText } from '../translation/translate.ts';
import { checkCodeNames } from './check-code-names.ts';
import { checkCycles } from './check-cycles.ts';
import { checkFrontMatterWork } from './check-front-matter-work.ts';
import { checkInverses } from './check-inverses.ts';
import { checkNamedEntities } from './check-named-entities.ts';
import { checkNamedIn } from './check-named-in.ts';
import { checkNamedRelations } from './check-named-relations.ts';
import { checkSameAs } from './check-same-as.ts';
import { checkUncited } from './check-uncited.ts';
import { checkUnique } from './check-unique.ts';
import { checkYearLetters } from './check-year-letters.ts';
import { findMissingTexts } from './find-missing-texts.ts';
import { checkFollows } from './follow.ts';
import { listSpokenOf } from './list-spoken-of.ts';
import { mergeGraph } from './merge.ts';
import { type RecordComment, readRecordComments } from './read-record-comments.ts';
import { recordRules } from './record-rules.ts';
import { stateDescribed } from './state-described.ts';
import { recallValidity } from './validate.ts';

/** A text with what each of its editions states. */
export interface StatedText extends TranslatedText {
  /** One for each edition, those that are held among them. */
  extractions: Extraction[];
  /** Without the editions that are held; undefined for a page, which has no data. */
  publication: Publication | undefined;
  /** In the files of its records; they may allow what is found of records. */
  comments: RecordComment[];
}

/**
 * The third of the five calls of a build: reads the statements of every edition, and joins them with the records to a graph
 * that is held against the schemas.
 * Findings: those of extract, mergeGraph, recallValidity, withoutAllowed and the checks of this room; what an edition with a
 * threshold lacks.
 */
export function state(text: TranslatedText, project: Project): Staged<StatedText> {
  const { vocabulary, wordsOf } = project;
  const { editions, standings, sources } = text;
  const diagnostics: Diagnostic[] = [];
  const extractions = editions.map((edition) => {
    const found = extract(edition, vocabulary, wordsOf(edition.language).reader);
    diagnostics.push(...standings.weigh(edition, found).diagnostics);
    return found.value;
  });
  if (sources.page) {
    diagnostics.push(...standings.report(() => []));
    return { value: { ...text, extractions, publication: undefined, comments: [] }, diagnostics };
  }
  const graph = joinGraph(text, extractions, project);
  const own = readRecordComments([...sources.records, ...(sources.register ? [sources.register] : [])]);
  const comments = [...own, ...project.shared.comments.map((comment) => ({ ...comment, isShared: true }))];
  const isUnknown = (rule: string): boolean => !recordRules.some((own) => own === rule);
  diagnostics.push(
    ...withoutAllowed(graph.diagnostics, comments, { rules: recordRules, isUnknown, where: 'record' }),
  );
  const publication: Publication = {
    name: sources.name,
    document: text.document,
    segments: text.segments,
    editions: editions.filter((edition) => !standings.isHeld(edition)),
    extractions: extractions.filter((extraction) => !standings.isHeld(extraction)),
    graph: graph.value,
  };
  return { value: { ...text, extractions, publication, comments }, diagnostics };
}

function listAnnotated(extractions: readonly Extraction[]): Set<EntityId> {
  return new Set(
    extractions.flatMap(({ mentions, statements, blanks }) =>
      [...mentions, ...statements, ...blanks].map(({ entity }) => entity),
    ),
  );
}

function joinGraph(
  { editions, source, standings, sources, records: taken, register, document }: TranslatedText,
  extractions: readonly Extraction[],
  project: Project,
): Staged<Graph> {
  const { files, configuration, vocabulary, published, validators, shared } = project;
  const isShown = (edition: { language: Language }) => !standings.isHeld(edition);
  const languages = editions.filter(isShown).map(({ language }) => language);
  // A translation may name what its source does not, which is told of the link, and not of the entity.
  const { value: records, diagnostics: found } = project.take(
    () => listAnnotated(extractions),
    taken,
    sources.name,
  );
  const { required } = standings;
  const merged = mergeGraph(
    extractions.filter(isShown),
    records,
    vocabulary,
    languages,
    source?.language ?? '',
    required,
    project.citableBy(sources.name),
  );
  const { name } = sources;
  const described = stateDescribed(document, merged.value, {
    name,
    vocabulary,
    published,
    required,
    validators,
  });
  const graph: Graph = described.value ? { ...merged.value, described: described.value } : merged.value;
  const spokenOf = listSpokenOf(graph, extractions, vocabulary);
  const missing = (language: Language) =>
    findMissingTexts(graph, vocabulary, [language]).map(({ location }) => location);
  return {
    value: graph,
    diagnostics: [
      ...found,
      ...merged.diagnostics,
      ...recallValidity(graph, project),
      ...checkFollows(graph, vocabulary),
      ...checkCycles(graph, vocabulary),
      ...checkSameAs(graph, vocabulary, configuration.base, { register, shared }),
      ...checkUncited(records, spokenOf, document.frontMatter.value),
      ...checkYearLetters(records),
      ...checkUnique(graph, vocabulary),
      ...checkCodeNames(graph, vocabulary),
      ...checkInverses(graph, vocabulary),
      ...checkNamedRelations(graph, vocabulary),
      ...checkNamedIn(graph, vocabulary),
      ...checkNamedEntities(document, graph, { name, builtin: files.builtin, vocabulary }),
      ...described.diagnostics,
      ...checkFrontMatterWork(document, graph, vocabulary, files.builtin),
      ...standings.report(missing),
    ],
  };
}
