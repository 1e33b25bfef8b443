import type { Link, Nodes, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Json, Property } from '../../model.ts';
import { kindOf } from '../../values/kind-of.ts';
import { findText } from '../labels.ts';
import { listOf, lookUp } from '../look-up.ts';
import { anchorOf, anchorOfValue, type EntityAddress, readAddress } from './address.ts';
import { readFragment } from './fragment.ts';
import { html, link, text } from './nodes.ts';
import type { Scope } from './scope.ts';
import { writeCitation } from './write-citation.ts';

/** Where in the text the writer is. */
export interface LinkState {
  /** Id of the section. */
  section: string;
  /** Section and entity of the mentions that became links. */
  linked: Set<string>;
  /** Notes that were called in the segment at hand. */
  called: Set<string>;
  /** Citations without words that stand in parentheses of the author's. */
  enclosed: ReadonlySet<Nodes>;
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
  // A reader whom a sentence sends to a note needs no second call of it there.
  const notes = scope.notes.callAt(entity, path).filter((note) => !state.called.has(note));
  for (const note of notes) state.called.add(note);
  return { words: written, calls: callNotes(notes, scope) };
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
    return [
      link(url, ...writeCitation(entity, node.title ?? undefined, words, scope, state.enclosed.has(node))),
    ];

  const shown = words.length > 0 ? words : scope.labelWords(entity);
  const key = `${state.section}\n${entity}`;
  const { mentions } = scope.configuration;
  if (mentions === 'none' || (mentions === 'first-in-section' && state.linked.has(key))) return shown;
  state.linked.add(key);
  return [link(url, ...shown)];
}

function writeStatement(
  { entity, path = '' }: EntityAddress,
  words: PhrasingContent[],
  scope: Scope,
): PhrasingContent[] {
  const url = `#${anchorOfValue(entity, path, scope.vocabulary)}`;
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

/** "Peru and Ecuador", each linked to its entry. The word between depends on those beside it: "Centro e Instituto" in Spanish. */
export function linkEntities(values: Json[], scope: Scope): PhrasingContent[] {
  const ids = values.filter((value) => typeof value === 'string');
  const left = [...ids];
  const labels = ids.map((id) => plainText(scope.labelWords(id)));
  return scope.list.formatToParts(labels).flatMap((part) => {
    const id = part.type === 'element' ? left.shift() : undefined;
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
