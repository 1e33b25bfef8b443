import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Location, SourceFile, Staged } from '../model.ts';

/** A YAML or JSON file as a tree that keeps every scalar as the text that stands in the file. */
export interface YamlSource {
  /** Undefined for an empty file, and for one that is not well-formed. */
  root: Node | undefined;
  /** Place of a node of this file. */
  locate: (node: Node) => Location;
  /** Place of what a path with slashes ("a/b/2") leads to under a node; the nearest ancestor's where it ends early. */
  locatePath: (from: Node, path: string) => Location;
  start: Location;
}

/** Deepest nesting that is read; the parser recurses, and no author nests this deep. */
const nestingMax = 64;

/**
 * Reads YAML 1.2 with the failsafe schema: every scalar is a string, so that "54.10", "no" and "007" arrive as typed.
 * JSON is read too, being a subset.
 * Findings: yaml-is-well-formed, yaml-key-is-unique, yaml-has-no-anchors.
 */
export function readYaml(file: SourceFile): Staged<YamlSource> {
  const lines = new LineCounter();
  const place = (start: number, end: number): Location => {
    const from = lines.linePos(start);
    const to = lines.linePos(end);
    return {
      path: file.path,
      start: { line: Math.max(1, from.line), column: Math.max(1, from.col), offset: start },
      end: { line: Math.max(1, to.line), column: Math.max(1, to.col), offset: end },
    };
  };
  const locate = (node: Node): Location => {
    const [start, end] = node.range ?? [0, 0];
    return place(start, start + file.text.slice(start, end).trimEnd().length);
  };
  const source: YamlSource = {
    root: undefined,
    locate,
    locatePath: (from, path) => locate(findNode(from, path)),
    start: {
      path: file.path,
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    },
  };
  if (isTooDeep(file.text)) {
    const finding = diagnose('yaml-is-well-formed', source.start, { context: 'nesting', limit: nestingMax });
    return { value: source, diagnostics: [finding] };
  }
  const document = parseDocument(file.text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const diagnostics: Diagnostic[] = [];
  for (const error of document.errors) {
    const location = place(...error.pos);
    if (error.code === 'DUPLICATE_KEY') {
      diagnostics.push(diagnoseDuplicate(document.contents, error.pos[0], location, locate));
    } else {
      const context = contexts.get(error.code) ?? '';
      diagnostics.push(diagnose('yaml-is-well-formed', location, { context, problem: error.message }));
    }
  }
  visit(document, {
    Alias: (_, node) => {
      diagnostics.push(diagnose('yaml-has-no-anchors', locate(node), { name: `*${node.source}` }));
    },
    Value: (_, node) => {
      if (node.anchor)
        diagnostics.push(diagnose('yaml-has-no-anchors', locate(node), { name: `&${node.anchor}` }));
    },
  });
  // A duplicate key leaves the tree whole; any other mistake may have moved what follows it.
  const isWhole = document.errors.every((error) => error.code === 'DUPLICATE_KEY');
  if (isWhole && document.contents) source.root = document.contents;
  return { value: source, diagnostics };
}

/** Variants of the message by the parser's code (https://eemeli.org/yaml/#errors). */
const contexts: ReadonlyMap<string, string> = new Map([
  ['TAB_AS_INDENT', 'tab'],
  ['MULTIPLE_DOCS', 'documents'],
  ['NON_STRING_KEY', 'key'],
]);

function diagnoseDuplicate(
  root: Node | null,
  offset: number,
  location: Location,
  locate: (node: Node) => Location,
): Diagnostic {
  let key = '';
  let first: Node | undefined;
  let second: Node | undefined;
  visit(root, {
    Map: (_, map) => {
      // The parser places the mistake at the key, or at the line break before it.
      const index = map.items.findIndex((item) => isNode(item.key) && (item.key.range?.[0] ?? 0) >= offset);
      const pair = map.items[index];
      if (!pair) return;
      const earlier = map.items.slice(0, index).find((item) => keyText(item) === keyText(pair))?.key;
      if (!isNode(earlier) || !isNode(pair.key)) return;
      key = keyText(pair);
      first = earlier;
      second = pair.key;
      return visit.BREAK;
    },
  });
  const related = first ? [{ location: locate(first), role: 'first' }] : [];
  return diagnose('yaml-key-is-unique', second ? locate(second) : location, { key }, related);
}

/** Key of a pair as text; '' for a key that is no scalar. */
export function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Text of a scalar as it stands in the file, without quotes; undefined for a collection. */
export function scalarText(node: unknown): string | undefined {
  return isScalar(node) ? String(node.value ?? '') : undefined;
}

function findNode(from: Node, path: string): Node {
  let node = from;
  for (const step of path === '' ? [] : path.split('/')) {
    let next: unknown;
    if (isMap(node)) next = node.items.find((item) => keyText(item) === step)?.value;
    else if (isSeq(node)) next = node.items[Number(step)];
    if (!isNode(next) || !next.range) return node;
    node = next;
  }
  return node;
}

/** Whether brackets or dashes nest beyond the limit; counts roughly, a line that starts at the margin starts anew. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let dashes = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '\n') {
      dashes = 0;
      if (/[\w"']/.test(text[index + 1] ?? '')) depth = 0;
    } else if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && depth > 0) depth--;
    else if ((char === '-' || char === '?') && text[index + 1] === ' ') dashes++;
    else if (char !== ' ') dashes = 0;
    if (depth > nestingMax || dashes > nestingMax) return true;
  }
  return false;
}
