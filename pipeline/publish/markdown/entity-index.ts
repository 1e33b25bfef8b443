import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { groundOf } from '../../graph/ground-of.ts';
import { recordSourceProperty } from '../../graph/record-source-property.ts';
import type { Entity, EntityId, EntityType, Property } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { findText, textIn } from '../labels.ts';
import { sourceAnnotations } from '../source-annotations.ts';
import { anchorOf, anchorOfValue } from './address.ts';
import { anchor, bulletList, joinNodes, link, listItem, paragraph, strong, text } from './nodes.ts';
import type { Scope } from './scope.ts';
import { headingWithAnchor } from './section.ts';
import { writeValue } from './value-nodes.ts';

/** Properties that an entry's first line holds; the others get a line each. */
const headline = ['name', 'acronym', 'alternateName', 'description'];

/**
 * The entries of the index of entities: by type, every entity with what is known of it and the sections that speak of it.
 * Headings of types are of the third level, below the index's own.
 */
export function writeEntityIndex(scope: Scope): RootContent[] {
  const { graph } = scope.publication;
  const { compare, vocabulary } = scope;
  const byType = new Map<EntityType, Entity[]>();
  for (const entity of graph.entities.values()) {
    const type = vocabulary.types.get(entity.type);
    if (type?.role === 'entity') addTo(byType, type, entity);
  }
  const title = (type: EntityType): string =>
    textIn(type.plural, scope.language, scope.source.language) ?? type.name;
  const anchors = readAnchors(scope);
  const sections = sectionsByEntity(scope);
  const groups = [...byType].sort(([a], [b]) => compare(title(a), title(b)) || (a.name < b.name ? -1 : 1));
  return groups.flatMap(([type, entities]) => [
    ...headingWithAnchor(3, `_index-${type.name}`, title(type)),
    bulletList(
      entities
        .map((entity) => ({ entity, label: scope.label(entity.id) }))
        .sort((a, b) => compare(a.label, b.label) || (a.entity.id < b.entity.id ? -1 : 1))
        .map(({ entity }) => writeEntry(entity, type, sections.get(entity.id) ?? [], anchors, scope)),
    ),
  ]);
}

/** What links lead to. */
interface Anchors {
  all: ReadonlySet<string>;
  /** By "type:slug#property" the paths of parts of its values. */
  parts: ReadonlyMap<string, string[]>;
}

