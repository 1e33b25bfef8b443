import type {
  BlockContent,
  Heading,
  Html,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  Text,
} from 'mdast';

export function text(value: string): Text {
  return { type: 'text', value };
}

export function strong(...children: PhrasingContent[]): Strong {
  return { type: 'strong', children };
}

export function link(url: string, ...children: PhrasingContent[]): Link {
  return { type: 'link', url, children };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: mergeTexts(children) };
}

/** Raw HTML; only ever our own tags, never an author's text. */
export function html(value: string): Html {
  return { type: 'html', value };
}

/** Place that links lead to. `id` holds letters, digits, "-", "_" and "." only. */
export function anchor(id: string): Html {
  // Nearly all have letters of ASCII alone, of which this is known sooner.
  const written = /^[\w.-]*$/.test(id) ? id : id.replace(/[^\p{L}\p{N}_.-]/gu, '');
  return html(`<span id="${written}"></span>`);
}

export function heading(depth: number, ...children: PhrasingContent[]): Heading {
  return { type: 'heading', depth: Math.min(depth, 6) as Heading['depth'], children };
}

export function bulletList(items: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children: items };
}

export function listItem(...children: BlockContent[]): ListItem {
  return { type: 'listItem', spread: false, children };
}

/** Puts `separator` between groups of nodes. */
export function joinNodes(groups: PhrasingContent[][], separator: string): PhrasingContent[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [text(separator), ...group]));
}

/** One text node in place of neighbours, so that escaping sees them whole. */
export function mergeTexts(nodes: PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = text(last.value + node.value);
    else merged.push(node);
  }
  return merged;
}
