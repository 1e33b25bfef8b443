import type { FootnoteReference, Nodes } from 'mdast';
import { diagnose } from '../diagnose.ts';
import type { QualityRule } from './quality-rule.ts';

const id = 'notes-keep-their-order';

/** Notes are called in the order of the source, so that "note 3" is the same note in every edition. */
export const notesKeepTheirOrder: QualityRule = {
  id,
  check: ({ segment, source, target }) => {
    const [own, other] = [callsOf(source.node), callsOf(target.node)];
    const labels = (calls: FootnoteReference[]): string[] => calls.map(labelOf);
    // Calls that are missing or too many are parity's to report.
    if (labels(own).sort().join('\n') !== labels(other).sort().join('\n')) return [];
    const at = other.findIndex((call, index) => labelOf(call) !== labelOf(own[index] ?? call));
    const [first, expected] = [other[at], own[at]];
    if (!first || !expected) return [];
    const values = { expected: labelOf(expected), found: labelOf(first) };
    const related = [{ location: segment.location, role: 'source' }];
    return [diagnose(id, target.edition.locate(first), values, related)];
  },
};

function callsOf(node: Nodes): FootnoteReference[] {
  if (node.type === 'footnoteReference') return [node];
  return 'children' in node ? node.children.flatMap(callsOf) : [];
}

function labelOf({ label, identifier }: FootnoteReference): string {
  return label ?? identifier;
}
