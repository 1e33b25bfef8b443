import type { Entity, EntityId, Extraction, Json, StatedFact, Statement, Vocabulary } from '../model.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { stableJson } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { propertyAtPath } from './property-at-path.ts';

/**
 * What the texts state, one fact for each statement of the first text, with the words of the statement of the same
 * segment, entity, path and value in each other text (a text property's values differ: there the order counts).
 * `texts` are in order, the source first. Sorted by subject, path, segment.
 */
export function collectFacts(
  texts: Extraction[],
  entities: Map<EntityId, Entity>,
  vocabulary: Vocabulary,
): StatedFact[] {
  const [first, ...others] = texts;
  const facts: StatedFact[] = [];
  const pools = others.map((text) => poolOf(text.statements));
  for (const statement of first?.statements ?? []) {
    const entity = entities.get(statement.entity);
    const type = entity && vocabulary.types.get(entity.type);
    if (!type || !propertyAtPath(type.properties, statement.path)) continue;
    const same: Statement[] = [statement];
    const { isTagged } = kindOf(statement);
    for (const pool of pools) {
      const rivals = pool.get(keyOf(statement)) ?? [];
      const index = rivals.findIndex(
        (rival) => isTagged || stableJson(rival.value) === stableJson(statement.value),
      );
      if (index >= 0) same.push(...rivals.splice(index, 1));
    }
    facts.push({
      subject: statement.entity,
      path: statement.path,
      kind: statement.kind,
      value: isTagged ? byLanguage(same, (item) => item.value) : statement.value,
      segment: statement.segment,
      words: byLanguage(same, (item) => item.words),
      orders: byLanguage(same, (item) => item.order),
    });
  }
  return facts.sort(
    (a, b) => compareText(a.subject, b.subject) || compareText(a.path, b.path) || a.segment - b.segment,
  );
}

function poolOf(statements: Statement[]): Map<string, Statement[]> {
  const pool = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    addTo(pool, key, statement);
  }
  return pool;
}

function keyOf(statement: Statement): string {
  return `${statement.segment} ${statement.entity}#${statement.path}`;
}

function byLanguage<T extends Json>(
  statements: Statement[],
  pick: (statement: Statement) => T,
): Record<string, T> {
  return Object.fromEntries(statements.map((statement) => [statement.language, pick(statement)]));
}
