/** Whether a path is that of a schema file: of the project, of one of its publications, or of what comes with the tool. */
export function isSchemaFile(path: string): boolean {
  return /^(?:source\/[^/]+\/)?schemas\/(?!generated\/).+\.json$/.test(path);
}
