import type { Diagnostic, Location, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { LocatedValue } from './located-value.ts';
import { type PlaceOffsets, placeInText } from './place-in-text.ts';
import { type JsonMember, type JsonNode, jsonNestingMax, readJsonText } from './read-json-text.ts';

/**
 * Reads a file of one JSON value, or a line of JSON Lines.
 * Findings: json-is-well-formed, yaml-key-is-unique.
 *
 * @param name what findings call the value
 * @param before lines of the file before the text
 */
export function readJsonValue(
  { path, text }: SourceFile,
  { name, before = 0 }: { name: string; before?: number },
): Staged<LocatedValue[]> {
  const place = placeInText(path, text, before);
  const { root, mistake, doubled } = readJsonText(text);
  const diagnostics = doubled.map(({ key, first, second }) => {
    const related = [{ location: placeOf(first, place), role: 'first' }];
    return diagnose('yaml-key-is-unique', placeOf(second, place), { key }, related);
  });
  if (mistake) diagnostics.push(tellMistake(mistake, text, place));
  return { value: root ? [locateIn(root, name, place)] : [], diagnostics };
}

function tellMistake(
  { context, offset }: { context: string; offset: number },
  text: string,
  place: PlaceOffsets,
): Diagnostic {
  const values = { context: offset >= text.trimEnd().length && context === '' ? 'end' : context };
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
