import { coreNamespace } from '../../graph/iri.ts';
import { addTo } from '../../values/add-to.ts';
import { compareText } from '../../values/compare-text.ts';
import type { ResourceChange } from './compare-triples.ts';
import type { UnversionedTriple } from './read-unversioned-triples.ts';

const rdfSubject = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject';
const subjectOfRecord = 'http://purl.org/dc/terms/subject';
const recordedProperty = `${coreNamespace}recordedProperty`;

/** How many of each. */
export interface Counts {
  added: number;
  changed: number;
  removed: number;
}

/** An entity with what changed of it and of its parts. */
export interface EntityChange extends ResourceChange {
  /** Statements about its parts: quantities, places in the texts. */
  parts: Counts;
  /** The parts of which something changed. */
  resources: ResourceChange[];
}

export interface GraphChange {
  entities: EntityChange[];
  summary: { entities: Counts; statements: Counts };
}

/**
 * Gathers parts with what they are parts of: an address with "#" is a part of the one without, and what says where a
 * text states something (rdf:subject), or which properties a record gives (dct:subject), is a part of what is spoken of.
 *
 * @param triples of both graphs
 */
export function groupChanges(
  changes: readonly ResourceChange[],
  triples: readonly UnversionedTriple[],
): GraphChange {
  const entities = new Set(triples.map(({ subject }) => subject));
  const records = new Set(
    triples.flatMap(({ subject, predicate }) => (predicate === recordedProperty ? [subject] : [])),
  );
  const spokenOf = new Map(
    triples.flatMap(({ subject, predicate, object }): [string, string][] =>
      predicate === rdfSubject || (predicate === subjectOfRecord && records.has(subject))
        ? [[subject, object.slice(1, -1)]]
        : [],
    ),
  );
  const groups = new Map<string, ResourceChange[]>();
  for (const change of changes) {
    const whole = (iri: string) => iri.split('#')[0] ?? '';
    const owner = whole(spokenOf.get(change.iri) ?? spokenOf.get(whole(change.iri)) ?? change.iri);
    const key = entities.has(owner) ? owner : change.iri;
    addTo(groups, key, change);
  }
  const grouped = [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([iri, all]): EntityChange => {
      const own = all.find((change) => change.iri === iri);
      const resources = all.filter((change) => change !== own);
      const empty: ResourceChange = { iri, state: 'changed', added: [], changed: [], removed: [] };
      return { ...(own ?? empty), parts: countStatements(resources), resources };
    });
  const states = (state: ResourceChange['state']) =>
    grouped.filter((entity) => entity.state === state).length;
  return {
    entities: grouped,
    summary: {
      entities: { added: states('added'), changed: states('changed'), removed: states('removed') },
      statements: countStatements(changes),
    },
  };
}

function countStatements(changes: readonly ResourceChange[]): Counts {
  const count = (key: 'added' | 'changed' | 'removed') =>
    changes.reduce((sum, change) => sum + change[key].length, 0);
  return { added: count('added'), changed: count('changed'), removed: count('removed') };
}
