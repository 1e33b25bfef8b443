import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Diagnostic, Location, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { keyText } from '../values/scalar-text.ts';

/** A YAML or JSON file as a tree that keeps every scalar as the text that stands in the file. */
export interface YamlSource {
  /** Undefined for an empty file, and for one that is not well-formed. */
  root: Node | undefined;
  /** Place of a node of this file. */
  locate: (node: Node) => Location;
  /** Place of what a path with slashes ("a/b/2") leads to under a node; the nearest ancestor's where it ends early. */
  locatePath: (from: Node, path: string) => Location;
  /** Place of a key of the map that a path leads to; the map's where it has no such key. */
  locateKey: (from: Node, path: string, key: string) => Location;
  /** As `locatePath`, by steps, which may have slashes. */
  locateMember: (from: Node, steps: readonly string[]) => Location;
  start: Location;
}

/** Deepest nesting that is read; the parser recurses, and no author nests this deep. */
export const nestingMax = 64;

/**
 * Reads YAML 1.2 with the failsafe schema: every scalar is a string, so that "54.10", "no" and "007" arrive as typed. A tag or
 * a directive would have them mean something else to other readers, and merge keys are of YAML 1.1: all are refused.
 * JSON is read too, being a subset.
 * Findings: yaml-is-well-formed, yaml-key-is-unique, yaml-has-no-anchors.
 */
export function readYaml(file: SourceFile): Staged<YamlSource> {
  const place = createYamlPlaces(file);
  const source = createSource(file, place);
  if (nestsTooDeep(file.text)) {
    const finding = diagnose('yaml-is-well-formed', source.start, { context: 'nesting', limit: nestingMax });
    return { value: source, diagnostics: [finding] };
  }
  const document = parseDocument(file.text, {
    schema: 'failsafe',
    prettyErrors: false,
    stringKeys: true,
    // The parser compares each key with every other.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const diagnostics: Diagnostic[] = findDoubledKeys(document, source.locate);
  // The first mistake only: those after it are mostly its consequences.
  const [mistake] = document.errors;
  if (mistake) {
    const context = mistakeContexts.get(mistake.code) ?? '';
    diagnostics.push(diagnose('yaml-is-well-formed', place(...mistake.pos), { context }));
  }
  diagnostics.push(...findAnchors(document, file, place, source.locate));
  if (!mistake)
    diagnostics.push(...findTags(document, file, place, source.locate), ...findDirectives(file, place));
  // A mistake may have moved what follows it.
  if (!mistake && document.contents) source.root = document.contents;
  return { value: source, diagnostics };
}

/** Gives the range between two offsets its place in the file. */
export type LocateRange = (start: number, end: number) => Location;

export function createYamlPlaces(file: SourceFile): LocateRange {
  // Filled here and not by the parser, which misses line breaks inside of a text that it cannot read.
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of file.text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (start, end) => {
    const from = lines.linePos(start);
    const to = lines.linePos(end);
    return {
      path: file.path,
      start: { line: Math.max(1, from.line), column: Math.max(1, from.col), offset: start },
      end: { line: Math.max(1, to.line), column: Math.max(1, to.col), offset: end },
    };
  };
}

/** A file whose tree is not known yet. */
function createSource(file: SourceFile, place: LocateRange): YamlSource {
  const locate = (node: Node): Location => {
    const [start, end] = node.range ?? [0, 0];
    return place(start, start + file.text.slice(start, end).trimEnd().length);
  };
  return {
    root: undefined,
    locate,
    locatePath: (from, path) => locate(findNode(from, path === '' ? [] : path.split('/'))),
    locateMember: (from, steps) => locate(findNode(from, steps)),
    locateKey: (from, path, key) => {
      const node = findNode(from, path === '' ? [] : path.split('/'));
      const pair = isMap(node) ? node.items.find((item) => keyText(item) === key) : undefined;
      return locate(isNode(pair?.key) ? pair.key : node);
    },
    start: {
      path: file.path,
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    },
  };
}

function findAnchors(
  document: Document,
  file: SourceFile,
  place: LocateRange,
  locate: YamlSource['locate'],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visit(document, {
    Alias: (_, node) => {
      diagnostics.push(diagnose('yaml-has-no-anchors', locate(node), { name: `*${node.source}` }));
    },
    Value: (_, node) => {
      if (!node.anchor) return;
      const name = `&${node.anchor}`;
      // The range of a node begins after its anchor.
      const at = file.text.lastIndexOf(name, node.range?.[0]);
      const location = at < 0 ? locate(node) : place(at, at + name.length);
      diagnostics.push(diagnose('yaml-has-no-anchors', location, { name }));
    },
  });
  return diagnostics;
}

/** Longest tag, with what may stand behind it, that is looked for before its node, in UTF-16 code units. */
const tagMax = 1000;

/** Tags that say what a node is anyway (https://yaml.org/spec/1.2.2/#101-failsafe-schema). */
const trueTags = new Map<string, (node: Node) => boolean>([
  ['!', () => true],
  ['tag:yaml.org,2002:str', isScalar],
  ['tag:yaml.org,2002:map', isMap],
  ['tag:yaml.org,2002:seq', isSeq],
]);

/** Tags, which nothing here reads, and keys that other readers replace by the members of their values. */
function findTags(
  document: Document,
  file: SourceFile,
  place: LocateRange,
  locate: YamlSource['locate'],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visit(document, {
    Value: (_, node) => {
      if (node.tag === undefined || trueTags.get(node.tag)?.(node) === true) return;
      const start = node.range?.[0] ?? 0;
      // The range of a node begins after its tag.
      const [before = '', name = ''] =
        /(!(?:<[^>]*>|\S*))(?:\s+&\S+)?\s*$/.exec(file.text.slice(Math.max(0, start - tagMax), start)) ?? [];
      const location =
        name === '' ? locate(node) : place(start - before.length, start - before.length + name.length);
      diagnostics.push(diagnose('yaml-is-well-formed', location, { context: 'tag', name: name || node.tag }));
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && key.type === 'PLAIN' && key.value === '<<')
        diagnostics.push(diagnose('yaml-has-no-anchors', locate(key), { name: '<<' }));
    },
  });
  return diagnostics;
}

/** Lines at the head that begin with %, but for that of the version which is read. */
function findDirectives({ text }: SourceFile, place: LocateRange): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; /[%#\r\n]/.test(text.charAt(at)); ) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const name = text.slice(at, end).trimEnd();
    if (name.startsWith('%') && !/^%YAML\s+1\.2(?:\s|$)/.test(name))
      diagnostics.push(
        diagnose('yaml-is-well-formed', place(at, at + name.length), { context: 'directive', name }),
      );
    at = end + 1;
  }
  return diagnostics;
}

