import type { Definition, Link, Nodes } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Document } from '../model.ts';
import { applySplices, type Splice } from '../text/apply-splices.ts';
import { findDestination } from '../text/find-destination.ts';
import { parseSegment } from '../text/syntax.ts';

/** An address in another language: `url` is what it says, `written` how; undefined where it stays. */
export type LeadAddress = (url: string, written: string) => string | undefined;

/** Exchanges addresses in a segment's Markdown, which is read by itself: the document may have it on several lines. */
export function leadMarkdown(markdown: string, lead: LeadAddress): string {
  if (!markdown.includes('](')) return markdown;
  const node = parseSegment(markdown, { footnotes: [], allowHtml: true });
  return applySplices(markdown, leadLinks(node, markdown, lead));
}

/** What is to be exchanged for the links in a node to lead elsewhere; `text` is what it was read from. */
export function leadLinks(node: Nodes, text: string, lead: LeadAddress): Splice[] {
  const links: Link[] = [];
  visitParents(node, 'link', (link) => void links.push(link));
  return links.flatMap((link) => leadOne(link, text, lead));
}

/** What is to be exchanged for the links with a label to lead elsewhere. */
export function leadDefinitions({ definitions = [], text }: Document, lead: LeadAddress): Splice[] {
  return definitions.flatMap((definition) => leadOne(definition, text, lead));
}

function leadOne(node: Link | Definition, text: string, lead: LeadAddress): Splice[] {
  const { destination } = findDestination(node, text) ?? {};
  if (!destination) return [];
  const address = lead(node.url, text.slice(destination.start, destination.end));
  return address === undefined ? [] : [{ ...destination, text: address }];
}
