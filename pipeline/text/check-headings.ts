import type { Root } from 'mdast';
import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { Locator } from './locator.ts';

/** Level of the first sections: level 1 is the title, which the front matter has. */
const firstLevel = 2;

/**
 * Holds the level of each section's heading against the one before: a section begins at level 2 or one level below its
 * parent, else its number would have holes ("1.0.1").
 * Findings: heading-level-follows.
 */
export function checkHeadings(tree: Root, locator: Locator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let before = firstLevel - 1;
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const deepest = before + 1;
    if (node.depth < firstLevel || node.depth > deepest) {
      const expected = deepest > firstLevel ? `${firstLevel}–${deepest}` : `${firstLevel}`;
      diagnostics.push(
        diagnose('heading-level-follows', locator.node(node), { expected, found: node.depth }),
      );
    }
    before = Math.max(node.depth, firstLevel - 1);
  }
  return diagnostics;
}
