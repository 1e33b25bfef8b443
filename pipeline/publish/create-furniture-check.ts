import type {
  Diagnostic,
  EditionConfiguration,
  EntityType,
  Graph,
  Json,
  Language,
  LanguageMap,
  ProjectFiles,
  Property,
  Vocabulary,
} from '../model.ts';
import { findMissingWords } from '../project/furniture.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { compareText } from '../values/compare-text.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/** What the graphs of a project print that has no label in some language. */
export interface FurnitureCheck {
  /** Takes note of what the entities of one more publication have printed. */
  add: (graph: Graph) => void;
  /**
   * What an edition prints around the text in another language than its own: one finding for the furniture, one for the
   * labels of the types and properties that the entities have. Finding: furniture-is-translated.
   */
  conclude: () => Diagnostic[];
}

export function createFurnitureCheck(
  files: ProjectFiles,
  editions: readonly EditionConfiguration[],
  vocabulary: Vocabulary,
): FurnitureCheck {
  const missing = new Map(editions.map(({ language }) => [language, new Set<string>()]));
  return {
    add(graph) {
      for (const [language, labels] of missing) addMissingLabels(labels, graph, vocabulary, language);
    },
    conclude: () =>
      editions.flatMap((edition) => checkEdition(files, edition, missing.get(edition.language) ?? new Set())),
  };
}

function checkEdition(
  files: ProjectFiles,
  { language, location }: EditionConfiguration,
  labels: ReadonlySet<string>,
): Diagnostic[] {
  const path = `locales/${language}/edition.json`;
  const own = files.own.find((file) => file.path === path);
  const place = own ? startOfFile(path) : (location ?? startOfFile('tinkuy.yaml'));
  const words = findMissingWords([...files.builtin, ...files.own], language);
  const report = (missing: string[], context: Diagnostic['values']): Diagnostic[] =>
    missing.length === 0
      ? []
      : [
          diagnose('furniture-is-translated', place, {
            language,
            path,
            missing: missing.join(', '),
            ...context,
          }),
        ];
  return [...report(words, {}), ...report([...labels].sort(compareText), { context: 'labels' })];
}

/**
 * Types and properties that are printed and have no label in a language: "border", "border#length". A property is named
 * by the type that declares it.
 */
function addMissingLabels(
  missing: Set<string>,
  { entities }: Graph,
  vocabulary: Vocabulary,
  language: Language,
): void {
  const lacks = (label: LanguageMap): boolean => !Object.hasOwn(label, language);
  const visit = (property: Property, value: Json, at: string): void => {
    // Words for finding and checking, which no edition prints.
    if (property.term === 'form' || property.term === 'avoided') return;
    if (lacks(property.label) || [...property.codes.values()].some(lacks)) missing.add(at);
    const stated: readonly string[] = kindOf(property).composition?.stated ?? [];
    for (const item of [value].flat()) {
      if (!isObject(item)) continue;
      for (const [name, part] of property.parts) {
        // Number and unit of a quantity are written without labels.
        if (stated.includes(name)) continue;
        const partValue = getKey(item, name);
        if (partValue !== undefined) visit(part, partValue, `${at}.${name}`);
      }
    }
  };
  for (const entity of entities.values()) {
    const type = vocabulary.types.get(entity.type);
    if (!type) continue;
    if (lacks(type.label) || lacks(type.plural)) missing.add(type.name);
    for (const [name, value] of Object.entries(entity.properties)) {
      const property = type.properties.get(name);
      if (property) visit(property, value, `${declaringType(type, property, vocabulary)}#${name}`);
    }
  }
}

/** The supertype that a property comes from, or the type itself. */
function declaringType(type: EntityType, property: Property, { types }: Vocabulary): string {
  const holders = type.supertypes.filter(
    (name) => types.get(name)?.properties.get(property.name) === property,
  );
  return holders.at(-1) ?? type.name;
}
