/**
 * The address of a file that a dataset was made from: a part of the dataset's, in one version or in any.
 *
 * @param path of the file in the project
 */
export function sourceAddress(dataset: string, path: string): string {
  return `${dataset}#source-${path.replace(/[^\w.-]+/g, '-')}`;
}
