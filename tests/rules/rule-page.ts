import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { SourceFile } from '../../pipeline/model.ts';

/** Files laid over the base project; those without text are taken away. */
export type Example = Map<string, string | undefined>;

/** A page of docs/rules/: the examples under its two headings. */
export interface RulePage {
  title: string;
  headings: string[];
  fails: Example[];
  passes: Example[];
}

/**
 * Reads a rule's page. A fenced block names its file in the info string ("md source/demo/article.md"); the language
 * "absent" takes the file away. A path that comes a second time under a heading begins the next example.
 */
export function readRulePage(markdown: string): RulePage {
  const page: RulePage = { title: '', headings: [], fails: [], passes: [] };
  let examples: Example[] = [];
  for (const node of unified().use(remarkParse).parse(markdown).children) {
    if (node.type === 'heading') {
      const words = node.children.map((child) => ('value' in child ? child.value : '')).join('');
      if (node.depth === 1) page.title = words;
      else page.headings.push(words);
      examples = words === 'Fails' ? page.fails : page.passes;
    } else if (node.type === 'code' && node.meta) {
      const last = examples.at(-1);
      const example = last === undefined || last.has(node.meta) ? new Map() : last;
      if (example !== last) examples.push(example);
      example.set(node.meta, node.lang === 'absent' ? undefined : `${node.value}\n`);
    }
  }
  return page;
}

/** The base project with an example over it. */
export function overlay(base: readonly SourceFile[], example: Example): SourceFile[] {
  const kept = base.filter((file) => !example.has(file.path));
  const added = [...example].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
  return [...kept, ...added];
}
