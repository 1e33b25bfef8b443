import type {
  Diagnostic,
  EntityId,
  Extraction,
  Graph,
  Language,
  RecordEntry,
  Staged,
  Statement,
  Vocabulary,
} from '../model.ts';
import { addTo } from '../values/add-to.ts';
import { kindOf } from '../values/kind-of.ts';
import { addRecord } from './add-record.ts';
import { addValue } from './add-value.ts';
import { inOrder, uniqueRecords } from './arrange-inputs.ts';
import { checkAnnotated } from './check-annotated.ts';
import { checkEntityReferences } from './check-entity-references.ts';
import { checkTexts } from './check-texts.ts';
import { checkUse } from './check-use.ts';
import { collectFacts } from './collect-facts.ts';
import { collectNotes } from './collect-notes.ts';
import { type EntityDraft, spellOut, statementOrigin } from './entity-draft.ts';
import { draftFor, type EntityDrafts, finishDrafts } from './entity-drafts.ts';
import { labelProperty } from './label-property.ts';

/**
 * Puts records and the statements of all editions together: one entity for each id, with the origins of every value.
 * An entity is known by its record or by a text that states its name. Where values disagree, the first stays: the
 * bibliography's, then the record's, then what the source text states first. A translation's neutral value that differs
 * from the same segment's in the source is left to the parity check.
 * The result does not depend on the order of extractions and records. `required` are the languages that no text about an
 * entity may lack; `elsewhere` are ids that the project knows besides, of which one may be meant.
 * Findings: entity-id-is-unique, records-agree, statement-agrees-with-record, statements-agree, entity-is-known,
 * reference-resolves, reference-type-is-allowed, record-is-used, label-is-in-every-language,
 * text-is-in-every-language, note-target-is-known, blank-has-a-value.
 */
export function mergeGraph(
  extractions: Extraction[],
  records: RecordEntry[],
  vocabulary: Vocabulary,
  languages: Language[],
  sourceLanguage: Language,
  required: Language[] = languages,
  elsewhere: Iterable<EntityId> = [],
): Staged<Graph> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const texts = inOrder(extractions, languages, sourceLanguage);
  const drafts: EntityDrafts = new Map();
  const used = uniqueRecords(records, report);
  for (const record of used) addRecord(draftFor(record.id, drafts, vocabulary), record, vocabulary, report);

  const statements = texts.flatMap((text) => text.statements);
  const source = texts.find((text) => text.language === sourceLanguage);
  for (const statement of statements) {
    if (statement.path === labelProperty) draftFor(statement.entity, drafts, vocabulary);
  }
  const saidBySource = groupByPlace(source?.statements ?? []);
  for (const statement of statements) {
    const draft = drafts.get(statement.entity);
    if (draft && !isLeftToParity(statement, source, saidBySource))
      addStatement(draft, statement, vocabulary, report);
  }

  const entities = finishDrafts(drafts, languages);
  const graph: Graph = {
    entities,
    facts: collectFacts(texts, entities, vocabulary),
    mentions: texts
      .flatMap((text) => text.mentions)
      .filter((mention) => entities.has(mention.entity))
      .sort(
        (a, b) =>
          a.segment - b.segment || rank(texts, a.language) - rank(texts, b.language) || a.order - b.order,
      ),
    notes: collectNotes(entities, vocabulary),
  };
  diagnostics.push(
    ...checkAnnotated(entities, texts, source, elsewhere),
    ...checkEntityReferences(graph, vocabulary, { elsewhere }),
    ...checkUse(graph, used, texts, vocabulary),
    ...checkTexts(graph, source, vocabulary, required),
  );
  return { value: graph, diagnostics };
}

function rank(texts: Extraction[], language: Language): number {
  return texts.findIndex((text) => text.language === language);
}

function addStatement(
  draft: EntityDraft,
  statement: Statement,
  vocabulary: Vocabulary,
  report: (finding: Diagnostic) => void,
): void {
  const spelt = spellOut(statement, draft.type.properties);
  if (!spelt) return;
  if (!draft.origins.has('')) draft.origins.set('', [statementOrigin(statement)]);
  addValue(draft, spelt.property.name, spelt.value, () => statementOrigin(statement), vocabulary, report);
}

/** Whether a translation states a neutral value in a segment where the source states that property too. */
function isLeftToParity(
  statement: Statement,
  source: Extraction | undefined,
  saidBySource: ReadonlyMap<string, Statement[]>,
): boolean {
  if (!source || statement.language === source.language) return false;
  if (kindOf(statement).isTagged) return false;
  const rivals = saidBySource.get(placeOf(statement)) ?? [];
  const isSame = rivals.some((other) => JSON.stringify(other.value) === JSON.stringify(statement.value));
  return rivals.length > 0 && !isSame;
}

/** The segment, and what is said in it of what. */
function placeOf({ segment, entity, path }: Statement): string {
  return `${segment} ${entity}#${path}`;
}

function groupByPlace(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) addTo(groups, placeOf(statement), statement);
  return groups;
}
