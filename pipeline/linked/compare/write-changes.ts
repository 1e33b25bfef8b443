import type { Translate } from '../../project/furniture.ts';
import type { ResourceChange } from './compare-triples.ts';
import type { Counts, EntityChange, GraphChange } from './group-changes.ts';

/** How terms are shown. */
export interface ChangeWords {
  /** Words of locales/<lang>/changes.json. */
  t: Translate;
  /** A term in the syntax of N-Triples, for people. */
  show: (term: string) => string;
  /** What a resource is called; its short address where it has no label. */
  name: (iri: string) => string;
  /** The sentence above all: describeChanges. */
  note: string;
}

type State = keyof Counts;

/** A line about an entity, a part of it, or a statement. */
interface ChangeLine {
  depth: number;
  /** undefined for a remark. */
  state: State | undefined;
  text: string;
}

const signs = { added: '+', changed: '~', removed: '-' } as const;

/** The changes as lines for a terminal: an entity, and below it each statement behind "+", "~" or "-". */
export function writeChangesText(change: GraphChange, words: ChangeWords): string {
  const blocks = change.entities.map((entity) =>
    entityLines(entity, words)
      .map(({ depth, state, text }) => `${'    '.repeat(depth)}${state ? `${signs[state]} ` : ''}${text}`)
      .join('\n'),
  );
  return `${[...blocks, words.note].join('\n\n')}\n`;
}

/** The changes as Markdown, for a change log: the sentence, then a list of entities. */
export function writeChangesMarkdown(change: GraphChange, words: ChangeWords): string {
  const plain = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
  const items = change.entities.flatMap((entity) =>
    entityLines(entity, words).map(({ depth, state, text }) => {
      const told = depth === 0 ? `**${plain(text)}**` : plain(text);
      return `${'  '.repeat(depth)}- ${told}${state ? ` (${words.t(`changes:state.${state}`)})` : ''}`;
    }),
  );
  return `${[words.note, ...(items.length > 0 ? [items.join('\n')] : [])].join('\n\n')}\n`;
}

/** The changes as JSON, complete. */
export function writeChangesJson(change: GraphChange, { note, name }: ChangeWords): string {
  const slim = ({ iri, state, added, changed, removed }: ResourceChange) => ({
    iri,
    state,
    added: added.map(({ predicate, object }) => ({ predicate, object })),
    changed: changed.map(({ predicate, from, to }) => ({ predicate, from, to })),
    removed: removed.map(({ predicate, object }) => ({ predicate, object })),
  });
  const entities = change.entities.map((entity) => ({
    label: name(entity.iri),
    ...slim(entity),
    parts: entity.resources.map(slim),
  }));
  return `${JSON.stringify({ note, summary: change.summary, entities }, null, 2)}\n`;
}

function entityLines(entity: EntityChange, words: ChangeWords): ChangeLine[] {
  const told = entity.resources.filter(isTold);
  const count = entity.resources
    .filter((part) => !isTold(part))
    .reduce((sum, { added, changed, removed }) => sum + added.length + changed.length + removed.length, 0);
  const rest = { depth: 1, state: undefined, text: words.t('changes:evidence', { count }) };
  return [
    ...resourceLines(entity, 0, words),
    ...told.flatMap((part) => resourceLines(part, 1, words)),
    ...(count > 0 ? [rest] : []),
  ];
}

function resourceLines(
  { iri, state, added, changed, removed }: ResourceChange,
  depth: number,
  { show, name }: ChangeWords,
): ChangeLine[] {
  const below = (state: State, predicate: string, text: string): ChangeLine => ({
    depth: depth + 1,
    state,
    text: `${name(predicate)}: ${text}`,
  });
  return [
    { depth, state, text: name(iri) },
    ...changed.map(({ predicate, from, to }) => below('changed', predicate, `${show(from)} → ${show(to)}`)),
    ...added.map(({ predicate, object }) => below('added', predicate, show(object))),
    ...removed.map(({ predicate, object }) => below('removed', predicate, show(object))),
  ];
}

/** Where a text says something moves with every word before it: such statements are only counted. */
function isTold({ added, changed, removed }: ResourceChange): boolean {
  return ![...added, ...changed, ...removed].every(
    ({ predicate }) => predicate.startsWith(annotation) || evidence.has(predicate),
  );
}

const annotation = 'http://www.w3.org/ns/oa#';
const evidence: ReadonlySet<string> = new Set([
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#object',
  'http://www.w3.org/ns/prov#wasQuotedFrom',
  'http://purl.org/dc/terms/conformsTo',
]);
