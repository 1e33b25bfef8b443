import type { Json, JsonObject } from '../../model.ts';
import { getKey } from '../../values/json-value.ts';
import { dateVariables, nameVariables, textVariables } from './csl-variables.ts';

/** "original-date: 1900", "Original Date: 1900" or "{:original-date: 1900}". */
const lineForm = /^(?:\{:)?([A-Za-z][A-Za-z_ -]*):\s*(.+?)\}?$/;

/**
 * Variables that lines of a note give, as Zotero's field Extra does for what Zotero has no field for
 * (https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra). What the item has itself stands,
 * but for the date of publication and the type, for which Zotero lets the note decide. Other lines stay the note.
 */
export function readExtra(item: JsonObject): JsonObject {
  const note = getKey(item, 'note');
  if (typeof note !== 'string' || !note.includes(':')) return item;
  const found: JsonObject = {};
  const names = new Map<string, Json[]>();
  const rest = note.split('\n').filter((line) => {
    const [, label = '', value = ''] = lineForm.exec(line.trim()) ?? [];
    const variable = variableOf(label);
    if (variable === undefined || (getKey(item, variable) !== undefined && variable !== 'issued'))
      return true;
    if (nameVariables.has(variable)) names.set(variable, [...(names.get(variable) ?? []), readName(value)]);
    else found[variable] = value.trim();
    return false;
  });
  if (names.size === 0 && Object.keys(found).length === 0) return item;
  const { note: _, ...others } = item;
  const left = rest.join('\n').trim();
  return { ...others, ...found, ...Object.fromEntries(names), ...(left === '' ? {} : { note: left }) };
}

/** The variable of CSL that a line's label names: as CSL writes it, or with spaces and capitals. */
function variableOf(label: string): string | undefined {
  const plain = label.trim().toLowerCase().replaceAll(' ', '-');
  for (const candidate of [label.trim(), plain, plain.toUpperCase()]) {
    if (nameVariables.has(candidate) || dateVariables.has(candidate) || textVariables.has(candidate))
      return candidate;
  }
  return undefined;
}

/** "Doe || Jane" is a family and a given name, anything else a name as a whole. */
function readName(text: string): Json {
  const [family = '', given] = text.split('||').map((part) => part.trim());
  return given === undefined ? { literal: family } : { family, given };
}
