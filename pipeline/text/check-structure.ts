import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Diagnostic, Location } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { likelyNames } from '../rules/likely-names.ts';
import type { RuleId } from '../rules/rules.ts';
import { containerNames, isContainerName } from './container-syntax.ts';
import type { Locator } from './locator.ts';
import { visitNodes } from './visit-nodes.ts';

/**
 * Finds what the parser reads, but not as the author will have meant it.
 * Findings: html-is-allowed, container-is-closed, container-attribute-is-known,
 * directive-name-is-registered, footnote-is-defined, footnote-is-called, footnote-is-unique.
 */
export function checkStructure(tree: Root, locator: Locator, options: { allowHtml: boolean }): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const footnotes = new Map<string, FootnoteDefinition>();
  const calls = new Set<string>();
  const uncalled: ReturnType<typeof findUncalled> = [];
  const [hasColons, hasCalls] = [':::', '[^'].map((signs) => locator.text.includes(signs));
  const report = (rule: RuleId, node: Nodes, values: Diagnostic['values']): void => {
    diagnostics.push(diagnose(rule, locator.node(node), values));
  };

  visitNodes(tree, (node) => {
    switch (node.type) {
      case 'html':
        if (!options.allowHtml) report('html-is-allowed', node, { found: excerpt(node.value) });
        break;
      case 'containerDirective':
        diagnostics.push(...checkContainer(node, locator));
        break;
      case 'footnoteReference':
        calls.add(node.identifier);
        break;
      case 'footnoteDefinition': {
        // Labels that look alike are one to who reads them.
        const key = node.identifier.normalize('NFC');
        const first = footnotes.get(key);
        if (!first) footnotes.set(key, node);
        else {
          const related = [{ location: locator.node(first), role: 'first' }];
          const values = { label: node.label ?? node.identifier };
          diagnostics.push(diagnose('footnote-is-unique', locator.node(node), values, related));
        }
        break;
      }
      case 'text':
        if (hasColons) diagnostics.push(...checkText(node, locator));
        if (hasCalls) uncalled.push(...findUncalled(node, locator));
        break;
      default:
    }
  });
  for (const { label, location } of uncalled) {
    const key = label.normalize('NFC').toLowerCase();
    const isAlike = footnotes.has(key);
    // In other characters, such as a letter and its accent apart, a label is no other's.
    if (isAlike) calls.add(footnotes.get(key)?.identifier ?? key);
    diagnostics.push(
      diagnose('footnote-is-defined', location, { label, ...(isAlike && { context: 'letters' }) }),
    );
  }
  for (const node of footnotes.values()) {
    const { identifier } = node;
    if (!calls.has(identifier)) report('footnote-is-called', node, { label: node.label ?? identifier });
  }
  return diagnostics;
}

/** Attributes of a table that is written from the data (output/markdown/data-table.ts). */
const tableAttributes = ['of', 'rows', 'columns', 'cells'];

function checkContainer(node: ContainerDirective, locator: Locator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [start, end] = offsets(node);
  const line = /^[^\r\n]*/.exec(locator.text.slice(start, end))?.[0] ?? '';
  const location = locator.range(start, start + line.length);
  // The parser keeps this while it is asked to be verbose; later stages have no use for it.
  const data: { position?: { closing?: unknown } | undefined } = node.data ?? {};
  if (!data.position?.closing) {
    const fence = /^:+/.exec(line)?.[0] ?? ':::';
    diagnostics.push(diagnose('container-is-closed', location, { name: node.name, fence }));
  }
  delete data.position;
  // The parser's object of attributes cannot hold this one.
  if (/\{(?:[^{}]*\s)?__proto__(?:[\s=][^{}]*)?\}[ \t]*$/.test(line)) {
    const values = { context: 'name', name: node.name, found: '__proto__' };
    diagnostics.push(diagnose('container-attribute-is-known', location, values));
  }
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    if (name !== 'id' && !(node.name === 'table' && tableAttributes.includes(name))) {
      diagnostics.push(
        diagnose('container-attribute-is-known', location, { context: 'name', name: node.name, found: name }),
      );
    } else if (name === 'id' && !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value ?? '')) {
      diagnostics.push(
        diagnose('container-attribute-is-known', location, {
          context: 'id',
          name: node.name,
          found: value ?? '',
        }),
      );
    }
  }
  return diagnostics;
}

/** Text that was nearly syntax: `:::bxo`, `::: box`. */
function checkText(node: Nodes, locator: Locator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [start, end] = offsets(node);
  const source = locator.text.slice(start, end);
  for (const match of source.matchAll(/(?<=^|[\r\n][ \t>]*)(:{3,}[ \t]*)([\p{L}\p{N}_-]+)/gu)) {
    const [whole, , found = ''] = match;
    if (!isLineStart(locator.text, start + match.index)) continue;
    const likely = isContainerName(found) ? found : likelyNames(found, containerNames, 1)[0];
    // Three-letter names are within two letters of too many words.
    if (!likely || (found !== likely && found.length < 3)) continue;
    const location = locator.range(start + match.index, start + match.index + whole.length);
    diagnostics.push(diagnose('directive-name-is-registered', location, { found: whole, likely }));
  }
  return diagnostics;
}

/** Calls of footnotes that the parser left as text, for it knows no note of that label. */
function findUncalled(node: Nodes, locator: Locator): { label: string; location: Location }[] {
  const [start, end] = offsets(node);
  const source = locator.text.slice(start, end);
  return [...source.matchAll(/(?<!\\)\[\^([^\]\s[]+)\](?!\()/g)].map(({ 0: call, 1: label = '', index }) => ({
    label,
    location: locator.range(start + index, start + index + call.length),
  }));
}

function isLineStart(text: string, offset: number): boolean {
  return /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, offset - 200), offset));
}

function offsets(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/** Longest piece of an author's text in a message, in UTF-16 code units. */
const excerptMax = 40;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > excerptMax ? `${line.slice(0, excerptMax)}…` : line;
}
