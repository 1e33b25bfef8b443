import type { SourceFile } from '../../pipeline/model.ts';
import type { Example } from '../../scripts/read-rule-page.mjs';

const article = /^source\/[^/]+\/article\.md$/;
const frontMatter = /^---\n[\s\S]*?\n---\n/;

/**
 * The base project with an example over it. A text that an example shows without front matter has that of the base's:
 * what is not about the front matter does not repeat it.
 */
export function overlay(base: readonly SourceFile[], example: Example): SourceFile[] {
  const [head = ''] = frontMatter.exec(base.find(({ path }) => article.test(path))?.text ?? '') ?? [];
  const kept = base.filter((file) => !example.has(file.path));
  const added = [...example].flatMap(([path, text]) => {
    if (text === undefined) return [];
    const isBare = article.test(path) && !text.startsWith('---\n');
    return [{ path, text: isBare ? `${head}\n${text}` : text }];
  });
  return [...kept, ...added];
}
