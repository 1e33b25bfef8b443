import type { Link, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Json, Property } from '../../model.ts';
import { kindOf } from '../../values/kind-of.ts';
import { findText } from '../labels.ts';
import { listOf, lookUp } from '../look-up.ts';
import { anchorOf, type EntityAddress, readAddress } from './address.ts';
import { readFragment } from './fragment.ts';
import { html, link, text } from './nodes.ts';
import type { Scope } from './scope.ts';

/** Where in the text the writer is. */
export interface LinkState {
  /** Id of the section. */
  section: string;
  /** Section and entity of the mentions that became links. */
  linked: Set<string>;
}

/** What stands for a value that no text and no record gives. */
const unknown = '—';

/**
 * The published form of a link. `words` are its children, already published.
 * Annotations lead to the register of entities or the references; links without words get theirs; others stay. `calls` are
 * the calls of notes that follow.
 */
export function writeLink(
  node: Link,
  words: PhrasingContent[],
  state: LinkState,
  scope: Scope,
): { words: PhrasingContent[]; calls: PhrasingContent[] } {
  const address = readAddress(node.url, scope.vocabulary);
  if (!address) {
    const reference =
      words.length === 0 && node.url.startsWith('#')
        ? scope.parts.references.get(readFragment(node.url))
        : undefined;
    const children = reference === undefined ? words : [text(reference)];
    return { words: [{ ...node, children }], calls: [] };
  }
  const { entity, path } = address;
  // White space is no words, as where the annotation is read.
  const own = words.every((word) => word.type === 'text' && word.value.trim() === '') ? [] : words;
  const written =
    path === undefined ? writeMention(address, node, own, state, scope) : writeStatement(address, own, scope);
  return { words: written, calls: callNotes(scope.notes.callAt(entity, path), scope) };
}

function writeMention(
  { entity, type }: EntityAddress,
  node: Link,
  words: PhrasingContent[],
  state: LinkState,
  scope: Scope,
): PhrasingContent[] {
  const url = `#${anchorOf(entity)}`;
  if (type.role === 'note')
    return [link(url, ...(words.length > 0 ? words : [text(scope.notes.marker(entity))]))];
  if (type.role === 'bibliography')
    return [link(url, ...writeCitation(entity, node.title ?? undefined, words, scope))];

  const shown = words.length > 0 ? words : scope.labelWords(entity);
  const key = `${state.section}\n${entity}`;
  const { mentions } = scope.configuration;
  if (mentions === 'none' || (mentions === 'first-in-section' && state.linked.has(key))) return shown;
  state.linked.add(key);
  return [link(url, ...shown)];
}

/** "Kahhat, 2007" and the locator "p. 250" are "Kahhat, 2007, p. 250"; without words the style writes all. */
function writeCitation(
  entity: string,
  locator: string | undefined,
  words: PhrasingContent[],
  scope: Scope,
): PhrasingContent[] {
  if (words.length === 0) {
    const cited = scope.references.cite(entity, locator);
    return cited.length > 0 ? cited : scope.labelWords(entity);
  }
  const cited = words.map((node) => matchYear(node, scope.references.years.get(entity)));
  if (!locator || plainText({ type: 'paragraph', children: words }).endsWith(locator)) return cited;
  return [...cited, text(`, ${locator}`)];
}

/** "2009a" of the words becomes "2009b" where that is the letter in this edition's list, which the style gives. */
function matchYear(node: PhrasingContent, year: string | undefined): PhrasingContent {
  if (node.type !== 'text' || year === undefined) return node;
  return text(node.value.replace(new RegExp(`\\b${year.slice(0, 4)}[a-z]\\b`, 'g'), year));
}

function writeStatement(
  { entity, path = '' }: EntityAddress,
  words: PhrasingContent[],
  scope: Scope,
): PhrasingContent[] {
  const url = `#${anchorOf(entity, path)}`;
  if (words.length > 0) return [link(url, ...words)];
  const found = lookUp(entity, path, scope.publication.graph, scope.vocabulary);
  if (found?.value === undefined) return [link(url, text(unknown))];
  return kindOf(found.property).refersTo === 'entity'
    ? linkEntities(listOf(found.value), scope)
    : [link(url, ...wordsOfBlank(found.value, found.property, scope))];
}

/** A text value may be missing in this language; then another stands in. */
function wordsOfBlank(value: Json, property: Property, scope: Scope): PhrasingContent[] {
  const words = scope.words(value, property);
  if (words) return [text(words)];
  const { isTagged } = kindOf(property);
  const other = isTagged ? findText(value, scope.language, scope.source.language) : undefined;
  return other ? scope.marked(other) : [text(unknown)];
}

/** "Peru and Ecuador", each linked to its entry. */
export function linkEntities(values: Json[], scope: Scope): PhrasingContent[] {
  const ids = values.filter((value) => typeof value === 'string');
  const slots = ids.map((_, index) => String(index));
  return scope.list.formatToParts(slots).flatMap((part) => {
    const id = part.type === 'element' ? ids[Number(part.value)] : undefined;
    return id === undefined ? [text(part.value)] : linkEntity(id, scope);
  });
}

/** An entity that is in the graph is linked; of another there is only the label. */
export function linkEntity(id: string, scope: Scope): PhrasingContent[] {
  const label = scope.labelWords(id);
  return scope.publication.graph.entities.has(id) ? [link(`#${anchorOf(id)}`, ...label)] : label;
}

/** Marks as superscript; Markdown has none that every viewer knows. */
function callNotes(notes: string[], scope: Scope): PhrasingContent[] {
  return notes.flatMap((note) => [
    html('<sup>'),
    link(`#${anchorOf(note)}`, text(scope.notes.marker(note))),
    html('</sup>'),
  ]);
}