function readAnchors(scope: Scope): Anchors {
  const all = new Set(anchorsNeeded(scope));
  const parts = new Map<string, string[]>();
  for (const target of all) {
    const [, property, part] = /^([^#]*#[^.]*)\.(.*)$/s.exec(target) ?? [];
    if (property !== undefined && part !== undefined) addTo(parts, property, part);
  }
  return { all, parts };
}

function writeEntry(
  entity: Entity,
  type: EntityType,
  sections: PhrasingContent[][],
  anchors: Anchors,
  scope: Scope,
): ListItem {
  const { t } = scope;
  const lines = [...type.properties.values()].flatMap((property) => {
    if (headline.includes(property.name) || isHidden(property)) return [];
    const words = writePropertyLine(entity, property, anchors, scope);
    return words ? [listItem(paragraph(...words))] : [];
  });
  const recorded = listRecorded(entity, type, scope);
  if (recorded.length > 0) {
    const words = text(`${t('edition:recordedOnly')} ${recorded.join('; ')}`);
    lines.push(listItem(paragraph(words)));
  }
  if (sections.length > 0) {
    lines.push(listItem(paragraph(text(`${t('edition:mentionedIn')} `), ...joinNodes(sections, ', '))));
  }
  const head = paragraph(...writeHead(entity, type, anchors, scope));
  return lines.length > 0 ? listItem(head, bulletList(lines)) : listItem(head);
}

/** Labels of the properties whose values, some or all, are the records' and no sentence's. */
function listRecorded(entity: Entity, type: EntityType, scope: Scope): string[] {
  return [...type.properties.values()].flatMap((property) => {
    const { name } = property;
    const isShown = !headline.includes(name) && name !== recordSourceProperty && !isHidden(property);
    if (!isShown || (entity.properties[name] ?? null) === null) return [];
    const ground = groundOf(entity, property);
    const label = scope.propertyLabel(property);
    if (ground === 'stated') return [];
    return [ground === 'both' ? scope.t('edition:recordedInPart', { label }) : label];
  });
}

/** Words that are for finding and checking, and not for readers. */
function isHidden({ term }: Property): boolean {
  return term === 'form' || term === 'avoided';
}

/** "**Andean Community** (CAN; also Andean Community of Nations). Description." */
function writeHead(entity: Entity, type: EntityType, anchors: Anchors, scope: Scope): PhrasingContent[] {
  const { language, source, t } = scope;
  const find = (name: string) => findText(entity.properties[name], language, source.language);
  const acronym = find('acronym');
  const alternate = type.properties.get('alternateName');
  const others = alternate && entity.properties.alternateName;
  const also = alternate && others !== undefined && others !== null ? scope.words(others, alternate) : '';
  const inBrackets = [
    ...(acronym && acronym.text !== scope.label(entity.id) ? [scope.marked(acronym)] : []),
    ...(also ? [[text(t('edition:alsoNamed', { names: also }))]] : []),
  ];
  const description = find('description');
  return [
    anchor(anchorOf(entity.id)),
    ...headline
      .filter((name) => anchors.all.has(`${entity.id}#${name}`))
      .map((name) => anchor(anchorOfValue(entity.id, name, scope.vocabulary))),
    strong(...scope.labelWords(entity.id)),
    ...(inBrackets.length > 0 ? [text(' ('), ...joinNodes(inBrackets, '; '), text(')')] : []),
    ...(description ? [text('. '), ...scope.marked(description)] : []),
    ...notesOn(entity.id, scope),
  ];
}

function writePropertyLine(
  entity: Entity,
  property: Property,
  anchors: Anchors,
  scope: Scope,
): PhrasingContent[] | undefined {
  const value = Object.hasOwn(entity.properties, property.name)
    ? entity.properties[property.name]
    : undefined;
  if (value === undefined || value === null) return undefined;
  const words = writeValue(value, property, scope);
  if (words.length === 0) return undefined;
  const parts = anchors.parts.get(`${entity.id}#${property.name}`) ?? [];
  return [
    anchor(anchorOfValue(entity.id, property.name, scope.vocabulary)),
    ...parts.map((part) => anchor(anchorOfValue(entity.id, `${property.name}.${part}`, scope.vocabulary))),
    text(`${scope.propertyLabel(property)}: `),
    ...words,
    ...notesOn(`${entity.id}#${property.name}`, scope),
    ...parts.flatMap((part) => notesOn(`${entity.id}#${property.name}.${part}`, scope)),
  ];
}

function notesOn(target: string, scope: Scope): PhrasingContent[] {
  return scope.notes
    .about(target)
    .flatMap((note) => [text(' ['), link(`#${anchorOf(note)}`, text(scope.notes.marker(note))), text(']')]);
}

/** Targets that links of the text and notes lead to. */
export function anchorsNeeded({ publication }: Pick<Scope, 'publication'>): string[] {
  const { graph, extractions } = publication;
  return [
    ...graph.facts.map(({ subject, path }) => `${subject}#${path}`),
    ...extractions.flatMap(({ blanks }) => blanks.map(({ entity, path }) => `${entity}#${path}`)),
    ...graph.notes.keys(),
  ];
}

/** Links to the sections that speak of an entity, in their order. */
function sectionsByEntity(scope: Scope): Map<EntityId, PhrasingContent[][]> {
  const places = new Map<EntityId, Set<string>>();
  const order = [...scope.parts.headings.values()];
  for (const { entity, segment } of sourceAnnotations(scope.publication)) {
    const section = scope.publication.segments[segment]?.section;
    if (section) places.set(entity, (places.get(entity) ?? new Set()).add(section));
  }
  const linked = ({ id, number }: { id: string; number: string }): PhrasingContent[] => [
    link(`#${id}`, text(number || (scope.parts.references.get(id) ?? id))),
  ];
  return new Map(
    [...places].map(([entity, ids]) => [entity, order.filter(({ id }) => ids.has(id)).map(linked)]),
  );
}
