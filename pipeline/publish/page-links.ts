import type { Edition, Language, PageConfiguration } from '../model.ts';
import { type LeadAddress, leadMarkdown } from './lead-links.ts';
import { pagePath } from './page.ts';

/**
 * Has addresses of other pages lead to their editions in the same language. A page's link to itself stays: that is how a page offers
 * its other languages. The address stays as it is written ("./guide.md#start"), but for the language in it.
 */
export function leadToPages(
  page: PageConfiguration,
  pages: readonly PageConfiguration[],
  language: Language,
): LeadAddress {
  const others = new Map(
    pages
      .filter((other) => other.path !== page.path && other.language !== language)
      .map((other) => [other.path, other]),
  );
  return (url, written) => {
    const [path = ''] = url.split(/[?#]/, 1);
    if (!path.endsWith('.md')) return undefined;
    const other = others.get(resolvePath(page.path, decode(path)));
    if (!other) return undefined;
    const ending = pagePath({ ...other, path: '.md' }, language);
    const end = written.search(/[?#]|$/);
    // An ending that is written by character references is written anew.
    return written.slice(0, end).endsWith('.md')
      ? written.slice(0, end - '.md'.length) + ending + written.slice(end)
      : path.slice(0, -'.md'.length) + ending + url.slice(path.length);
  };
}

/** The edition of a page with its links leading elsewhere; links with a label have their address in definitions. */
export function localizePageLinks(edition: Edition, lead: LeadAddress): Edition {
  const segments = edition.segments.map((segment) => ({
    ...segment,
    markdown: leadMarkdown(segment.markdown, lead),
  }));
  return { ...edition, segments };
}

/** The file of the project that a relative address names, seen from another one; '' where it leads out. */
function resolvePath(from: string, address: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of address.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return '';
    } else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
