import type { Link, Nodes } from 'mdast';

/**
 * Links without words that stand within parentheses of a text, as in "(see []() and []())": the author has opened and closed them, and may
 * have put words before and behind.
 */
export function findEnclosed(segment: Nodes): Set<Nodes> {
  const enclosed = new Set<Nodes>();
  const open: Link[][] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link' && isBlank(node)) open.at(-1)?.push(node);
    else if (node.type === 'text') {
      for (const [sign] of node.value.matchAll(/[()]/g)) {
        if (sign === '(') open.push([]);
        else for (const link of open.pop() ?? []) enclosed.add(link);
      }
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(segment);
  return enclosed;
}

/** White space is no words. */
function isBlank({ children }: Link): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}
