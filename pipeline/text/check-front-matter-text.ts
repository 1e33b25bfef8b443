import type { Nodes } from 'mdast';
import type { Diagnostic, Document, Location, Segment } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { RuleId } from '../rules/rules.ts';
import { findAttributes } from './find-attributes.ts';
import { listLabels } from './list-labels.ts';
import { listReferences } from './list-references.ts';
import { createLocator } from './locator.ts';
import { readSegment } from './syntax.ts';

/**
 * Finds HTML, attributes, links by definition, and what is too long or too deep to read, in a text of the front matter; there is
 * nothing to find in a segment of the body, whose document has been checked.
 * Findings: html-is-allowed, attribute-has-an-effect, link-is-inline, paragraph-has-bounded-length, nesting-is-shallow.
 */
export function checkFrontMatterText(document: Document, segment: Segment, allowHtml: boolean): Diagnostic[] {
  if (segment.key === undefined) return [];
  const { value, diagnostics } = readSegment(segment.markdown, {
    footnotes: [],
    definitions: listLabels(document),
    allowHtml: true,
  });
  const location = locateKey(document, segment, segment.key);
  const oversize = diagnostics.map((finding) => ({ ...finding, location }));
  const isTitle = segment.key === 'title' || segment.key === 'subtitle';
  const references = listReferences(value).map(({ position }) =>
    segment.markdown.slice(position?.start.offset, position?.end.offset),
  );
  const attributes = findAttributes(value, segment.markdown, isTitle).map(({ found }) => found);
  const report = (rule: RuleId, found: string[], context: Diagnostic['values'] = {}) =>
    reportInText(rule, found, context, document, segment.location);
  return [
    ...oversize,
    ...(allowHtml ? [] : report('html-is-allowed', listHtml(value))),
    ...report('link-is-inline', references),
    ...report('attribute-has-an-effect', attributes, { context: 'title' }),
  ];
}

function locateKey({ frontMatter }: Document, { location }: Segment, key: string): Location {
  const slash = key.lastIndexOf('/');
  const name = key.slice(slash + 1);
  const isItem = /^\d+$/.test(name);
  return (!isItem && frontMatter.locateKey?.(key.slice(0, Math.max(slash, 0)), name)) || location;
}

/** What is found is looked for in the file, for YAML folds lines; what has a line break there stands for the whole text. */
function reportInText(
  rule: RuleId,
  found: readonly string[],
  context: Diagnostic['values'],
  { path, text }: Document,
  location: Location,
): Diagnostic[] {
  const locator = createLocator(path, text);
  let from = location.start.offset ?? 0;
  return found.map((value) => {
    const start = text.slice(0, location.end.offset).indexOf(value, from);
    if (start >= 0) from = start + value.length;
    return diagnose(rule, start < 0 ? location : locator.range(start, from), { ...context, found: value });
  });
}

function listHtml(node: Nodes): string[] {
  if (node.type === 'html') return [node.value];
  return 'children' in node ? node.children.flatMap(listHtml) : [];
}
