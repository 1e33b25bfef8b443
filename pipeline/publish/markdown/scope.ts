import type { Nodes, PhrasingContent } from 'mdast';
import type { Edition, EntityId, Json, Language, Property, Publication } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';
import { kindOf } from '../../values/kind-of.ts';
import { createLabels, type TextInLanguage, textIn } from '../labels.ts';
import { isGap } from '../translation-status.ts';
import { findGaps, markLanguage } from './mark-language.ts';
import { text } from './nodes.ts';
import { createNotes, type Notes } from './notes.ts';
import { numberParts, type Parts } from './numbering.ts';
import type { EditionServices } from './services.ts';

/** All that the parts of one edition share; made once by writeMarkdown. */
export interface Scope extends EditionServices {
  publication: Publication;
  edition: Edition;
  language: Language;
  /** Of the source edition. */
  source: { language: Language; tag: string };
  /** Segments of the edition that show the source's words. */
  gaps: ReadonlySet<Nodes>;
  label: (id: EntityId) => string;
  /** The label, marked where it is in another language. */
  labelWords: (id: EntityId) => PhrasingContent[];
  /** A text, marked where it is in another language. */
  marked: (wording: TextInLanguage) => PhrasingContent[];
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
  const { vocabulary, t } = services;
  const source = publication.editions.find(({ isSource }) => isSource) ?? edition;
  return {
    ...services,
    ...createWords(publication, edition, source, services),
    publication,
    edition,
    source,
    gaps: findGaps(edition),
    parts: numberParts(edition, services),
    notes: createNotes(publication.graph, vocabulary, t),
  };
}

/** Language that the text of a key of the front matter is in. */
export function languageAt(key: string, { edition, language, source }: Scope): Language {
  return isGap(edition, key) ? source.language : language;
}

/**
 * The scope within a gap: what the pipeline writes into the source's words is in the source's language, or a number would
 * be read by the wrong customs. Numbers of sections and notes are the edition's.
 */
export function toSourceScope(scope: Scope): Scope {
  const { publication, source, sourceWriter } = scope;
  const edition = publication.editions.find(({ isSource }) => isSource);
  if (!edition || !sourceWriter) return scope;
  const services = { ...scope, writer: sourceWriter };
  return { ...services, ...createWords(publication, edition, source, services) };
}

type ScopeWords = Pick<
  Scope,
  | 'language'
  | 'label'
  | 'labelWords'
  | 'marked'
  | 'propertyLabel'
  | 'words'
  | 'qualifiedWords'
  | 'list'
  | 'compare'
>;

function createWords(
  publication: Publication,
  { language, tag }: { language: Language; tag: string },
  source: { language: Language },
  { vocabulary, writer }: EditionServices,
): ScopeWords {
  const find = createLabels(publication.graph, vocabulary, language, source.language);
  const label = (id: EntityId): string => find(id).text;
  const marked = (wording: TextInLanguage): PhrasingContent[] =>
    markLanguage([text(wording.text)], wording.language ?? language, { language, tag });
  const collator = new Intl.Collator(tag, { numeric: true });
  return {
    language,
    label,
    labelWords: (id) => marked(find(id)),
    marked,
    propertyLabel: (property) => textIn(property.label, language, source.language) ?? property.name,
    words: (value, property) => writer.write(bare(value, property, 'stated'), property, { label }),
    qualifiedWords: (value, property) => writer.write(bare(value, property, 'inWords'), property, { label }),
    list: new Intl.ListFormat(tag, { type: 'conjunction' }),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** Of a value with parts some: a quantity's number and unit, or these and its qualifier; what else it holds is said beside it. */
function bare(value: Json, property: Property, which: 'stated' | 'inWords'): Json {
  if (Array.isArray(value)) return value.map((item) => bare(item, property, which));
  const { composition } = kindOf(property);
  if (!composition || !isObject(value) || !(composition.stated[0] in value)) return value;
  const kept = composition[which];
  return Object.fromEntries(Object.entries(value).filter(([key]) => kept.includes(key)));
}
