import type { GraphIndex } from '../linked/rdf/index-graph.ts';

const oa = 'http://www.w3.org/ns/oa#';
const value = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value';

/** Some words with what stands around them. */
export interface Words {
  prefix: string;
  exact: string;
  suffix: string;
}

/** What the data says of one place in an edition. */
export interface SaidEvidence {
  /** Address of the edition. */
  source: string;
  /** Id of the block. */
  block: string;
  /** As they are written: they may be no numbers. */
  position: { start: string; end: string } | undefined;
  quotation: Words | undefined;
}

/**
 * Reads a target of evidence: an edition, and a block that one position and one quotation refine, or one of the two, or none.
 * Undefined where the data says something else.
 */
export function readEvidence(graph: GraphIndex, target: string): SaidEvidence | undefined {
  const source = only(graph, target, `${oa}hasSource`);
  const fragment = only(graph, target, `${oa}hasSelector`);
  const block = fragment && only(graph, fragment, value);
  if (source === undefined || fragment === undefined || block === undefined) return undefined;
  const refinements = objectsOf(graph, fragment, `${oa}refinedBy`);
  const having = (property: string) =>
    refinements.filter((each) => objectsOf(graph, each, oa + property).length > 0);
  const [positions, quotations] = [having('start'), having('exact')];
  const isKnown = refinements.every((each) => positions.includes(each) !== quotations.includes(each));
  if (!isKnown || positions.length > 1 || quotations.length > 1) return undefined;
  const [position, quotation] = [positions[0], quotations[0]];
  // What is said twice is no number and no quotation of the text.
  const say = (of: string, property: string) => objectsOf(graph, of, oa + property).join('\n');
  return {
    source,
    block,
    position:
      position === undefined ? undefined : { start: say(position, 'start'), end: say(position, 'end') },
    quotation:
      quotation === undefined
        ? undefined
        : {
            prefix: say(quotation, 'prefix'),
            exact: say(quotation, 'exact'),
            suffix: say(quotation, 'suffix'),
          },
  };
}

function only(graph: GraphIndex, subject: string, property: string): string | undefined {
  const [first, ...others] = objectsOf(graph, subject, property);
  return others.length === 0 ? first : undefined;
}

function objectsOf(graph: GraphIndex, subject: string, property: string): string[] {
  return graph
    .of(subject)
    .flatMap(({ predicate, object }) => (predicate.value === property ? object.value : []));
}
