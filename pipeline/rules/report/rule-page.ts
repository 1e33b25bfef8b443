/** What a report says of a rule itself, whatever was found. */
export interface RulePage {
  /** What should hold, as a title: "Statement agrees across editions". */
  title: string;
  /** Why, as plain text in one paragraph. */
  explanation: string;
  /** The whole page, in Markdown without links that lead elsewhere in the tool's own folder. */
  markdown: string;
}

/** Longest explanation: what code scanning shows of one, in UTF-16 code units. */
const explanationMax = 1000;

/**
 * Reads a page of docs/rules/. Its first paragraph is the explanation; its name says what should hold.
 *
 * @param rule id, in words joined by hyphens
 */
export function readRulePage(rule: string, text: string): RulePage {
  const body = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^\s*# .*\n/, '')
    .trim();
  const [before = '', ...examples] = body.split(/(?=^## )/m);
  const words = before.replace(/\[([^\]]+)\]\((?![a-z]+:)[^)]*\)/g, '$1').trim();
  const [first = ''] = words.split('\n\n');
  return {
    title: titleOf(rule),
    explanation: clip(first.replaceAll('`', '').replaceAll('\n', ' ')),
    markdown: [words, ...examples].join('\n\n'),
  };
}

/** An id says what should hold. */
export function titleOf(rule: string): string {
  const words = rule.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function clip(text: string): string {
  return text.length > explanationMax ? `${text.slice(0, explanationMax - 1).trimEnd()}…` : text;
}
