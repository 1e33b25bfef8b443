import type { Diagnostic, Json, Origin, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { setKey, showValue } from '../values/json-value.ts';
import { combineValues } from './combine-values.ts';
import { addOrigin, type EntityDraft } from './entity-draft.ts';
import { originsOf } from './locate-value.ts';

/**
 * Adds what a record or a statement says of a property to what is known of an entity. Where they disagree, the first stays.
 * Findings: records-agree, statement-agrees-with-record, statements-agree.
 */
export function addValue(
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
        ...(rule === 'records-agree' && !isOfBibliography(first, origin) ? ofOtherFile(first) : {}),
      };
      const related = first ? [{ location: first.location, role: isStated ? 'statement' : 'record' }] : [];
      report(diagnose(rule, origin.location, values, related));
    },
  });
}

/** Whether a record speaks of a work of a bibliography, and not of what the project says of it, too. */
function isOfBibliography(first: Origin | undefined, { source }: Origin): boolean {
  return first?.source === 'bibliography' && source === 'record' && !first.location.path.endsWith('.md');
}

/** Variant of the message that names the file in which something else stands first. */
export function ofOtherFile(first: Origin | undefined): Diagnostic['values'] {
  return { context: 'project', path: first?.location.path ?? '' };
}
