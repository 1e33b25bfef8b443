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
    const signs = node.type === 'text' && calls.length > 0 ? countLeading(node.value, before) : 0;
    if (signs > 0 && node.type === 'text')
      placed.push(text(node.value.slice(0, signs)), ...calls, text(node.value.slice(signs)));
    else placed.push(...calls, node);
    calls = [];
  }
  return [...placed, ...calls].filter((node) => node.type !== 'text' || node.value !== '');
}

function isCall(node: PhrasingContent): node is Marked {
  return node.type === 'marked' && node.as.kind === 'call';
}

function countLeading(value: string, signs: string): number {
  let count = 0;
  while (count < value.length && signs.includes(value.charAt(count))) count += 1;
  return count;
}
