import { toString as plainText } from 'mdast-util-to-string';
import type { Build } from '../../build.ts';
import type { Location, ProjectFiles, Publication } from '../../model.ts';
import { type DescribedPublication, describe, placeOf } from './describe.ts';
import type { Block, Explanation } from './explanation.ts';
import { findAtLine } from './find-at-line.ts';
import { type ListedAnnotation, listAnnotations, objectsOf } from './list-annotations.ts';
import type { Name } from './parse-name.ts';
import { writeCard } from './write-card.ts';
import { writeSaying } from './write-saying.ts';

/** What a publication tells of a name; undefined where it does not know it. */
export function explainIn(
  publication: Publication,
  name: Name,
  { texts, ...context }: Build,
  files: ProjectFiles,
): Explanation | undefined {
  const described = describe(publication, texts.get(publication.name) ?? new Map(), context);
  const all = listAnnotations(publication, described.vocabulary, described.iris);
  switch (name.kind) {
    case 'entity':
      return explainEntity(name, all, described);
    case 'said': {
      const said = all.filter(({ iris }) =>
        iris.some((iri) => iri === name.iri || iri.startsWith(`${name.iri}/`)),
      );
      // "…/population" begins as "…/population/2", which is another statement.
      const [exact = said[0]] = said.filter(({ iris }) => iris.includes(name.iri));
      if (!exact) return undefined;
      return { ...head('statement', exact.entity, exact.path, described), ...tell([exact], [], described) };
    }
    case 'block': {
      const segments = new Set(
        [...described.blocks].flatMap(([index, id]) => (id === name.id ? [index] : [])),
      );
      if (name.publication !== publication.name || segments.size === 0) return undefined;
      return explainPlace(segments, all, described);
    }
    case 'line': {
      const text = files.own.find(({ path }) => path === name.path)?.text ?? '';
      const { shared } = context.opened.value;
      if (shared.holds(name.path)) {
        // The publication may have some of its records only.
        const entity = shared.idAt(name.path, name.line);
        return entity === undefined ? undefined : explainEntity({ entity, path: undefined }, all, described);
      }
      const { segments, entity } = findAtLine(publication, { ...name, text });
      if (entity) return explainEntity({ entity: entity.id, path: undefined }, all, described);
      if (segments.size === 0) return undefined;
      if (name.column === undefined) return explainPlace(segments, all, described);
      const isAt = createIsAt(name.path, name.line, name.column);
      const chosen = all.filter(({ annotations }) =>
        [...annotations.values()].some(({ location }) => isAt(location)),
      );
      const narrow = segmentsAt(publication, isAt);
      const own = chosen.length > 0 ? new Set(chosen.map(({ segment }) => segment)) : narrow;
      return explainPlace(own.size > 0 ? own : segments, chosen.length > 0 ? chosen : all, described);
    }
  }
}

/** Whether a place holds a point of a file. */
function createIsAt(at: string, line: number, column: number): (location: Location) => boolean {
  return ({ path, start, end }) =>
    path === at &&
    (start.line < line || (start.line === line && start.column <= column)) &&
    (end.line > line || (end.line === line && end.column > column));
}

function segmentsAt({ editions }: Publication, isAt: (location: Location) => boolean): Set<number> {
  const found = editions.flatMap(({ isSource, segments }) =>
    segments.filter(({ segment, node, locate }) => isAt(isSource ? segment.location : locate(node))),
  );
  return new Set(found.map(({ segment }) => segment.index));
}

function explainEntity(
  { entity: id, path }: { entity: string; path: string | undefined },
  all: ListedAnnotation[],
  described: DescribedPublication,
): Explanation | undefined {
  if (!described.publication.graph.entities.has(id)) return undefined;
  const isOf = (annotation: ListedAnnotation): boolean =>
    annotation.entity === id &&
    annotation.path !== undefined &&
    (path === undefined || annotation.path === path || annotation.path.startsWith(`${path}.`));
  const own = all.filter(isOf);
  const explained = head(path === undefined ? 'entity' : 'property', id, path, described);
  if (path !== undefined && own.length === 0 && explained.card?.properties.length === 0) return undefined;
  const names = (annotation: ListedAnnotation): boolean =>
    path === undefined &&
    ((annotation.entity === id && annotation.path === undefined) || objectsOf(annotation).includes(id));
  return { ...explained, ...tell(own, all.filter(names), described) };
}

function explainPlace(
  segments: ReadonlySet<number>,
  all: ListedAnnotation[],
  described: DescribedPublication,
): Explanation {
  const blocks = [...segments].map((index) => writeBlock(index, described));
  const own = all.filter(({ segment }) => segments.has(segment));
  return { ...head('place', undefined, undefined, described), blocks, ...tell(own, [], described) };
}

function head(
  kind: Explanation['kind'],
  id: string | undefined,
  path: string | undefined,
  described: DescribedPublication,
): Omit<Explanation, 'sayings' | 'others'> {
  const { name, graph, editions } = described.publication;
  const entity = id === undefined ? undefined : graph.entities.get(id);
  const language = editions.find(({ isSource }) => isSource)?.language ?? '';
  const card = entity ? { card: writeCard(entity, path, described) } : {};
  return { version: 2, publication: name, language, kind, ...card, blocks: [] };
}

function tell(sayings: ListedAnnotation[], others: ListedAnnotation[], described: DescribedPublication) {
  return {
    sayings: sayings.map((annotation) => writeSaying(annotation, described)),
    others: others.map((annotation) => writeSaying(annotation, described)),
  };
}

function writeBlock(index: number, { publication, iris, blocks, texts }: DescribedPublication): Block {
  const id = blocks.get(index) ?? '';
  return {
    id,
    editions: publication.editions.flatMap(({ language, isSource, segments }) => {
      const own = segments.find(({ segment }) => segment.index === index);
      if (!own) return [];
      const place = placeOf(isSource ? own.segment.location : own.locate(own.node));
      const iri = iris.part(publication.name, language, id);
      const isGap = own.state === 'fuzzy' || own.state === 'untranslated';
      return [
        {
          language,
          iri,
          text: texts.get(language)?.blocks.get(index) ?? plainText(own.node),
          place,
          isGap,
        },
      ];
    }),
  };
}
