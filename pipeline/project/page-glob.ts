import { createGlob } from '../values/create-glob.ts';

/** An item of `pages` that names files: a path, or a glob of paths. */
export interface PageGlob {
  /** Without the sign that takes files out. */
  glob: string;
  /** Whether it takes files out ("!docs/old/**"). */
  isExcluding: boolean;
  /** Whether it may fit several files. */
  isMany: boolean;
  fits: (path: string) => boolean;
  /** Why it can fit no page: it leads out of the project, or into what Tinkuy writes or has for publications. */
  fault: 'pageOutside' | 'pageOurs' | undefined;
}

/** Reads an item of `pages`. */
export function readPageGlob(text: string): PageGlob {
  const isExcluding = text.startsWith('!');
  const glob = text.slice(isExcluding ? 1 : 0).replace(/^(?:\.\/)+/, '');
  return { glob, isExcluding, isMany: /[*?[{]/.test(glob), fits: createGlob(glob), fault: findFault(glob) };
}

function findFault(glob: string): PageGlob['fault'] {
  if (/^\/|^[A-Za-z]:|\\|(?:^|\/)\.\.(?:\/|$)/.test(glob)) return 'pageOutside';
  return isOurs(glob) ? 'pageOurs' : undefined;
}

/** Whether a file is none that can be a page, whatever fits it: texts of publications, outputs, what npm installed. */
export function isOurs(path: string): boolean {
  return /^(?:source|dist)\/|(?:^|\/)node_modules\//.test(path);
}

/**
 * The path of the page that a file is an edition of by its name: "docs/guide.md" for "docs/guide.es.md"; undefined for any other.
 *
 * @param languages of the editions
 */
export function sourceOfPage(path: string, languages: readonly string[]): string | undefined {
  const [, stem, language] = /^(.*)\.([^./]+)\.md$/s.exec(path) ?? [];
  return stem !== undefined && language !== undefined && languages.includes(language)
    ? `${stem}.md`
    : undefined;
}

/** What every built page says of itself: the comment that it begins with, after its front matter. */
export function noticeOf(text: string): string | undefined {
  return /^<!-- tinkuy: .* -->$/m.exec(text)?.[0];
}
