import type { Edit, Exchange } from './edit.ts';
import { exchangeWords } from './exchange-words.ts';
import type { MatchContext } from './match-context.ts';
import { isLink, type LinkToken, type SegmentToken } from './scan-segment.ts';
import type { Markdowns, Rewritten, Texts, ThreeLinks } from './texts.ts';

export interface CodeExchange extends Exchange {
  /** Forms of codes of the translation that give way to others. */
  forms: { from: string; to: string }[];
}

/**
 * Exchanges links, notes and inline code that changed in the source text: addresses, titles, labels, and the words of
 * a link where they are a name. What the translation has more or less often than the old segment is left alone.
 */
export function exchangeCodes(texts: Texts, markdowns: Markdowns, context: MatchContext): CodeExchange {
  const partners = new Map(texts.pairs);
  const edits: Edit[] = [];
  const forms: CodeExchange['forms'] = [];
  let complete = true;
  const signOf = (token: SegmentToken, markdown: string): string => {
    if (!isLink(token)) return token.text;
    const words = markdown
      .slice(token.words.start, token.words.end)
      .replace(/\p{Nd}+(?:[.,\s]\p{Nd}+)*/gu, '0');
    return [token.text, token.title ?? '', words].join('\n');
  };
  const becomes = (token: SegmentToken): string => {
    const fresh = partners.get(token);
    return fresh ? `${formOf(fresh)}\n${signOf(fresh, markdowns.fresh)}` : '';
  };
  /** Where the translation has a code: with its title, or with another or none, as translators leave titles out. */
  const findSites = (token: SegmentToken): SegmentToken[] | undefined => {
    const counts = new Map<string, number>();
    for (const other of texts.old) count(counts, other, 1);
    for (const other of texts.translation) count(counts, other, -1);
    const isTitled = (other: SegmentToken): boolean => keyOf(other) === keyOf(token);
    const isLeft = (other: SegmentToken): boolean =>
      formOf(other) === formOf(token) && counts.get(keyOf(other)) !== 0;
    const isAlike = counts.get(keyOf(token)) === 0 ? isTitled : isLeft;
    const same = texts.old.filter(isAlike);
    const sites = texts.translation.filter(isAlike);
    return sites.length === same.length && new Set(same.map(becomes)).size === 1 ? sites : undefined;
  };
  const exchangeLink = (old: LinkToken, fresh: LinkToken, site: LinkToken): void => {
    const links = { old, fresh, site };
    const address = writeAddress(links);
    const words = exchangeWords(links, markdowns, context);
    complete &&= address.complete && words.complete;
    if (address.text !== undefined) edits.push({ start: site.words.end, end: site.end, text: address.text });
    if (words.text !== undefined) edits.push({ ...site.words, text: words.text });
  };

  for (const token of texts.old) {
    if (token.kind === 'word' || token.kind === 'number') continue;
    const fresh = partners.get(token);
    if (fresh && becomes(token) === `${formOf(token)}\n${signOf(token, markdowns.old)}`) continue;
    const sites = fresh && findSites(token);
    if (!fresh || !sites) {
      complete = false;
      continue;
    }
    for (const site of sites) {
      const isWhole = ![token, fresh, site].every((one) => isLink(one) && one.words.end < one.end);
      if (isLink(token) && isLink(fresh) && isLink(site) && !isWhole) exchangeLink(token, fresh, site);
      else edits.push({ ...site, text: markdowns.fresh.slice(fresh.start, fresh.end) });
      forms.push({ from: formOf(site), to: formOf(fresh) });
    }
  }
  return { edits, complete, forms };
}

function keyOf(token: SegmentToken): string {
  return `${formOf(token)}\n${isLink(token) ? (token.title ?? '') : ''}`;
}

function count(counts: Map<string, number>, token: SegmentToken, by: number): void {
  counts.set(keyOf(token), (counts.get(keyOf(token)) ?? 0) + by);
}

/** The form of a code as {@link import('../inline-codes.ts').InlineCode} has it; '' for words and numbers. */
export function formOf(token: SegmentToken): string {
  if (isLink(token)) return `${token.isImage ? '!' : ''}[](${token.text})`;
  if (token.kind === 'note') return `[^${token.text}]`;
  return token.kind === 'code' ? token.text : '';
}

/**
 * The end of a link of the translation, "](address "title")", when the source's address or title has changed; `text` is
 * undefined where it stays as typed. A title that the translator left out stays out, one that the translator
 * wrote in other words stays as it is.
 */
function writeAddress({ old, fresh, site }: ThreeLinks): Rewritten {
  if (old.text === fresh.text && old.title === fresh.title) return { text: undefined, complete: true };
  const isOwn = site.title !== undefined && site.title !== old.title;
  const isLeftOut = site.title === undefined && old.title !== undefined;
  const title = isOwn || isLeftOut ? site.title : fresh.title;
  const address = /^$|[\s()<>\\]/.test(fresh.text) ? `<${fresh.text}>` : fresh.text;
  const text = title === undefined ? `](${address})` : `](${address} ${quote(title)})`;
  return { text, complete: !isOwn || old.title === fresh.title };
}

/** Titles are kept as typed, escapes and all. */
function quote(title: string): string {
  const sign = ['"', "'"].find((candidate) => !title.replace(/\\./g, '').includes(candidate));
  return sign === undefined ? `(${title})` : `${sign}${title}${sign}`;
}
