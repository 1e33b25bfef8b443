/** How files are read that are held against schemas; JSON with comments and JSON5 are kinds of their own. */
export type FileReader = 'markdown' | 'yaml' | 'json' | 'comments' | 'json5' | 'lines' | 'csv';

const endingsOf: Record<FileReader, readonly string[]> = {
  markdown: ['md', 'markdown', 'mdx', 'qmd', 'rmd'],
  yaml: ['yaml', 'yml', 'cff'],
  json: [
    ...['json', 'geojson', 'topojson', 'jsonld', 'webmanifest', 'har', 'ipynb', 'sarif', 'gltf', 'avsc'],
  ],
  comments: ['jsonc', 'code-workspace', 'code-snippets'],
  json5: ['json5'],
  lines: ['jsonl', 'ndjson', 'jsonlines'],
  csv: ['csv', 'tsv'],
};
const endings: ReadonlyMap<string, FileReader> = new Map(
  (Object.entries(endingsOf) as [FileReader, readonly string[]][]).flatMap(([reader, own]) =>
    own.map((ending) => [ending, reader] as const),
  ),
);

/** Settings that end with .json, and that the programs they are for read with comments. */
const commented =
  /(?:^|\/)(?:[jt]sconfig(?:[.-][^/]*)?\.json|\.vscode\/[^/]*\.json|\.?devcontainer\.json|\.eslintrc\.json|\.babelrc\.json|api-extractor\.json)$/i;

/** By the name of a file; undefined where its ending says nothing. */
export function readerOfFile(path: string): FileReader | undefined {
  if (commented.test(path)) return 'comments';
  return endings.get(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
}

/**
 * By what a file holds, where its name says nothing: JSON begins with a brace or a bracket, YAML with `---`, `%YAML`, a key or an item.
 * Undefined for what is neither.
 */
export function readerOfText(text: string): FileReader | undefined {
  const start = text.replace(/^\uFEFF/, '').replace(/^(?:\s*(?:#.*)?\r?\n)+/, '');
  if (/^\s*[{[]/.test(start)) return 'json';
  return /^(?:---\s|%YAML |(?:[\w.$/@-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:\s|$)|- )/.test(start)
    ? 'yaml'
    : undefined;
}
