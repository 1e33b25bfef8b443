import type { Edition, EntityId, Json, Language, Property, Publication } from '../../model.ts';
import { createLabels, textIn } from '../labels.ts';
import { createNotes, type Notes } from './notes.ts';
import { numberParts, type Parts } from './numbering.ts';
import type { EditionServices } from './services.ts';

/** All that the parts of one edition share; made once by writeMarkdown. */
export interface Scope extends EditionServices {
  publication: Publication;
  edition: Edition;
  language: Language;
  label: (id: EntityId) => string;
  propertyLabel: (property: Property) => string;
  /** The value in words; of a quantity number and unit, as a text states them. */
  words: (value: Json, property: Property) => string;
  /** The same with a quantity's qualifier: "approximately 45 km". */
  qualifiedWords: (value: Json, property: Property) => string;
  /** Joins with the language's "and". */
  list: Intl.ListFormat;
  /** Order of the language, for labels. */
  compare: (a: string, b: string) => number;
  parts: Parts;
  notes: Notes;
}

export function createScope(publication: Publication, edition: Edition, services: EditionServices): Scope {
  const { vocabulary, writer, t } = services;
  const { language } = edition;
  const label = createLabels(publication.graph, vocabulary, language);
  const collator = new Intl.Collator(edition.tag, { numeric: true });
  return {
    ...services,
    publication,
    edition,
    language,
    label,
    propertyLabel: (property) => textIn(property.label, language) ?? property.name,
    words: (value, property) => writer.write(bare(value, false), property, { label }),
    qualifiedWords: (value, property) => writer.write(bare(value, true), property, { label }),
    list: new Intl.ListFormat(edition.tag, { type: 'conjunction' }),
    compare: (a, b) => collator.compare(a, b),
    parts: numberParts(edition, services),
    notes: createNotes(publication.graph, vocabulary, t),
  };
}

/** A quantity's number and unit, and its qualifier if asked for; what else it holds is said beside it. */
function bare(value: Json, keepsQualifier: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => bare(item, keepsQualifier));
  if (typeof value !== 'object' || value === null || !('value' in value)) return value;
  const kept = ['value', 'unit', ...(keepsQualifier ? ['qualifier'] : [])];
  return Object.fromEntries(Object.entries(value).filter(([key]) => kept.includes(key)));
}
