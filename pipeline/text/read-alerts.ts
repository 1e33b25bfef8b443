import type { Blockquote, Nodes, Paragraph, Root, Text } from 'mdast';
import type { Diagnostic, TextRange } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { likelyNames } from '../rules/likely-names.ts';
import { skipPrefix } from './join-lines.ts';
import type { Locator } from './locator.ts';
import { visitBlocks } from './visit-blocks.ts';

/** What GitHub draws as a coloured box (https://docs.github.com/get-started/writing-on-github, “Alerts”). */
export const alertNames = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'] as const;

type AlertName = (typeof alertNames)[number];

declare module 'mdast' {
  interface BlockquoteData {
    /** The quotation is none, but an alert; its mark is no part of its words. */
    alert?: AlertName;
  }
}

const mark = /^\[!(\p{L}[\p{L} _-]*)\]/u;

/**
 * Takes the marks of alerts (`> [!NOTE]` on a line of its own) out of the words and tells the quotations what they are. Changes
 * the tree in place. Findings: alert-is-known, about what is nearly such a mark.
 */
export function readAlerts(tree: Root, locator: Locator, quotationMarks: ReadonlySet<number>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visitBlocks(tree, (paragraph, parents) => {
    if (paragraph.type !== 'paragraph') return;
    const [first] = paragraph.children;
    const start = first?.position?.start.offset;
    if (first?.type !== 'text' || start === undefined) return;
    const [found, name = ''] = mark.exec(locator.text.slice(start, start + first.value.length)) ?? [];
    if (found === undefined) return;
    const at: Mark = { paragraph, first, parents, name, range: { start, end: start + found.length } };
    const context = findFault(at, locator.text);
    if (context === undefined) takeOut(at, locator, quotationMarks);
    else diagnostics.push(report(at, context, locator));
  });
  return diagnostics;
}

/** A mark, and where it stands. */
interface Mark {
  paragraph: Paragraph;
  first: Text;
  parents: readonly Nodes[];
  name: string;
  range: TextRange;
}

/** Why GitHub shows a mark as words; undefined where it does not. */
function findFault(mark: Mark, text: string): 'name' | 'place' | 'line' | 'empty' | undefined {
  const quotation = quotationOf(mark);
  if (!quotation || mark.parents.length > 2) return 'place';
  if (!isAlertName(mark.name)) return 'name';
  if (/[^ \t\r\n]/.test(/^.*/.exec(text.slice(mark.range.end))?.[0] ?? '')) return 'line';
  const isAlone = quotation.children.length === 1 && !/[\r\n]/.test(mark.first.value.trimEnd());
  return isAlone && mark.paragraph.children.length === 1 ? 'empty' : undefined;
}

/** The quotation that a mark begins. */
function quotationOf({ paragraph, parents }: Mark): Blockquote | undefined {
  const parent = parents.at(-1);
  return parent?.type === 'blockquote' && parent.children[0] === paragraph ? parent : undefined;
}

function isAlertName(name: string): name is AlertName {
  return (alertNames as readonly string[]).includes(name);
}

function report(mark: Mark, context: string, locator: Locator): Diagnostic {
  const likely = likelyNames(mark.name.toUpperCase(), alertNames, 1)[0];
  const expected = likely ? `[!${likely}]` : alertNames.map((name) => `[!${name}]`).join(', ');
  const values = { context, expected, found: `[!${mark.name}]` };
  return diagnose('alert-is-known', locator.range(mark.range.start, mark.range.end), values);
}

function takeOut(mark: Mark, locator: Locator, quotationMarks: ReadonlySet<number>): void {
  const { paragraph, first, name, range } = mark;
  const quotation = quotationOf(mark);
  if (!quotation || !isAlertName(name)) return;
  quotation.data = { ...quotation.data, alert: name };
  const lineEnd = /\r\n?|\n|$/.exec(locator.text.slice(range.end));
  const start = skipPrefix(
    locator.text,
    range.end + (lineEnd?.index ?? 0) + (lineEnd?.[0].length ?? 0),
    quotationMarks,
  );
  first.value = first.value.replace(/^.*\n?/, '');
  if (first.value === '') paragraph.children.shift();
  else if (first.position) first.position.start = locator.range(start, start).start;
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift();
  const [begin] = paragraph.children;
  if (!begin) quotation.children.shift();
  else if (paragraph.position && begin.position) paragraph.position.start = { ...begin.position.start };
}
