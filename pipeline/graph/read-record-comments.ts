import { isMap, isSeq, type Node } from 'yaml';
import type { Location, Remark, SourceFile } from '../model.ts';
import { readYaml, type YamlSource } from '../project/yaml-source.ts';
import { listComments } from '../values/list-comments.ts';

/** A comment in a file of records, and the lines that it stands beside. */
export interface RecordComment {
  remark: Remark;
  isBeside: (place: Location) => boolean;
  /** Whether it is in a file that all publications share; false unless given. */
  isShared?: boolean;
}

/** What is looked for, before a file is read once more. */
const allowing = /#\s*allow/i;

/**
 * The comments of records that may allow a finding. One at the end of a line stands beside what begins or ends there; one on a line
 * of its own beside what begins on the next line that is no comment: a property or a text whole, of a record only its name.
 */
export function readRecordComments(files: readonly SourceFile[]): RecordComment[] {
  return files.filter(({ text }) => allowing.test(text)).flatMap(readFile);
}

function readFile(file: SourceFile): RecordComment[] {
  const { value: source } = readYaml(file);
  const lines = file.text.split('\n');
  const ends = source.root ? endsByLine(source.root, source) : new Map<number, number>();
  return listComments(file, 'yaml').flatMap((comment): RecordComment[] => {
    const { line, column } = comment.location.start;
    const isOwnLine = (lines[line - 1] ?? '').slice(0, column - 1).trim() === '#';
    if (!isOwnLine) {
      const isHere = ({ start, end }: Location): boolean => start.line === line || end.line === line;
      return [{ remark: comment, isBeside: (place) => place.path === file.path && isHere(place) }];
    }
    let from = line + 1;
    while (/^\s*#/.test(lines[from - 1] ?? '')) from += 1;
    const to = ends.get(from) ?? from;
    const isBelow = ({ start }: Location): boolean => start.line >= from && start.line <= to;
    return [{ remark: comment, isBeside: (place) => place.path === file.path && isBelow(place) }];
  });
}

/** By the line on which it begins where the outermost property or item ends; a record is its name only. */
function endsByLine(root: Node, { locate }: YamlSource): Map<number, number> {
  const ends = new Map<number, number>();
  const note = (first: Node, last: Node, isRecord: boolean): void => {
    const { start, end } = locate(first);
    if (!ends.has(start.line)) ends.set(start.line, isRecord ? end.line : locate(last).end.line);
  };
  const visit = (node: Node | null, isRoot: boolean): void => {
    if (isMap<Node, Node | null>(node)) {
      for (const { key, value } of node.items) {
        note(key, value ?? key, isRoot);
        visit(value, false);
      }
    } else if (isSeq<Node>(node)) {
      for (const item of node.items) {
        note(item, item, false);
        visit(item, false);
      }
    }
  };
  visit(root, true);
  return ends;
}
