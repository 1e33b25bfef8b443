import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ServedEntry } from './find-served.ts';

/** The page at `/`: links to the pages that are published, in the order of the manifest. */
export function listPages(
  files: readonly ServedEntry[],
  words: { language: string; title: string; nothing: string },
): string {
  const pages = files.filter(({ mediaType }) => mediaType.startsWith('text/html'));
  const items = pages.map((page) =>
    h('li', h('a', { href: `/${encodeURI(page.path)}`, hrefLang: page.language }, page.path)),
  );
  const head = h('head', [h('meta', { charSet: 'utf-8' }), h('title', words.title)]);
  const body = h('body', [h('h1', words.title), items.length > 0 ? h('ul', items) : h('p', words.nothing)]);
  return `<!doctype html>${toHtml(h('html', { lang: words.language }, [head, body]))}`;
}
