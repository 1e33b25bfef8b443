import type { Diagnostic, Graph, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { kindOf } from '../values/kind-of.ts';
import { computeFollows, type Followed } from './compute-follows.ts';
import { locateValue, originsOf } from './locate-value.ts';
import { visitValues } from './visit-values.ts';

/** Code by which a note says that a figure contradicts others. */
const inconsistent = 'inconsistent-figure';

/**
 * Holds values against what they follow from (x-follows). A deviation beyond the tolerance is silenced by an editorial
 * note about the property ("hub:andean#populationDensity"); a note that calls a figure inconsistent where it is not is
 * itself a finding.
 * Findings: value-follows-from-others, note-is-needed.
 */
export function checkFollows(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const entity of graph.entities.values()) {
    for (const followed of computeFollows(entity, vocabulary)) {
      const target = `${entity.id}#${followed.path}`;
      const notes = graph.notes.get(target) ?? [];
      const values = { entity: entity.id, property: followed.path, ...shown(followed) };
      if (!followed.agrees && notes.length === 0) {
        const related = followed.operands.map((path) => {
          const at = placeOfNumber(path);
          const isStated = originsOf(entity.origins, at)[0]?.source === 'statement';
          return { location: locateValue(entity, at), role: isStated ? 'statement' : 'record' };
        });
        const location = locateValue(entity, placeOfNumber(followed.path));
        diagnostics.push(diagnose('value-follows-from-others', location, values, related));
      }
      if (!followed.agrees) continue;
      for (const id of notes) {
        const place = placeOfNeedlessTarget(graph, vocabulary, id, target);
        if (place) diagnostics.push(diagnose('note-is-needed', place, { ...values, note: id }));
      }
    }
  }
  return diagnostics;
}

/** Of a quantity the number counts: the text may state it, while a record gives only the source. */
function placeOfNumber(path: string): string {
  return `${path.replaceAll('.', '/')}/value`;
}

function shown(followed: Followed): Diagnostic['values'] {
  const { operation, operands, stated, computed, unit, deviation } = followed;
  const amount = (value: string): string => (unit === undefined ? value : `${value} ${unit}`);
  const percent = deviation === undefined ? '' : String(Math.round(Number(deviation) * 1000) / 10);
  return {
    context: operation,
    operands: operands.join(', '),
    found: amount(stated),
    expected: amount(computed),
    deviation: percent,
  };
}

/** Where a note names the target, if the note calls it inconsistent. */
function placeOfNeedlessTarget(
  graph: Graph,
  vocabulary: Vocabulary,
  id: string,
  target: string,
): Diagnostic['location'] | undefined {
  const note = graph.entities.get(id);
  const properties = note && vocabulary.types.get(note.type)?.properties;
  if (!properties) return undefined;
  let isInconsistent = false;
  let path: string | undefined;
  visitValues(note.properties, properties, (at, value, property) => {
    const { keywords, refersTo } = kindOf(property);
    if (keywords.has('x-labels') && value === inconsistent) isInconsistent = true;
    if (refersTo === 'place' && value === target) path = at;
  });
  return isInconsistent && path !== undefined ? locateValue(note, path) : undefined;
}
