import type { Json, JsonObject } from '../../model.ts';

/**
 * The part of a JSON-LD context that some nodes use: a document of one entity need not carry the words for all. Terms
 * are found as keys and as values, prefixes in both and in the definitions of terms.
 */
export function narrowContext(context: JsonObject, nodes: JsonObject[]): JsonObject {
  const used = new Set<string>();
  const use = (word: string): void => {
    for (const term of [word, word.split(':', 1)[0] ?? '']) {
      if (used.has(term) || !Object.hasOwn(context, term)) continue;
      used.add(term);
      visit(context[term] ?? null);
    }
  };
  const visit = (value: Json): void => {
    if (typeof value === 'string') use(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        use(key);
        visit(member);
      }
    }
  };
  nodes.forEach(visit);
  return Object.fromEntries(
    Object.entries(context).filter(([term]) => used.has(term) || term.startsWith('@')),
  );
}
