import type { Diagnostic, Location, SourceFile } from '../model.ts';
import { type Commented, withoutAllowed } from './quality/allowances.ts';
import { rules } from './rules.ts';

/**
 * A comment on one line that may allow a finding: in Markdown `[//]: # (…)` or `<!-- … -->`, in YAML `# …`, in JSON with comments `// …`.
 */
const markdownComment = /^\s*\[\/\/\]:\s*#\s*\((?<definition>.*)\)\s*$|<!--\s*(?<html>.*?)\s*-->/;
const yamlComment = /(?:^|\s)#\s*(?<words>allow\b.*)$/;
const jsonComment = /(?:^|\s)\/\/\s*(?<words>allow\b.*)$/;
const fence = /^\s*(?:```|~~~)/;

/**
 * Drops the findings that are allowed beside the place they speak of, in Markdown and in plain YAML and JSON with comments, and tells
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
    .flatMap(listComments);
  const own = found.flatMap((diagnostic) => (diagnostic.own ? [diagnostic.rule] : []));
  const ids = [...Object.keys(rules), ...own].filter((id): id is Diagnostic['rule'] => id !== '');
  return withoutAllowed(found, comments, { rules: ids, isUnknown: () => false, where: 'text' });
}

function listComments({ path, text }: SourceFile): Commented[] {
  const isMarkdown = /\.(?:md|markdown)$/i.test(path);
  const comment = isMarkdown ? markdownComment : /\.ya?ml$/i.test(path) ? yamlComment : jsonComment;
  if (!isMarkdown && !/\.(?:ya?ml|json5|jsonc|json)$/i.test(path)) return [];
  const lines = text.split('\n');
  let isCode = false;
  return lines.flatMap((line, index): Commented[] => {
    if (isMarkdown && fence.test(line)) isCode = !isCode;
    const match = isCode ? null : comment.exec(line);
    const words = match?.groups?.definition ?? match?.groups?.html ?? match?.groups?.words;
    if (!match || words === undefined || !/^allow/.test(words)) return [];
    const isAlone = match[0].trim() === line.trim();
    const [first, last] = isMarkdown ? blockOf(lines, index, isAlone) : nestOf(lines, index, isAlone);
    const isBeside = (place: Location) =>
      place.path === path && place.start.line >= first + 1 && place.start.line <= last + 1;
    const column = line.indexOf(words, match.index) + 1;
    const point = (at: number) => ({ line: index + 1, column: at });
    return [
      {
        remark: { text: words, location: { path, start: point(column), end: point(column + words.length) } },
        isBeside,
      },
    ];
  });
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
  const isComment = (line: string | undefined) => /^\s*(?:#|\/\/)/.test(line ?? '');
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
