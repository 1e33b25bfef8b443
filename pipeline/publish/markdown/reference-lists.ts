import type { ListItem, RootContent } from 'mdast';
import type { EntityId } from '../../model.ts';
import { kindOf } from '../../values/kind-of.ts';
import { anchorOf, anchorOfTarget } from './address.ts';
import { anchorsNeeded } from './entity-index.ts';
import { anchor, bulletList, link, listItem, paragraph, text } from './nodes.ts';
import type { Scope } from './scope.ts';
import { headingWithAnchor } from './section.ts';

/** References: the works that the text cites, as the CSL style formats and sorts them. Complementary: the others. */
export function writeReferenceLists(scope: Scope): RootContent[] {
  const { graph } = scope.publication;
  const { references, t, vocabulary } = scope;
  const works = [...graph.entities.values()]
    .filter(({ type }) => vocabulary.types.get(type)?.role === 'bibliography')
    .map(({ id }) => id);
  const formatted = references.order.filter((id) => graph.entities.has(id));
  const others = works
    .filter((id) => !references.entries.has(id))
    .sort((a, b) => scope.compare(scope.label(a), scope.label(b)) || (a < b ? -1 : 1));
  const ordered = [...formatted, ...others];
  const cited = citedWorks(scope);
  const anchors = anchorsNeeded(scope);

  const list = (id: string, title: string, ids: EntityId[]): RootContent[] =>
    ids.length === 0
      ? []
      : [
          ...headingWithAnchor(2, id, title),
          bulletList(ids.map((work) => writeReference(work, anchors, scope))),
        ];
  return [
    ...list(
      '_references',
      t('edition:references'),
      ordered.filter((id) => cited.has(id)),
    ),
    ...list(
      '_complementary',
      t('edition:complementary'),
      ordered.filter((id) => !cited.has(id)),
    ),
  ];
}

function writeReference(id: EntityId, anchors: string[], scope: Scope): ListItem {
  const targets = [...new Set(anchors)].filter((target) => target.startsWith(`${id}#`)).sort();
  const notes = [id, ...targets].flatMap((target) => scope.notes.about(target));
  return listItem(
    paragraph(
      anchor(anchorOf(id)),
      ...targets.map((target) => anchor(anchorOfTarget(target, scope.vocabulary))),
      ...(scope.references.entries.get(id) ?? scope.labelWords(id)),
      ...[...new Set(notes)].flatMap((note) => [
        text(' ['),
        link(`#${anchorOf(note)}`, text(scope.notes.marker(note))),
        text(']'),
      ]),
    ),
  );
}

/** Works that the text names, in any way, and the one that the publication is based on. */
function citedWorks(scope: Scope): Set<EntityId> {
  const { extractions, graph } = scope.publication;
  const cited = new Set<EntityId>();
  for (const { mentions, statements, blanks } of extractions) {
    for (const { entity } of [...mentions, ...statements, ...blanks]) cited.add(entity);
  }
  for (const fact of graph.facts) {
    if (kindOf(fact).refersTo !== 'entity') continue;
    for (const id of [fact.value].flat()) if (typeof id === 'string') cited.add(id);
  }
  const basis = scope.edition.frontMatter.basedOn;
  if (typeof basis === 'object' && basis !== null && 'work' in basis && typeof basis.work === 'string') {
    cited.add(basis.work);
  }
  return cited;
}
