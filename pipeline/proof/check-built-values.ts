import type {
  Diagnostic,
  Extraction,
  Graph,
  Json,
  Property,
  Publication,
  Statement,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { getKey, isObject, stableJson } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { showCanonicalValue } from '../values/show-canonical-value.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { BuiltLink } from './built-edition.ts';
import { filesOf, followLink, type LocatedEdition, type LocatedFile } from './located-edition.ts';
import { publishedValueAnchor } from './published-anchor.ts';

/** A value of the graph, and the property it belongs to. */
interface GraphValue {
  property: Property;
  value: Json;
}

/**
 * Proves that the published words of an edition still say what the edition states: every statement's words are at
 * a link to its value, and words that can be read, in the text and in the register, give the value of the graph.
 */
export function checkBuiltValues(
  edition: LocatedEdition,
  extraction: Extraction,
  publication: Publication,
  vocabulary: Vocabulary,
  reader: ValueReader,
): Diagnostic[] {
  const facts = factsByAnchor(publication.graph, vocabulary);
  return [
    ...checkLinks(edition, extraction, publication, vocabulary, facts, reader),
    ...filesOf(edition).flatMap((file) => checkEntries(file, facts, reader)),
  ];
}

function checkLinks(
  edition: LocatedEdition,
  extraction: Extraction,
  publication: Publication,
  vocabulary: Vocabulary,
  facts: Map<string, GraphValue>,
  reader: ValueReader,
): Diagnostic[] {
  const { built, locate } = edition.text;
  const links = new Map<string, BuiltLink[]>();
  for (const link of built.sections.flatMap((section) => section.links)) {
    const anchor = followLink(link, edition.text, edition)?.anchor;
    if (anchor !== undefined) addTo(links, anchor, link);
  }
  const diagnostics: Diagnostic[] = [];
  const report = (
    link: BuiltLink | undefined,
    statement: Statement,
    expected: string,
    found: string,
  ): void => {
    const item = `#${publishedValueAnchor(statement.entity, statement.path, vocabulary)}`;
    const location = link ? locate(link.node) : locate({ type: 'root' });
    const related = [{ location: statement.location, role: 'statement' }];
    diagnostics.push(diagnose('built-editions-agree', location, { item, expected, found }, related));
  };
  for (const statement of extraction.statements) {
    if (publication.segments[statement.segment]?.key !== undefined) continue;
    const anchor = publishedValueAnchor(statement.entity, statement.path, vocabulary);
    const candidates = links.get(anchor) ?? [];
    const words = oneLine(statement.words);
    // Without words the writer puts those of the value.
    if (words === '') continue;
    const link = candidates.find((candidate) => oneLine(candidate.words) === words);
    if (!link) {
      const found = candidates.map((candidate) => candidate.words).join(' · ') || '';
      report(candidates[0], statement, words, found);
      continue;
    }
    candidates.splice(candidates.indexOf(link), 1);
    const property = facts.get(anchor)?.property;
    if (!property || statement.title !== undefined || kindOf(statement).isTagged) continue;
    const reading = reader.read(link.words, property);
    if (reading.ok && stableJson(reading.value) !== stableJson(statement.value)) {
      const expected = showCanonicalValue(statement.value, statement);
      report(link, statement, expected, showCanonicalValue(reading.value, property));
    }
  }
  return diagnostics;
}

/** Entries of lists: "Length: 1,528 km" after the anchor of the value. What cannot be read is not judged. */
function checkEntries(
  { built, locate }: LocatedFile,
  facts: Map<string, GraphValue>,
  reader: ValueReader,
): Diagnostic[] {
  return built.sections
    .flatMap((section) => section.anchors)
    .flatMap(({ id, node, textAfter }) => {
      const fact = facts.get(id);
      const words = /: (.*)$/.exec(textAfter)?.[1];
      if (!fact || words === undefined || !isSimple(fact)) return [];
      // Remarks follow in brackets: period and source, and the numbers of editorial notes.
      const reading = reader.read(words.replace(/ [([].*$/, ''), fact.property);
      if (!reading.ok) return [];
      const { value, property } = fact;
      if (stableJson(essence(reading.value, property)) === stableJson(essence(value, property))) return [];
      const expected = showCanonicalValue(value, property);
      const values = { item: `#${id}`, expected, found: showCanonicalValue(reading.value, property) };
      return [diagnose('built-editions-agree', locate(node), values)];
    });
}

/** A value that has no language and that an entry writes as one reading. */
function isSimple({ property, value }: GraphValue): boolean {
  return kindOf(property).isReadBack && !Array.isArray(value);
}

/** Of a value with parts, those that words state: a quantity's number and unit. */
function essence(value: Json, property: Property): Json {
  const stated = kindOf(property).composition?.stated;
  if (!stated || !isObject(value) || !(stated[0] in value)) return value;
  return stated.map((name) => getKey(value, name) ?? null);
}

function factsByAnchor(graph: Graph, vocabulary: Vocabulary): Map<string, GraphValue> {
  const facts = new Map<string, GraphValue>();
  for (const entity of graph.entities.values()) {
    const properties = vocabulary.types.get(entity.type)?.properties;
    for (const [name, value] of Object.entries(entity.properties)) {
      const property = properties?.get(name);
      if (!property) continue;
      facts.set(publishedValueAnchor(entity.id, name, vocabulary), { property, value });
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      for (const [partName, part] of property.parts) {
        const partValue = Object.hasOwn(value, partName) ? value[partName] : undefined;
        if (partValue === undefined) continue;
        const anchor = publishedValueAnchor(entity.id, `${name}.${partName}`, vocabulary);
        facts.set(anchor, { property: part, value: partValue });
      }
    }
  }
  return facts;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
