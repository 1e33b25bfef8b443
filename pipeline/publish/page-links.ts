import type { Link } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Edition, PageConfiguration, Recall } from '../model.ts';
import { parseSegment } from '../text/syntax.ts';
import { pagePath } from './page.ts';

/**
 * The edition of a page with its links to other pages leading to their editions in the same language. A page's link to
 * itself stays: that is how a page offers its other languages.
 */
export function localizePageLinks(
  page: PageConfiguration,
  pages: readonly PageConfiguration[],
  edition: Edition,
  recall: Recall,
): Edition {
  const addresses: [string, string][] = pages
    .filter((other) => other.path !== page.path && other.language !== edition.language)
    .map((other) => [
      relative(page.path, other.path),
      relative(page.path, pagePath(other, edition.language)),
    ]);
  const given = edition.segments.map(({ markdown }) => markdown);
  const read = [JSON.stringify(given), JSON.stringify(addresses)];
  const led = recall('links of a page', read, () => {
    const byPath = new Map(addresses);
    return given.map((markdown) => rewrite(markdown, byPath));
  });
  const segments = edition.segments.map((segment, index) => ({
    ...segment,
    markdown: led[index] ?? segment.markdown,
  }));
  return { ...edition, segments };
}

/** Exchanges addresses in a segment's Markdown, which is read by itself: the document may have it on several lines. */
function rewrite(given: string, addresses: ReadonlyMap<string, string>): string {
  let markdown = given;
  const links: Link[] = [];
  visitParents(
    parseSegment(markdown, { footnotes: [], allowHtml: true }),
    'link',
    (link) => void links.push(link),
  );
  for (const link of links.reverse()) {
    const [path = '', fragment] = link.url.split('#', 2);
    const address = addresses.get(path);
    const end = link.position?.end.offset;
    if (address === undefined || end === undefined) continue;
    const at = markdown.lastIndexOf(link.url, end);
    if (at < 0) continue;
    const url = fragment === undefined ? address : `${address}#${fragment}`;
    markdown = markdown.slice(0, at) + url + markdown.slice(at + link.url.length);
  }
  return markdown;
}

/** Relative address from one file of the project to another. */
function relative(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
