import type { Html, Nodes } from 'mdast';
import type { Diagnostic, Document, Location, Segment } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { createLocator } from './locator.ts';
import { readSegment } from './syntax.ts';

/**
 * Finds HTML, and what is too long or too deep to read, in a text of the front matter; there is nothing to find in a
 * segment of the body, whose document has been checked.
 * Findings: html-is-allowed, paragraph-has-bounded-length, nesting-is-shallow.
 */
export function checkFrontMatterText(document: Document, segment: Segment, allowHtml: boolean): Diagnostic[] {
  if (segment.key === undefined) return [];
  const { value, diagnostics } = readSegment(segment.markdown, { footnotes: [], allowHtml: true });
  const location = locateKey(document, segment, segment.key);
  const oversize = diagnostics.map((finding) => ({ ...finding, location }));
  return [...oversize, ...(allowHtml ? [] : reportHtml(listHtml(value), document, segment.location))];
}

function locateKey({ frontMatter }: Document, { location }: Segment, key: string): Location {
  const slash = key.lastIndexOf('/');
  const name = key.slice(slash + 1);
  const isItem = /^\d+$/.test(name);
  return (!isItem && frontMatter.locateKey?.(key.slice(0, Math.max(slash, 0)), name)) || location;
}

/** A tag is looked for in the file, for YAML folds lines; one that has a line break stands for the whole text. */
function reportHtml(found: Html[], { path, text }: Document, location: Location): Diagnostic[] {
  const locator = createLocator(path, text);
  let from = location.start.offset ?? 0;
  return found.map(({ value }) => {
    const start = text.slice(0, location.end.offset).indexOf(value, from);
    if (start >= 0) from = start + value.length;
    return diagnose('html-is-allowed', start < 0 ? location : locator.range(start, from), { found: value });
  });
}

function listHtml(node: Nodes): Html[] {
  if (node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(listHtml) : [];
}
