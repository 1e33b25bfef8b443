import type {
  Diagnostic,
  Entity,
  EntityId,
  Graph,
  Language,
  Location,
  RecordEntry,
  Vocabulary,
} from '../../model.ts';
import { withoutAllowed } from '../../rules/quality/allowances.ts';
import { addRecord } from '../add-record.ts';
import { uniqueRecords } from '../arrange-inputs.ts';
import { checkCodeNames } from '../check-code-names.ts';
import { checkCycles } from '../check-cycles.ts';
import { checkEntityReferences } from '../check-entity-references.ts';
import { checkInverses } from '../check-inverses.ts';
import { checkNamedIn } from '../check-named-in.ts';
import { checkNamedRelations } from '../check-named-relations.ts';
import { checkSameAs } from '../check-same-as.ts';
import { checkTexts } from '../check-texts.ts';
import { checkUnique } from '../check-unique.ts';
import { checkYearLetters } from '../check-year-letters.ts';
import { collectNotes } from '../collect-notes.ts';
import type { Validators } from '../create-validators.ts';
import { draftFor, type EntityDrafts, finishDrafts } from '../entity-drafts.ts';
import { checkFollows } from '../follow.ts';
import { recordRules } from '../record-rules.ts';
import { validateEntity } from '../validate.ts';
import { namedIn } from './named-in.ts';
import type { SharedRecords } from './open-shared-records.ts';

export interface SharedCheck {
  vocabulary: Vocabulary;
  /** Languages of the editions; empty where they are not known for sure. */
  published: Language[];
  /** Languages that no text about an entity may lack. */
  required: Language[];
  validators: Validators;
  base: string;
  /** What a publication of the project is as a work, which a record may name as such. */
  publicationAs: (id: EntityId) => RecordEntry | undefined;
}

/**
 * Holds the records that publications share against the schemas and against each other, whether a text uses them or not. They are one
 * graph, which nothing leads out of.
 * Findings: those of readRecords, uniqueRecords, addRecord and of the checks on entities; not that nothing speaks of a record.
 */
export function checkSharedRecords(shared: SharedRecords, check: SharedCheck): Diagnostic[] {
  const { vocabulary } = check;
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic) => void diagnostics.push(finding);
  const items: RecordEntry[] = [];
  const graph: Graph = { entities: new Map(), facts: [], mentions: [], notes: new Map() };
  for (const id of shared.ids) {
    const read = shared.readRecordsOf(id);
    diagnostics.push(...read.diagnostics);
    const records = uniqueRecords(read.value, report);
    items.push(...records.filter(({ csl }) => csl !== undefined));
    const entity = joinEntity(records, check, report);
    // Places are many, and needed where something is found: until then a value is where its record begins.
    if (entity) graph.entities.set(id, { ...entity, origins: new Map([['', entity.origins.get('') ?? []]]) });
    for (const record of records) addPublications(graph, namedIn(record, vocabulary), check);
  }
  graph.notes = collectNotes(graph.entities, vocabulary);
  const found = checkGraph(graph, shared, check);
  const concerned = listConcerned(found, graph);
  for (const id of concerned) {
    const whole = joinEntity(uniqueRecords(shared.recordsOf(id), ignore), check, ignore);
    if (whole) graph.entities.set(id, whole);
  }
  const placed = concerned.length > 0 ? checkGraph(graph, shared, check) : found;
  const isUnknown = (rule: string): boolean => !recordRules.some((own) => own === rule);
  return withoutAllowed([...diagnostics, ...placed, ...checkYearLetters(items)], shared.comments, {
    rules: recordRules,
    isUnknown,
    where: 'record',
  });
}

function ignore(): void {}

/** Publications that a record names as works are part of what it leads to. */
function addPublications({ entities }: Graph, named: readonly EntityId[], check: SharedCheck): void {
  for (const id of named) {
    const record = entities.has(id) ? undefined : check.publicationAs(id);
    const entity = record && joinEntity([record], check, ignore);
    if (entity) entities.set(id, entity);
  }
}

/** The entities that findings are about, and those at whose records they stand. */
function listConcerned(found: readonly Diagnostic[], { entities }: Graph): EntityId[] {
  if (found.length === 0) return [];
  const keyOf = ({ path, start }: Location) => `${path}:${start.line}:${start.column}`;
  const places = new Set(
    found.flatMap(({ location, related }) =>
      [location, ...related.map((other) => other.location)].map(keyOf),
    ),
  );
  const isAt = ({ origins }: Entity) =>
    (origins.get('') ?? []).some(({ location }) => places.has(keyOf(location)));
  return [...entities.values()].filter(isAt).map(({ id }) => id);
}

function joinEntity(
  records: readonly RecordEntry[],
  { vocabulary, published }: SharedCheck,
  report: (finding: Diagnostic) => void,
): Entity | undefined {
  const drafts: EntityDrafts = new Map();
  for (const record of records)
    addRecord(draftFor(record.id, drafts, vocabulary), record, vocabulary, report);
  const [entity] = finishDrafts(drafts, published).values();
  return entity;
}

function checkGraph(
  graph: Graph,
  shared: SharedRecords,
  { vocabulary, published, required, validators, base }: SharedCheck,
): Diagnostic[] {
  const ofEntities = [...graph.entities.values()].flatMap((entity) => {
    const type = vocabulary.types.get(entity.type);
    return type
      ? validateEntity(entity, type, vocabulary, published, validators).map(({ diagnostic }) => diagnostic)
      : [];
  });
  return [
    ...ofEntities,
    ...checkEntityReferences(graph, vocabulary),
    ...checkTexts(graph, undefined, vocabulary, required),
    ...checkFollows(graph, vocabulary),
    ...checkCycles(graph, vocabulary),
    ...checkSameAs(graph, vocabulary, base, { register: shared.register, shared: undefined }),
    ...checkUnique(graph, vocabulary),
    ...checkCodeNames(graph, vocabulary),
    ...checkInverses(graph, vocabulary),
    ...checkNamedRelations(graph, vocabulary),
    ...checkNamedIn(graph, vocabulary),
  ];
}
