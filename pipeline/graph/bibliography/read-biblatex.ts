import type { Diagnostic, Location, SourceFile, Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { startOfFile } from '../../rules/start-of-file.ts';
import { showValue } from '../../values/json-value.ts';
import type { BibliographicItem } from './bibliographic-item.ts';
import { type BiblatexConverter, createBiblatexConverter } from './convert-biblatex.ts';
import { createPlaces, type Places } from './create-places.ts';
import { inheritFields } from './inherit-fields.ts';
import { type BiblatexEntry, type BiblatexMistake, scanBiblatex } from './scan-biblatex.ts';

/** Entries that hold fields for others, or join others, and are no works. */
const helpers: ReadonlySet<string> = new Set(['set', 'xdata']);

/**
 * Reads BibTeX and BibLaTeX. A mistake costs the entry that has it, and no other.
 * Findings: bibliography-is-well-formed, bibliography-is-kept-whole, yaml-key-is-unique.
 */
export function readBiblatex(file: SourceFile): Staged<BibliographicItem[]> {
  const diagnostics: Diagnostic[] = [];
  const place = createPlaces(file);
  const converter = createBiblatexConverter();
  const { entries, mistakes } = scanBiblatex(file.text, converter.macros);
  for (const mistake of mistakes) diagnostics.push(tellMistake(mistake, place));
  if (entries.length === 0 && mistakes.length === 0) {
    diagnostics.push(diagnose('bibliography-is-well-formed', startOfFile(file.path), { context: 'empty' }));
  }
  for (const { type, key, start, end } of entries) {
    if (type !== 'set') continue;
    const values = { context: 'set', found: showValue(key) };
    diagnostics.push(diagnose('bibliography-is-kept-whole', place(start, end), values));
  }
  const byKey = new Map<string, BiblatexEntry>();
  for (const entry of entries) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  const value = entries
    .filter(({ type }) => !helpers.has(type))
    .map((entry) => readEntry(entry, byKey, converter, place, diagnostics));
  return { value, diagnostics };
}

function tellMistake({ problem, found, start, end }: BiblatexMistake, place: Places): Diagnostic {
  const location = place(start, end);
  if (problem === 'twice') return diagnose('yaml-key-is-unique', location, { key: found });
  return diagnose('bibliography-is-well-formed', location, { context: problem, found: showValue(found) });
}

function readEntry(
  entry: BiblatexEntry,
  byKey: ReadonlyMap<string, BiblatexEntry>,
  converter: BiblatexConverter,
  place: Places,
  diagnostics: Diagnostic[],
): BibliographicItem {
  const inheritance = inheritFields(entry, byKey);
  const head = place(entry.start, entry.end);
  for (const { field, found } of inheritance.lost) {
    const location = place(field.start, field.end);
    diagnostics.push(diagnose('bibliography-is-well-formed', location, { context: 'parent', found }));
  }
  const placeOf = (name: string): Location => {
    const field = inheritance.entry.fields.get(name);
    return field ? place(field.start, field.end) : head;
  };
  const { csl, sources, unreadable, lost } = converter.convert(inheritance);
  for (const name of unreadable) {
    const found = showValue(inheritance.entry.fields.get(name)?.value);
    const values = { context: 'latex', field: name, found };
    diagnostics.push(diagnose('bibliography-is-well-formed', placeOf(name), values));
  }
  for (const [name, found] of lost) {
    const values = { context: 'field', field: name, found };
    diagnostics.push(diagnose('bibliography-is-kept-whole', placeOf(name), values));
  }
  if (!converter.knows(entry.type)) {
    const values = { context: 'type', variable: 'type', found: `@${entry.type}` };
    diagnostics.push(diagnose('bibliography-is-kept-whole', head, values));
  }
  return {
    csl,
    locate: (variable) => {
      const source = sources.get(variable);
      return source ? place(source.start, source.end) : head;
    },
    quote: (variable) => showValue(sources.get(variable)?.value ?? ''),
  };
}
