import type {
  Diagnostic,
  Entity,
  EntityId,
  Extraction,
  Graph,
  Json,
  Language,
  Origin,
  RecordEntry,
  Staged,
  Statement,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { parseEntityId } from '../values/entity-id.ts';
import { isObject, setKey, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { inOrder, uniqueRecords } from './arrange-inputs.ts';
import { undetermined } from './bibliography.ts';
import { checkAnnotated } from './check-annotated.ts';
import { checkEntityReferences } from './check-entity-references.ts';
import { checkTexts } from './check-texts.ts';
import { checkUse } from './check-use.ts';
import { collectFacts } from './collect-facts.ts';
import { collectNotes } from './collect-notes.ts';
import { combineValues } from './combine-values.ts';
import { addOrigin, type EntityDraft, recordOrigin, spellOut, statementOrigin } from './entity-draft.ts';
import { labelProperty } from './label-property.ts';
import { originsOf } from './locate-value.ts';

/**
 * Puts records and the statements of all editions together: one entity for each id, with the origins of every value.
 * An entity is known by its record or by a text that states its name. Where values disagree, the first stays: the
 * bibliography's, then the record's, then what the source text states first. A translation's neutral value that differs
 * from the same segment's in the source is left to the parity check.
 * The result does not depend on the order of extractions and records. `required` are the languages that no text about an
 * entity may lack.
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
): Staged<Graph> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const texts = inOrder(extractions, languages, sourceLanguage);
  const drafts = new Map<EntityId, EntityDraft>();
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
  for (const draft of drafts.values()) fillLanguages(draft, languages);

  const entities = finish(drafts);
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
    ...checkAnnotated(entities, texts, source),
    ...checkEntityReferences(graph, vocabulary),
    ...checkUse(graph, used, texts, vocabulary),
    ...checkTexts(graph, source, vocabulary, required),
  );
  return { value: graph, diagnostics };
}

function rank(texts: Extraction[], language: Language): number {
  return texts.findIndex((text) => text.language === language);
}

function draftFor(
  id: EntityId,
  drafts: Map<EntityId, EntityDraft>,
  vocabulary: Vocabulary,
): EntityDraft | undefined {
  const present = drafts.get(id);
  if (present) return present;
  const type = vocabulary.types.get(parseEntityId(id)?.type ?? '');
  if (!type || type.abstract) return undefined;
  const draft: EntityDraft = { id, type, properties: {}, origins: new Map(), csl: undefined };
  drafts.set(id, draft);
  return draft;
}

function addRecord(
  draft: EntityDraft | undefined,
  record: RecordEntry,
  vocabulary: Vocabulary,
  report: (finding: Diagnostic) => void,
): void {
  if (!draft) return;
  draft.csl ??= record.csl;
  draft.key ??= record.key;
  addTo(draft.origins, '', recordOrigin(record, ''));
  const originAt = (path: string): Origin => recordOrigin(record, path);
  for (const [name, value] of Object.entries(record.properties))
    addValue(draft, name, value, originAt, vocabulary, report);
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

function addValue(
  draft: EntityDraft,
  name: string,
  incoming: Json,
  originAt: (path: string) => Origin,
  vocabulary: Vocabulary,
  report: (finding: Diagnostic) => void,
): void {
  const property = draft.type.properties.get(name);
  if (!property) {
    // Of a type that allows properties which it does not name.
    setKey(draft.properties, name, incoming);
    addOrigin(draft, name, incoming, originAt);
    return;
  }
  draft.properties[name] = combineValues(draft.properties[name], incoming, property, name, {
    units: vocabulary.units,
    placed: (path, value) => addOrigin(draft, path, value, originAt),
    conflict: (path, existing, found) => {
      const [first] = originsOf(draft.origins, path);
      const origin = originAt(path);
      const isStated = first?.source === 'statement';
      const rule =
        origin.source !== 'statement'
          ? 'records-agree'
          : isStated
            ? 'statements-agree'
            : 'statement-agrees-with-record';
      const values = {
        entity: draft.id,
        property: path.replaceAll('/', '.'),
        expected: showValue(existing),
        found: showValue(found),
      };
      const related = first ? [{ location: first.location, role: isStated ? 'statement' : 'record' }] : [];
      report(diagnose(rule, origin.location, values, related));
    },
  });
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

/** A text of undetermined language stands for every edition that has none of its own. */
function fillLanguages(draft: EntityDraft, languages: Language[]): void {
  for (const [name, property] of draft.type.properties) {
    const text = draft.properties[name];
    if (!kindOf(property).isTagged || !isObject(text) || !(undetermined in text)) continue;
    const { [undetermined]: words = '', ...rest } = text;
    const filled = { ...rest };
    for (const language of languages) filled[language] ??= words;
    draft.properties[name] = filled;
  }
}

function finish(drafts: Map<EntityId, EntityDraft>): Map<EntityId, Entity> {
  const entities = new Map<EntityId, Entity>();
  for (const id of [...drafts.keys()].sort()) {
    const draft = drafts.get(id);
    const parsed = parseEntityId(id);
    // A draft without any origin has only statements that could not be placed.
    if (!draft || !parsed || !draft.origins.has('')) continue;
    const properties = Object.fromEntries(
      Object.keys(draft.properties)
        .sort()
        .map((name) => [name, draft.properties[name] ?? null]),
    );
    entities.set(id, {
      id,
      type: parsed.type,
      slug: parsed.slug,
      properties,
      origins: draft.origins,
      ...(draft.key === undefined ? {} : { key: draft.key }),
      csl: draft.csl,
    });
  }
  return entities;
}
