import type { Diagnostic, Location, SourceFile } from '../model.ts';
import { listComments } from '../values/list-comments.ts';
import { type Commented, withoutAllowed } from './quality/allowances.ts';
import { rules } from './rules.ts';

/** A comment of Markdown on one line that may allow a finding: `[//]: # (…)` or `<!-- … -->`. */
const markdownComment = /^\s*\[\/\/\]:\s*#\s*\((?<definition>.*)\)\s*$|<!--\s*(?<html>.*?)\s*-->/;
const markdown = /\.(?:md|markdown|mdx|qmd|rmd)$/i;
const yaml = /\.(?:ya?ml|cff)$/i;
const json = /\.(?:json5?|jsonc|code-workspace|code-snippets)$/i;
const fence = /^\s*(?:```|~~~)/;

/**
 * Drops the findings that are allowed beside the place they speak of, in Markdown and its front matter, in plain YAML and in JSON with comments, and tells
 * which comments are amiss. A comment at the end of a line is about that line, in Markdown about its block; one that stands alone about
 * what comes next: a block, a line and what is nested in it. Catalogs and records have rules of their own for this.
 * Findings: allowance-has-reason, allowance-names-a-rule, allowance-is-needed.
 *
 * @param isElsewhere whether comments of a file are read by somebody else
 */
export function allowInTexts(
  found: readonly Diagnostic[],
  files: readonly SourceFile[],
  isElsewhere: (path: string) => boolean,
): Diagnostic[] {
  const comments = files
    .filter(({ text, path }) => /\ballow\b/.test(text) && !isElsewhere(path))
    .flatMap(listAllowances);
  const own = found.flatMap((diagnostic) => (diagnostic.own ? [diagnostic.rule] : []));
  const ids = [...Object.keys(rules), ...own].filter((id): id is Diagnostic['rule'] => id !== '');
  return withoutAllowed(found, comments, { rules: ids, isUnknown: () => false, where: 'text' });
}

function listAllowances(file: SourceFile): Commented[] {
  if (markdown.test(file.path)) {
    const [frontMatter] = /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m.exec(file.text) ?? [''];
    const isHead = frontMatter !== '' && file.text.startsWith(frontMatter);
    return [...(isHead ? listOfLines({ ...file, text: frontMatter }, 'yaml') : []), ...listOfBlocks(file)];
  }
  if (yaml.test(file.path)) return listOfLines(file, 'yaml');
  return json.test(file.path) ? listOfLines(file, 'json') : [];
}

/** Those of a text of YAML or JSON, which are about lines. */
function listOfLines(file: SourceFile, syntax: 'yaml' | 'json'): Commented[] {
  const lines = file.text.split('\n');
  return listComments(file, syntax).flatMap((remark): Commented[] => {
    if (!/^allow\b/.test(remark.text)) return [];
    const { line, column } = remark.location.start;
    const before = (lines[line - 1] ?? '').slice(0, column - 1);
    const [first, last] = nestOf(lines, line - 1, /^\s*(?:#|\/\/|\/\*)\s*$/.test(before));
    return [{ remark, isBeside: (place) => place.path === file.path && isFrom(place, first, last) }];
  });
}

/** Those of a text of Markdown, which are about blocks. */
function listOfBlocks({ path, text }: SourceFile): Commented[] {
  const lines = text.split('\n');
  let isCode = false;
  return lines.flatMap((line, index): Commented[] => {
    if (fence.test(line)) isCode = !isCode;
    const match = isCode ? null : markdownComment.exec(line);
    const words = match?.groups?.definition ?? match?.groups?.html;
    if (!match || words === undefined || !/^allow/.test(words)) return [];
    const [first, last] = blockOf(lines, index, match[0].trim() === line.trim());
    const column = line.indexOf(words, match.index) + 1;
    const point = (at: number) => ({ line: index + 1, column: at });
    const location = { path, start: point(column), end: point(column + words.length) };
    const isBeside = (place: Location): boolean => place.path === path && isFrom(place, first, last);
    return [{ remark: { text: words, location }, isBeside }];
  });
}

function isFrom({ start }: Location, first: number, last: number): boolean {
  return start.line >= first + 1 && start.line <= last + 1;
}

/** Indexes of the first and last line of the block that a comment of Markdown is about. */
function blockOf(lines: readonly string[], index: number, isAlone: boolean): [number, number] {
  // The front matter ends with three hyphens, and a line of them is no part of a block either.
  const isEmpty = (line: string | undefined) => line === undefined || /^\s*(?:---\s*)?$/.test(line);
  const isBesideOthers =
    !isEmpty(lines[index - 1]) && index > 0 ? !markdownComment.test(lines[index - 1] ?? '') : false;
  let first = index;
  if (isAlone && !isBesideOthers) {
    first += 1;
    while (first < lines.length && (isEmpty(lines[first]) || markdownComment.test(lines[first] ?? '')))
      first += 1;
  } else {
    while (first > 0 && !isEmpty(lines[first - 1])) first -= 1;
  }
  let last = first;
  while (last + 1 < lines.length && !isEmpty(lines[last + 1])) last += 1;
  return [first, last];
}

/** Of a comment on a line of its own the next line and what is indented more; else its own line. */
function nestOf(lines: readonly string[], index: number, isAlone: boolean): [number, number] {
  if (!isAlone) return [index, index];
  const isComment = (line: string | undefined) => /^\s*(?:#|\/\/|\/\*)/.test(line ?? '');
  let first = index + 1;
  while (first < lines.length && isComment(lines[first])) first += 1;
  const depth = depthOf(lines[first]);
  let last = first;
  while (last + 1 < lines.length && (lines[last + 1]?.trim() === '' || depthOf(lines[last + 1]) > depth))
    last += 1;
  return [first, last];
}

function depthOf(line = ''): number {
  return line.length - line.trimStart().length;
}
