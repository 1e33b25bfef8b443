import type { EntityId, Glossary, TextRange } from '../../model.ts';
import type { SegmentPair, SegmentSide } from './quality-rule.ts';

/** Link words, with their range in the text of a side. */
export interface LinkWords extends TextRange {
  words: string;
}

/** The links of a segment that speak of one entity in one way: translations may change their order. */
export interface LinkedEntity {
  entity: EntityId;
  source: LinkWords[];
  target: LinkWords[];
}

/** Every entity that both sides of a segment link: as a mention, or as the object of a relation. */
export function linkedEntities({ source, target }: SegmentPair, glossary: Glossary): LinkedEntity[] {
  const others = groupLinks(target, glossary);
  return [...groupLinks(source, glossary)].flatMap(([key, { entity, links }]) => {
    const other = others.get(key);
    return other ? [{ entity, source: links, target: other.links }] : [];
  });
}

function groupLinks(
  { links, text }: SegmentSide,
  glossary: Glossary,
): Map<string, { entity: EntityId; links: LinkWords[] }> {
  const groups = new Map<string, { entity: EntityId; links: LinkWords[] }>();
  for (const { url, title, start, end } of links) {
    // A mention's address is the entity; the object of a relation is in the title.
    const entity = url.includes('#') ? title : url;
    const words = text.slice(start, end);
    if (entity === undefined || !glossary.terms.has(entity) || !/\p{L}/u.test(words)) continue;
    const key = url.includes('#') ? `${url} ${entity}` : url;
    const group = groups.get(key) ?? { entity, links: [] };
    group.links.push({ words, start, end });
    groups.set(key, group);
  }
  return groups;
}
