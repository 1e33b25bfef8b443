import type { CslNode } from '../../model.ts';

/** How many names of a list a style prints in its reference list. */
export interface NameLimits {
  /** Fewest names of which it leaves some out; undefined where it leaves out none. */
  from: number | undefined;
  /** How many it prints of these. */
  first: number;
  /** Whether it prints the last one of them, too. */
  last: boolean;
  /** What stands in the place of names that are those of the entry before: "———". */
  substitute: string | undefined;
}

/** The elements with options for names (https://docs.citationstyles.org/en/stable/specification.html#names). */
const elements: ReadonlySet<string> = new Set(['style', 'bibliography', 'names', 'name']);

/**
 * Reads the limits that hold in the reference list of a style, in the elements and macros that it is made of. Where these differ
 * the lowest hold: a name that one of them leaves out may be missing.
 */
export function readNameLimits(style: CslNode): NameLimits {
  const nodes = nodesOf(style);
  const macros = new Map(
    nodes.flatMap((node) => (node.name === 'macro' ? [[node.attrs.name ?? '', node]] : [])),
  );
  const found: CslNode[] = [];
  const visited = new Set<string>();
  const visit = (node: CslNode): void => {
    found.push(node);
    const { macro } = node.attrs;
    if (macro !== undefined && !visited.has(macro)) {
      visited.add(macro);
      nodesOf(macros.get(macro)).forEach(visit);
    }
    nodesOf(node).forEach(visit);
  };
  const bibliography = nodes.find(({ name }) => name === 'bibliography');
  if (bibliography) visit(bibliography);
  const own = [style, ...found].filter(({ name }) => elements.has(name));
  const numbers = (option: string): number[] =>
    own.map(({ attrs }) => Number(attrs[option])).filter(Number.isFinite);
  const from = numbers('et-al-min');
  return {
    from: from.length > 0 ? Math.min(...from) : undefined,
    first: Math.max(1, Math.min(...numbers('et-al-use-first'))),
    last: own.some(({ attrs }) => attrs['et-al-use-last'] === 'true'),
    substitute: bibliography?.attrs['subsequent-author-substitute'],
  };
}

function nodesOf(node: CslNode | undefined): CslNode[] {
  return (node?.children ?? []).filter((child) => typeof child !== 'string');
}
