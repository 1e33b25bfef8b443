import type { Heading, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import type { Edition } from '../../model.ts';
import { containersOf } from './containers-of.ts';
import type { EditionServices } from './services.ts';

/** The parts of an edition that can be referred to: sections, boxes, tables, figures. */
export interface Parts {
  /** Anchor and number of each heading of Edition.tree; the number is '' where it has none, as within a box. */
  headings: Map<Heading, { id: string; number: string }>;
  /** How the text refers to a part, by its id: "Box 1", "section 3.1", or the section's title. */
  references: Map<string, string>;
  /** Label of each numbered container of Edition.tree: "Table 2". */
  captions: Map<ContainerDirective, string>;
}

/** Kinds of containers that are counted; their words are edition:kind.<name>. */
const counted = new Set(['box', 'table', 'figure']);

/** Numbers sections and containers. Ids of headings are those that the source text's tree froze into them. */
export function numberParts(
  edition: Edition,
  { configuration, t }: Pick<EditionServices, 'configuration' | 't'>,
): Parts {
  const parts: Parts = { headings: new Map(), references: new Map(), captions: new Map() };

  const levels: number[] = [];
  for (const heading of headingsOf(edition.tree)) {
    const id = heading.data?.id ?? '';
    const isNumbered = configuration.numberSections && edition.tree.children.includes(heading);
    const number = isNumbered ? count(levels, heading.depth) : '';
    parts.headings.set(heading, { id, number });
    if (id) parts.references.set(id, number ? t('edition:sectionReference', { number }) : plainText(heading));
  }

  const counts = new Map<string, number>();
  for (const container of containersOf(edition.tree)) {
    if (!counted.has(container.name)) continue;
    const number = (counts.get(container.name) ?? 0) + 1;
    counts.set(container.name, number);
    const caption = t(`edition:kind.${container.name}`, { number });
    parts.captions.set(container, caption);
    const id = container.attributes?.id;
    if (id) parts.references.set(id, caption);
  }
  return parts;
}

/** The next section number at a depth, where depth 2 is the first level: "3.1". */
function count(levels: number[], depth: number): string {
  const level = Math.max(depth - 1, 1);
  while (levels.length < level) levels.push(0);
  levels.length = level;
  levels[level - 1] = (levels[level - 1] ?? 0) + 1;
  return levels.join('.');
}

/** All headings in the order of the text, also those within containers. */
function headingsOf(tree: Root): Heading[] {
  const found: Heading[] = [];
  const walk = (node: object): void => {
    if ('type' in node && node.type === 'heading') found.push(node as Heading);
    else if ('children' in node) for (const child of node.children as object[]) walk(child);
  };
  walk(tree);
  return found;
}
