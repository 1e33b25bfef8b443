/** How the files are read that are held against schemas, by their endings. */
export type FileReader = 'markdown' | 'yaml' | 'json' | 'lines' | 'csv';

const endings: ReadonlyMap<string, FileReader> = new Map([
  ...['md', 'markdown', 'mdx', 'qmd'].map((ending) => [ending, 'markdown'] as const),
  ...['yaml', 'yml'].map((ending) => [ending, 'yaml'] as const),
  ...['json', 'geojson', 'webmanifest'].map((ending) => [ending, 'json'] as const),
  ...['jsonl', 'ndjson'].map((ending) => [ending, 'lines'] as const),
  ...['csv', 'tsv'].map((ending) => [ending, 'csv'] as const),
]);

/** Undefined for a file that is none of those. */
export function readerOfFile(path: string): FileReader | undefined {
  return endings.get(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
}
