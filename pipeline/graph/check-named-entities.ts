import type { Diagnostic, Document, Graph, JsonObject, SourceFile, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { schemaAt } from '../text/describe-front-matter.ts';
import { parseEntityId } from '../values/entity-id.ts';
import { visitJson } from '../values/visit-json.ts';

interface NamingContext {
  /** Of the publication. */
  name: string;
  /** Files that come with the tool; schemas/front-matter.json is among them. */
  builtin: readonly SourceFile[];
  vocabulary: Vocabulary;
}

/**
 * Holds what a front matter names as entities (`x-kind: entity` of its schema, by reference) against the graph.
 * Values of another form have their finding already.
 * Findings: reference-resolves, reference-type-is-allowed.
 */
export function checkNamedEntities(
  { frontMatter: { value, locate } }: Document,
  graph: Graph,
  { name, builtin, vocabulary }: NamingContext,
): Diagnostic[] {
  const file = builtin.find(({ path }) => path === 'schemas/front-matter.json');
  const schema = JSON.parse(file?.text ?? '{}') as JsonObject;
  const diagnostics: Diagnostic[] = [];
  visitJson(value, (path, at) => {
    const { $ref, 'x-range': range } = schemaAt(schema, path);
    const isEntity = typeof $ref === 'string' && $ref.endsWith('#/$defs/entity');
    const parsed = isEntity && typeof at === 'string' ? parseEntityId(at) : undefined;
    if (!parsed || typeof at !== 'string') return;
    const property = path.split('/').findLast((step) => !/^\d+$/.test(step)) ?? '';
    const values = { entity: name, property, target: at };
    if (!graph.entities.has(at)) {
      const found = { ...values, ...suggest(at, graph.entities.keys()) };
      diagnostics.push(diagnose('reference-resolves', locate(path), found));
      return;
    }
    // A range includes what builds on its types.
    const types = [parsed.type, ...(vocabulary.types.get(parsed.type)?.supertypes ?? [])];
    if (Array.isArray(range) && !range.some((type) => types.includes(String(type)))) {
      const found = { ...values, expected: range.join(', '), found: parsed.type };
      diagnostics.push(diagnose('reference-type-is-allowed', locate(path), found));
    }
  });
  return diagnostics;
}
