import type { Link, Nodes } from 'mdast';
import { parseSegment } from '../../pipeline/text/syntax.ts';
import type { Translation } from './open-bench.ts';

/** A link in a translation; offsets are those of its Markdown. */
export interface LinkSite {
  start: number;
  end: number;
  /** Where its words begin and end; the same where it has none. */
  wordsStart: number;
  wordsEnd: number;
  url: string;
  title: string | undefined;
  /** Whether it says a property: "type:id#property". */
  isStated: boolean;
  isCitation: boolean;
}

/** Words in a translation, and the innermost link that they stand in. */
export interface TextSite {
  start: number;
  end: number;
  link: LinkSite | undefined;
}

export interface Sites {
  links: LinkSite[];
  texts: TextSite[];
  notes: { start: number; end: number; label: string }[];
}

/** Where a translation can be corrupted. */
export function readSites({ msgstr, footnotes }: Translation): Sites {
  const sites: Sites = { links: [], texts: [], notes: [] };
  const read = (nodes: readonly Nodes[], from: number, to: number, outer: LinkSite | undefined): void => {
    let at = from;
    const addText = (end: number): void => {
      if (end > at) sites.texts.push({ start: at, end, link: outer });
    };
    for (const node of nodes) {
      if (node.type === 'text') continue;
      const [start, end] = rangeOf(node);
      addText(start);
      at = end;
      if (node.type === 'footnoteReference') {
        sites.notes.push({ start, end, label: msgstr.slice(start + 2, end - 1) });
      }
      const link = node.type === 'link' ? describe(node, start, end) : undefined;
      if (link) sites.links.push(link);
      const children: Nodes[] = 'children' in node ? node.children : [];
      const [first, last] = [children[0], children.at(-1)];
      if (!first || !last || msgstr[start] === '<') continue;
      const [inner, outside] = [rangeOf(first)[0], rangeOf(last)[1]];
      if (link) Object.assign(link, { wordsStart: inner, wordsEnd: outside });
      read(children, inner, outside, link ?? outer);
    }
    addText(to);
  };
  const { children } = parseSegment(msgstr, { footnotes, allowHtml: true });
  read(children, 0, msgstr.length, undefined);
  return sites;
}

function rangeOf({ position }: Nodes): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

/** A link as if it had no words. */
function describe({ url, title }: Link, start: number, end: number): LinkSite {
  return {
    start,
    end,
    wordsStart: start + 1,
    wordsEnd: start + 1,
    url,
    title: title || undefined,
    isStated: /^[a-z-]+:[^#]+#/.test(url),
    isCitation: url.startsWith('work:'),
  };
}
