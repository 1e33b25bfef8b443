import type { Translate } from '../../pipeline/project/furniture.ts';
import type { Output } from '../../pipeline/publish/outputs/output.ts';
import { outputPurpose, outputTitle } from '../../pipeline/publish/outputs/output-words.ts';

/**
 * The row of a table that tells of an output: where its files are, what it is called and what it is for.
 *
 * @param folder what paths begin with: "dist/", or nothing
 */
export function outputRow(output: Output, t: Translate, folder: string): string {
  const [first = '', ...rest] = output.files.map(({ path }) => path.replace(/\{(\w+)\}/g, hole));
  const stem = first.replace(/\.[^./]*$/, '');
  const names = [`${folder}${first}`, ...rest.map((path) => path.replace(stem, ''))];
  const paths = names.map((name) => `\`${name}\``).join(', ');
  return `| ${paths} | ${outputTitle(output, t)}: ${outputPurpose(output, t)} |`;
}

function hole(_: string, name: string): string {
  return name === 'language' ? '<lang>' : `<${name}>`;
}

/** Rows of the first table under a heading, without the head. */
export function rowsUnder(markdown: string, heading: RegExp): string[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith('#') && heading.test(line));
  const table = lines.findIndex((line, index) => index > start && line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > table && !line.startsWith('|'));
  return start < 0 ? [] : lines.slice(table + 2, end);
}
