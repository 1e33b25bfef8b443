import type { EntityId, Glossary, Language, PropertyPath, Segment } from '../model.ts';

/** An annotation of a segment, in the order of the text. */
export type SegmentAnnotation =
  | { kind: 'entity'; entity: EntityId }
  | { kind: 'citation'; entity: EntityId; locator: string | undefined }
  /** `value` in canonical form. */
  | { kind: 'value'; entity: EntityId; path: PropertyPath; value: string }
  /** Each language's own words are the value. */
  | { kind: 'words'; entity: EntityId; path: PropertyPath }
  /** A link without words: the pipeline writes the value. */
  | { kind: 'blank'; entity: EntityId; path: PropertyPath };

/** What is known of a text beside its segments. */
export interface TranslatorContext {
  /** By index of the segment. */
  annotations: ReadonlyMap<number, SegmentAnnotation[]>;
  /** Heading of a section, in plain words, by the section's id. */
  headings: ReadonlyMap<string, string>;
  /** Plain words of a segment. */
  plain: (segment: Segment) => string;
  glossary: Glossary;
  source: Language;
}

/** Most lines about entities and values, and about terms; most characters of a line. */
const linesMax = 12;
const termsMax = 8;
const charactersMax = 160;

/**
 * What a translator should know of the segments that share an entry, one short line each: what they are and where, which
 * entities and values their links state, and which terms of the glossary stand in them.
 *
 * @param target undefined for a template
 */
export function describeSegments(
  group: Segment[],
  known: TranslatorContext,
  target: Language | undefined,
): string[] {
  const places = group.map((segment) => placeOf(segment, known.headings));
  const comments = unique(
    group.flatMap(({ index }) => known.annotations.get(index) ?? []).flatMap(listLines),
  );
  const entities = comments.flatMap((line) => (line.kind === 'entity' ? [line.entity] : []));
  const lines = comments.map((line) =>
    line.kind === 'entity' ? `entity ${line.entity}${namesOf(line.entity, known, target)}` : line.text,
  );
  const terms = target === undefined ? [] : termsOf(group, known, target, new Set(entities));
  return [
    ...bounded([...new Set(places)], linesMax),
    ...bounded([...new Set(lines)], linesMax),
    ...bounded(terms, termsMax),
  ].map(short);
}

type CommentLine = { kind: 'entity'; entity: EntityId; text: string } | { kind: 'other'; text: string };

function listLines(annotation: SegmentAnnotation): CommentLine[] {
  const { entity } = annotation;
  const other = (text: string): CommentLine => ({ kind: 'other', text });
  const subject: CommentLine = { kind: 'entity', entity, text: entity };
  switch (annotation.kind) {
    case 'entity':
      return [subject];
    case 'citation':
      return [
        other(`citation ${entity}${annotation.locator === undefined ? '' : `, ${annotation.locator}`}`),
      ];
    case 'value':
      return [subject, other(`value ${entity}#${annotation.path} = ${annotation.value}`)];
    case 'words':
      return [subject, other(`value ${entity}#${annotation.path}: your words`)];
    case 'blank':
      return [subject, other(`value ${entity}#${annotation.path}: filled in`)];
  }
}

function unique(lines: CommentLine[]): CommentLine[] {
  return [...new Map(lines.map((line) => [`${line.kind} ${line.text}`, line])).values()];
}

function placeOf({ kind, key, section }: Segment, headings: TranslatorContext['headings']): string {
  if (key !== undefined) return `front matter: ${key}`;
  const heading = kind === 'heading' ? undefined : headings.get(section);
  return heading === undefined ? kind : `${kind} in “${heading}”`;
}

function namesOf(
  entity: EntityId,
  { glossary, source }: TranslatorContext,
  target: Language | undefined,
): string {
  const names = [source, ...(target === undefined ? [] : [target])].map((language) =>
    glossary.name(entity, language),
  );
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? '' : ` = ${known.join(' → ')}`;
}

/** Terms that no annotation points out, with what the target language calls them. */
function termsOf(
  group: Segment[],
  { glossary, source, plain }: TranslatorContext,
  target: Language,
  annotated: ReadonlySet<EntityId>,
): string[] {
  if (glossary.terms.size === 0) return [];
  const texts = [...new Set(group.map(plain))];
  const lines = texts.flatMap((text) =>
    glossary.find(text, source).flatMap(({ term, label }) => {
      // A further form, such as “Peruvian”, is not what the name would be written for.
      if (annotated.has(term.entity) || label.role === 'form') return [];
      // What is abbreviated here is so there, if the language has an acronym of its own.
      const acronym =
        label.role === 'acronym' && term.labels.get(target)?.find(({ role }) => role === 'acronym');
      const name = acronym ? acronym.text : glossary.name(term.entity, target);
      return name === undefined ? [] : [`term ${label.text} → ${name}`];
    }),
  );
  return [...new Set(lines)];
}

function bounded(lines: string[], max: number): string[] {
  return lines.length <= max ? lines : [...lines.slice(0, max), `… ${lines.length - max} more`];
}

/** Printable ASCII with single blanks between words, as most lines are. */
const isSpaced = /^[!-~]+(?: [!-~]+)*$/;

/** In one line, for a line feed would end the comment. */
function short(line: string): string {
  const spaced = isSpaced.test(line) ? line : line.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  // A string has at least as many code units as characters.
  if (spaced.length <= charactersMax) return spaced;
  const characters = [...spaced];
  return characters.length <= charactersMax
    ? characters.join('')
    : `${characters.slice(0, charactersMax - 1).join('')}…`;
}
