import type { Edit, Exchange } from './edit.ts';
import { exchangeWords } from './exchange-words.ts';
import { formOf } from './form-of.ts';
import type { MatchContext } from './match-context.ts';
import { isLink, type LinkToken, type SegmentToken } from './scan-segment.ts';
import type { Markdowns, Texts } from './texts.ts';
import { writeAddress } from './write-address.ts';

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
