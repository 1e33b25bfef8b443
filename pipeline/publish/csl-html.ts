import type { PhrasingContent } from 'mdast';

/** An open element and what it holds so far. */
interface Open {
  tag: string;
  href: string;
  children: PhrasingContent[];
}

/**
 * Reads the HTML that citeproc writes (i, b, sup, sub, span, div, a; the entities of its escape) into Markdown nodes.
 * Emphasis, strong and links are kept, other markup is dropped, its text stays. Never fails: what is not markup is text.
 */
export function readCslHtml(html: string): PhrasingContent[] {
  const root: Open = { tag: '', href: '', children: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? root;

  for (const [token, slash, name, attributes = ''] of html.matchAll(/<(\/?)([a-z]+)([^<>]*)>|[^<]+|</g)) {
    if (name === undefined) {
      addText(top().children, unescapeHtml(token));
    } else if (!slash) {
      stack.push({
        tag: name,
        href: unescapeHtml(/href="([^"]*)"/.exec(attributes)?.[1] ?? ''),
        children: [],
      });
    } else {
      const at = stack.findLastIndex((open) => open.tag === name);
      while (at > 0 && stack.length > at) close(stack);
    }
  }
  while (stack.length > 1) close(stack);
  return trim(root.children);
}

function close(stack: Open[]): void {
  const open = stack.pop();
  const parent = stack.at(-1);
  if (!open || !parent) return;
  if (open.tag === 'div') addText(parent.children, ' ');
  if (open.children.length === 0) return;
  if (open.tag === 'i') parent.children.push({ type: 'emphasis', children: open.children });
  else if (open.tag === 'b') parent.children.push({ type: 'strong', children: open.children });
  else if (open.tag === 'a' && open.href)
    parent.children.push({ type: 'link', url: open.href, children: open.children });
  else
    for (const child of open.children)
      child.type === 'text' ? addText(parent.children, child.value) : parent.children.push(child);
}

function addText(children: PhrasingContent[], value: string): void {
  const last = children.at(-1);
  const collapsed = value.replace(/[ \t\n]+/g, ' ');
  if (last?.type === 'text') last.value = (last.value + collapsed).replace(/ {2,}/g, ' ');
  else children.push({ type: 'text', value: collapsed });
}

function trim(children: PhrasingContent[]): PhrasingContent[] {
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return children.filter((child) => child.type !== 'text' || child.value !== '');
}

const named = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }));

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named.get(name) ?? whole;
  });
}
