import type { PhrasingContent } from 'mdast';
import type { Marked } from './marks.ts';
import { text } from './nodes.ts';

/**
 * Words with each call of a note behind the punctuation that stands right after it, where the language has it so: "1998,¹"
 * in English and Portuguese, "1998¹," in Spanish. `before` are the signs that such a call follows.
 */
export function placeCalls(words: PhrasingContent[], before: string): PhrasingContent[] {
  const placed: PhrasingContent[] = [];
  let calls: PhrasingContent[] = [];
  for (const node of words) {
    if (isCall(node)) {
      calls.push(node);
      continue;
    }
    const [, mark = '', signs = '', rest = ''] =
      node.type === 'text' && calls.length > 0 ? splitSigns(node.value, before) : [];
    if (signs !== '') placed.push(text(mark + signs), ...calls, text(rest === '' ? '' : mark + rest));
    else placed.push(...calls, node);
    calls = [];
  }
  return [...placed, ...calls].filter((node) => node.type !== 'text' || node.value !== '');
}

function isCall(node: PhrasingContent): node is Marked {
  return node.type === 'marked' && node.as.kind === 'call';
}

/**
 * What comes before the signs at the head of a text, the signs, and the rest. Before them may stand Unicode's noncharacters, by which a
 * reader of what is written knows where a text is from: they go with both parts.
 */
function splitSigns(value: string, signs: string): string[] {
  const [mark = ''] = /^[\uFDD0-\uFDEF]*/.exec(value) ?? [];
  let end = mark.length;
  while (end < value.length && signs.includes(value.charAt(end))) end += 1;
  return [value, mark, value.slice(mark.length, end), value.slice(end)];
}
