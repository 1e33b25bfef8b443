import { splitSegment } from '../../pipeline/translation/inline-codes.ts';
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
  const open: (LinkSite | undefined)[] = [];
  let at = 0;
  for (const piece of splitSegment(msgstr, footnotes)) {
    const [start, end] = [at, at + piece.markdown.length];
    at = end;
    if (piece.kind === 'text') {
      sites.texts.push({ start, end, link: open.findLast((link) => link !== undefined) });
      continue;
    }
    const { type, url = '', title } = piece.code;
    const isLink = type === 'link';
    const site = { start, end, wordsStart: end, wordsEnd: end, url, title };
    const link = { ...site, isStated: /^[a-z-]+:[^#]+#/.test(url), isCitation: url.startsWith('work:') };
    if (piece.kind === 'close') {
      const last = open.pop();
      if (last) Object.assign(last, { end, wordsEnd: start });
    } else if (piece.kind === 'open') {
      open.push(isLink ? link : undefined);
      if (isLink) sites.links.push(link);
    } else if (isLink) sites.links.push({ ...link, wordsStart: start + 1, wordsEnd: start + 1 });
    else if (type === 'footnoteReference') {
      sites.notes.push({ start, end, label: piece.markdown.slice(2, -1) });
    }
  }
  return sites;
}
