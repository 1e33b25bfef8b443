import type { Rewritten, ThreeLinks } from './texts.ts';

/**
 * The end of a link of the translation, "](address "title")", when the source's address or title has changed; `text` is
 * undefined where it stays as typed. A title that the translator left out stays out, one that the translator
 * wrote in other words stays as it is.
 */
export function writeAddress({ old, fresh, site }: ThreeLinks): Rewritten {
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
