import type { Diagnostic, Location, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { JsonWriting } from './json-syntax.ts';
import type { LocatedValue } from './located-value.ts';
import { type PlaceOffsets, placeInText } from './place-in-text.ts';
import { type JsonMember, type JsonNode, jsonNestingMax, readJsonText } from './read-json-text.ts';

/**
 * Reads a file of one JSON value, or a line of JSON Lines.
 * Findings: json-is-well-formed, yaml-key-is-unique.
 *
 * @param name what findings call the value
 * @param before lines of the file before the text
 * @param writing how its JSON is written
 */
export function readJsonValue(
  { path, text }: SourceFile,
  { name, before = 0, writing = 'json' }: { name: string; before?: number; writing?: JsonWriting },
): Staged<LocatedValue[]> {
  const place = placeInText(path, text, before);
  const { root, mistake, doubled } = readJsonText(text, writing);
  const diagnostics = doubled.map(({ key, first, second }) => {
    const related = [{ location: placeOf(first, place), role: 'first' }];
    return diagnose('yaml-key-is-unique', placeOf(second, place), { key }, related);
  });
  if (mistake) diagnostics.push(tellMistake(mistake, text, { place, writing }));
  return { value: root ? [locateIn(root, name, place)] : [], diagnostics };
}

function tellMistake(
  { context, offset }: { context: string; offset: number },
  text: string,
  { place, writing }: { place: PlaceOffsets; writing: JsonWriting },
): Diagnostic {
  const isAtEnd = offset >= text.trimEnd().length && context === '';
  const values = { context: isAtEnd ? 'end' : context === '' && writing !== 'json' ? 'loose' : context };
  return diagnose('json-is-well-formed', place(offset, offset + 1), { ...values, limit: jsonNestingMax });
}

function placeOf({ start, end }: JsonMember | JsonNode, place: PlaceOffsets): Location {
  return place(start, end);
}

function locateIn(root: JsonNode, name: string, place: PlaceOffsets): LocatedValue {
  const find = (steps: readonly string[]): JsonNode => {
    let node = root;
    for (const step of steps) {
      const next = node.members?.get(step)?.node ?? node.items?.[Number(step)];
      if (!next) return node;
      node = next;
    }
    return node;
  };
  return {
    name,
    value: root.value,
    locate: (steps) => placeOf(find(steps), place),
    locateKey: (steps, key) => {
      const node = find(steps);
      return placeOf(node.members?.get(key) ?? node, place);
    },
  };
}
