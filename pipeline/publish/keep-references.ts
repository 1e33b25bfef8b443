import type { Image, Link, Nodes } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Segment } from '../model.ts';
import { applySplices, type Splice } from '../text/apply-splices.ts';
import { findDestination } from '../text/find-destination.ts';
import { parseSegment } from '../text/syntax.ts';

/** How the source writes a link with a label; https://spec.commonmark.org/0.31.2/#reference-link. */
interface LabelledLink {
  form: 'full' | 'collapsed' | 'shortcut';
  label: string;
}

/** The last brackets of a link with a label; a label has none in it. */
const lastBrackets = /\[((?:\\.|[^\\[\]])*)\]$/s;

/**
 * A translation as a page has it: where the source's link has its address in a definition, and the translation's the very address that
 * the catalog shows for it, the translation's has the label, too.
 *
 * @param text that the segment stands in
 */
export function keepReferences(markdown: string, { node, markdown: shown }: Segment, text: string): string {
  if (!node || !markdown.includes('](')) return markdown;
  const sources = listLinks(node).map((link) => readReference(link, text));
  if (sources.every((source) => source === undefined)) return markdown;
  const addresses = listLinks(parseSegment(shown, { footnotes: [], allowHtml: true })).map((link) =>
    addressOf(link, shown),
  );
  if (addresses.length !== sources.length) return markdown;
  const byAddress = new Map<string, (LabelledLink | undefined)[]>();
  for (const [index, address] of addresses.entries()) {
    if (address !== undefined) byAddress.set(address, [...(byAddress.get(address) ?? []), sources[index]]);
  }
  const links = listLinks(parseSegment(markdown, { footnotes: [], allowHtml: true }));
  return applySplices(
    markdown,
    links.flatMap((link): Splice[] => {
      const { whole } = findDestination(link, markdown) ?? {};
      const known = byAddress.get(addressOf(link, markdown) ?? '');
      const reference = known && known.length > 1 ? known.shift() : known?.[0];
      if (!whole || !reference) return [];
      const start = (link.position?.start.offset ?? 0) + (link.type === 'image' ? '!['.length : '['.length);
      return [
        {
          ...whole,
          text: writeReference(reference, markdown.slice(start, whole.start), markdown[whole.end]),
        },
      ];
    }),
  );
}

function listLinks(node: Nodes): (Link | Image)[] {
  const links: (Link | Image)[] = [];
  visitParents(node, (each) => {
    if (each.type === 'link' || each.type === 'image') links.push(each);
  });
  return links;
}

/** Kind and address as they are written, with the title. */
function addressOf(link: Link | Image, text: string): string | undefined {
  const { whole } = findDestination(link, text) ?? {};
  return whole && link.type + text.slice(whole.start, whole.end);
}

function readReference({ position }: Link | Image, text: string): LabelledLink | undefined {
  const raw = text.slice(position?.start.offset, position?.end.offset);
  const last = lastBrackets.exec(raw);
  if (!last) return undefined;
  const [, label = ''] = last;
  if (label !== '') return { form: last.index > 1 ? 'full' : 'shortcut', label: joinBlanks(label) };
  const [, words = ''] = lastBrackets.exec(raw.slice(0, last.index)) ?? [];
  return { form: 'collapsed', label: joinBlanks(words) };
}

/**
 * What stands behind the words of a link.
 *
 * @param next the character after the link, with which a bracket alone might begin something else
 */
function writeReference({ form, label }: LabelledLink, words: string, next = ''): string {
  if (form === 'full' || fold(words) !== fold(label)) return `][${label}]`;
  return form === 'collapsed' || '[(:'.includes(next || ' ') ? '][]' : ']';
}

/** As in https://spec.commonmark.org/0.31.2/#matches. */
function fold(label: string): string {
  return joinBlanks(label).trim().toLowerCase().toUpperCase();
}

function joinBlanks(label: string): string {
  return label.replace(/\s+/g, ' ');
}
