import type { Document, Location } from '../../model.ts';
import type { Commented } from '../quality/allowances.ts';

/** `[//]: # (words)`, what Markdown has for a comment; alone on its line. */
const comment = /^\[\/\/\]: # (?:\((.*)\)|"(.*)"|'(.*)')[ \t]*$/;

/** The comments of a text that may allow a finding: each stands beside the block below it, to the next empty line. */
export function readComments({ path, text }: Document): Commented[] {
  const lines = text.split(/\r\n?|\n/);
  return lines.flatMap((line, index): Commented[] => {
    const [, ...words] = comment.exec(line) ?? [];
    const said = words.find((each) => each !== undefined);
    if (said === undefined) return [];
    let first = index + 1;
    while (first < lines.length && (lines[first]?.trim() === '' || comment.test(lines[first] ?? '')))
      first += 1;
    let last = first;
    while (last < lines.length && lines[last]?.trim() !== '') last += 1;
    const column = line.indexOf(said) + 1;
    const point = (at: number) => ({ line: index + 1, column: at });
    const location: Location = { path, start: point(column), end: point(column + said.length) };
    const isBeside = (place: Location) =>
      place.path === path && place.start.line > first && place.start.line <= last;
    return [{ remark: { text: said, location }, isBeside }];
  });
}
