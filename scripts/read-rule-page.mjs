import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';

const frontMatter = /^---\n([\s\S]*?)\n---\n/;

/**
 * Reads a page of docs/rules/: what its front matter says of the rule, and the examples under its two headings.
 *
 * A fenced block of an example names its file in the info string ("md source/demo/article.md"); the language "absent"
 * takes the file away. A path that comes a second time under a heading begins the next example.
 *
 * @param {string} markdown
 * @returns {import('./read-rule-page.mjs').RulePage}
 */
export function readRulePage(markdown) {
  const [head = '', settings = ''] = frontMatter.exec(markdown) ?? [];
  const page = {
    settings: parse(settings) ?? {},
    title: '',
    headings: [],
    explanation: false,
    fails: [],
    passes: [],
    described: [],
  };
  let examples;
  for (const node of unified().use(remarkParse).parse(markdown.slice(head.length)).children) {
    const heading = page.headings.at(-1);
    if (node.type === 'heading') {
      const words = node.children.map((child) => child.value ?? '').join('');
      if (node.depth === 1) page.title = words;
      else page.headings.push(words);
      examples = words === 'Fails' ? page.fails : page.passes;
    } else if (node.type === 'code' && node.meta) {
      const last = examples?.at(-1);
      const example = last === undefined || last.has(node.meta) ? new Map() : last;
      if (example !== last) examples?.push(example);
      example.set(node.meta, node.lang === 'absent' ? undefined : `${node.value}\n`);
    } else if (heading === undefined) page.explanation = true;
    else page.described.push(heading);
  }
  return page;
}
