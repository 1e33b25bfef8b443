import type { Paragraph, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/** The label in brackets of a container, and its content without it. */
export function splitContainer(container: ContainerDirective): {
  label: Paragraph | undefined;
  content: ContainerDirective['children'];
} {
  const [first, ...rest] = container.children;
  return first?.type === 'paragraph' &&
    first.data &&
    'directiveLabel' in first.data &&
    first.data.directiveLabel
    ? { label: first, content: rest }
    : { label: undefined, content: container.children };
}

/** All containers in the order of the text, outer before inner. */
export function containersOf(tree: Root): ContainerDirective[] {
  const found: ContainerDirective[] = [];
  const walk = (node: RootContent | Root): void => {
    if (node.type === 'containerDirective') found.push(node);
    if ('children' in node) for (const child of node.children) walk(child as RootContent);
  };
  walk(tree);
  return found;
}
