import type { Heading, Paragraph, Root, TableCell } from 'mdast';
import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { type AttributeMark, findAttributes } from './find-attributes.ts';
import type { Locator } from './locator.ts';
import { slugify } from './slugify.ts';
import { visitBlocks } from './visit-blocks.ts';

/**
 * Finds attributes in braces that have no effect, in a tree whose headings have their ids: `## Words {.class}`.
 * Findings: attribute-has-an-effect.
 */
export function checkAttributes(tree: Root, locator: Locator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (!locator.text.includes('{')) return diagnostics;
  visitBlocks(tree, (node) => {
    if (node.type !== 'heading' && node.type !== 'paragraph' && node.type !== 'tableCell') return;
    const only = node.type === 'heading' ? findOnlyId(node, locator) : undefined;
    if (only) diagnostics.push(only);
    const kind = placeOf(node);
    for (const mark of findAttributes(node, locator.text, kind !== 'text')) {
      diagnostics.push(
        diagnose('attribute-has-an-effect', locator.range(mark.start, mark.end), explain(mark, kind)),
      );
    }
  });
  return diagnostics;
}

type BlockPlace = 'heading' | 'caption' | 'text';

function placeOf(node: Paragraph | Heading | TableCell): BlockPlace {
  if (node.type === 'heading') return 'heading';
  return node.data && 'directiveLabel' in node.data && node.data.directiveLabel ? 'caption' : 'text';
}

/** A heading whose words are an id, and nothing else. */
function findOnlyId(node: Heading, locator: Locator): Diagnostic | undefined {
  const { start, end } = node.position ?? {};
  if (node.children.length > 0 || start?.offset === undefined || end?.offset === undefined) return undefined;
  const match = /\{#[^{}]*\}/.exec(locator.text.slice(start.offset, end.offset));
  if (!match) return undefined;
  const at = start.offset + match.index;
  const values = { context: 'only', found: match[0] };
  return diagnose('attribute-has-an-effect', locator.range(at, at + match[0].length), values);
}

/** Which of the messages a mark gets. */
function explain({ found, isLast }: AttributeMark, place: BlockPlace): Diagnostic['values'] {
  if (place !== 'heading') return { context: place, found };
  const id = /^\{:?\s*#([^{}.=]+)\}?$/.exec(found)?.[1]?.trim();
  if (id === undefined) return { context: 'class', found };
  if (/^[a-z][a-z0-9-]*$/.test(id) && (!isLast || found.replace(/[ \t]/g, '') === `{#${id}}`))
    return { context: 'place', found };
  return { context: 'id', found, expected: `{#${slugify(id).replace(/^[^a-z]+/, '') || 'id'}}` };
}