/** Variants of the message by the parser's code (https://eemeli.org/yaml/#errors). */
export const mistakeContexts: ReadonlyMap<string, string> = new Map([
  ['BAD_DQ_ESCAPE', 'escape'],
  ['BAD_INDENT', 'indentation'],
  ['BAD_SCALAR_START', 'start'],
  ['BLOCK_AS_IMPLICIT_KEY', 'colon'],
  ['KEY_OVER_1024_CHARS', 'longKey'],
  ['MISSING_CHAR', 'sign'],
  ['MULTILINE_IMPLICIT_KEY', 'line'],
  ['MULTIPLE_DOCS', 'documents'],
  ['NON_STRING_KEY', 'key'],
  ['TAB_AS_INDENT', 'tab'],
]);

/** Every key that its map had before, with the place where it first stands. */
export function findDoubledKeys(document: Document, locate: (node: Node) => Location): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const first = new Map<string, Node>();
      for (const item of items) {
        if (!isScalar(item.key)) continue;
        const key = keyText(item);
        const earlier = first.get(key);
        if (!earlier) first.set(key, item.key);
        else {
          const related = [{ location: locate(earlier), role: 'first' }];
          diagnostics.push(diagnose('yaml-key-is-unique', locate(item.key), { key }, related));
        }
      }
    },
  });
  return diagnostics;
}

function findNode(from: Node, steps: readonly string[]): Node {
  let node = from;
  for (const step of steps) {
    let next: unknown;
    if (isMap(node)) next = node.items.find((item) => keyText(item) === step)?.value;
    else if (isSeq(node)) next = node.items[Number(step)];
    if (!isNode(next) || !next.range) return node;
    node = next;
  }
  return node;
}

/** Whether brackets or dashes nest beyond the limit; counts roughly, a line that starts at the margin starts anew. */
export function nestsTooDeep(text: string): boolean {
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
