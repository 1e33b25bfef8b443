import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** The usual way to write these, and what xast-util-to-xml leaves to its callers: ends of CDATA, returns. */
const references: Record<string, string> = {
  '&#x26;': '&amp;',
  '&#x3C;': '&lt;',
  '&#x22;': '&quot;',
  ']]>': ']]&gt;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 cannot hold, not even as references (https://www.w3.org/TR/xml/#charsets). */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Writes an XML document, a structural element a line, so that a diff shows what changed.
 *
 * @param mixed names of the elements that hold text: nothing is added in them
 */
export function writeXml(root: Element, mixed: ReadonlySet<string>): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const text = toXml(layOut(root, mixed, '\n'), { closeEmptyElements: true, tightClose: true });
  return `${declaration}${text.replace(/&#x(26|3C|22);|]]>|\r/g, (found) => references[found] ?? found)}\n`;
}

/** A text as XML can hold it: what it cannot is U+FFFD. */
export function writableText(text: string): string {
  return text.replace(unwritable, '\uFFFD');
}

/** A text cut at the characters that XML cannot hold: odd items are such characters. */
export function splitUnwritable(text: string): string[] {
  return text.split(new RegExp(`(${unwritable.source})`, 'u'));
}

function layOut(element: Element, mixed: ReadonlySet<string>, newline: string): Element {
  if (mixed.has(element.name) || element.children.length === 0) return element;
  const inner = `${newline}  `;
  const children = element.children.flatMap((child): ElementContent[] => [
    { type: 'text', value: inner },
    child.type === 'element' ? layOut(child, mixed, inner) : child,
  ]);
  return x(element.name, element.attributes, [...children, { type: 'text', value: newline }]);
}
