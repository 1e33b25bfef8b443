import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Entity, EntityId } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { kindOf } from '../../values/kind-of.ts';
import { anchorOf, anchorOfTarget } from './address.ts';
import { anchorsNeeded } from './entity-index.ts';
import { anchor, bulletList, joinNodes, listItem, paragraph, strong, text } from './nodes.ts';
import type { Scope } from './scope.ts';
import { headingWithAnchor } from './section.ts';
import { writeTarget, writeValue } from './value-nodes.ts';

/** The editorial notes in the order in which the text calls them. */
export function writeNoteList(scope: Scope): RootContent[] {
  const entities = scope.notes.all().flatMap((id) => scope.publication.graph.entities.get(id) ?? []);
  if (entities.length === 0) return [];
  const targets = targetsByNote(scope);
  const anchors = anchorsNeeded(scope);
  return [
    ...headingWithAnchor(2, '_notes', scope.t('edition:editorialNotes')),
    bulletList(entities.map((note) => writeNote(note, targets.get(note.id) ?? [], anchors, scope))),
  ];
}

/** "**N1** Andean hub, Population density." and a line for each property, with its label. */
function writeNote(note: Entity, about: string[], anchors: string[], scope: Scope): ListItem {
  const type = scope.vocabulary.types.get(note.type);
  const lines = [...(type?.properties.values() ?? [])].flatMap((property) => {
    const value = note.properties[property.name];
    // What it speaks about stands in the first line, by the graph's own list.
    if (value === undefined || value === null || kindOf(property).refersTo === 'place') return [];
    const words = writeValue(value, property, scope);
    if (words.length === 0) return [];
    return [listItem(paragraph(text(`${scope.propertyLabel(property)}: `), ...words))];
  });
  const places = [...new Set(anchors)].filter((target) => target.startsWith(`${note.id}#`)).sort();
  const head: PhrasingContent[] = [
    anchor(anchorOf(note.id)),
    ...places.map((target) => anchor(anchorOfTarget(target, scope.vocabulary))),
    strong(text(scope.notes.marker(note.id))),
    ...(about.length > 0
      ? [
          text(' '),
          ...joinNodes(
            about.map((target) => writeTarget(target, scope)),
            '; ',
          ),
        ]
      : []),
  ];
  return lines.length > 0 ? listItem(paragraph(...head), bulletList(lines)) : listItem(paragraph(...head));
}

function targetsByNote(scope: Scope): Map<EntityId, string[]> {
  const targets = new Map<EntityId, string[]>();
  for (const [target, notes] of [...scope.publication.graph.notes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const note of notes) addTo(targets, note, target);
  }
  return targets;
}
