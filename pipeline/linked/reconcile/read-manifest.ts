import { visibleText } from '../../rules/report/visible-cells.ts';
import { isObject } from '../../values/json-value.ts';

/** What a service says of itself (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#service-manifest). */
export interface Manifest {
  name: string;
  /** Where the addresses of its entities begin, or a name for the kind of ids; empty where the service gives none. */
  identifierSpace: string;
  /** Address of an entity's page, with {{id}} for its id. */
  view: string | undefined;
  /** Whether ids are percent-encoded in `view`: version 0.2 asks for it, 0.1 takes them as they are. */
  encodesIds: boolean;
  /** Most questions in one request. */
  batchSize: number;
}

/** Most questions in one request; services are asked politely. */
const batchMax = 20;
const spoken = ['0.1', '0.2'];

/** Why an answer is no manifest that can be used; `versions` are those that the service speaks. */
export type NoManifest = { problem: 'form' } | { problem: 'version'; versions: string };

export function readManifest(answer: unknown): Manifest | NoManifest {
  if (!isObject(answer)) return { problem: 'form' };
  const { name, identifierSpace, view, versions, batchSize } = answer;
  // Version 0.1 has no field for it.
  const known = Array.isArray(versions) ? versions.map(String) : ['0.1'];
  if (known.length > 0 && !known.some((version) => spoken.includes(version))) {
    return { problem: 'version', versions: known.join(', ') };
  }
  const space = typeof identifierSpace === 'string' ? identifierSpace.trim() : '';
  const url = isObject(view) && typeof view.url === 'string' ? view.url.trim() : '';
  const template = url.includes('{{id}}') ? url : undefined;
  if (space === '' && template === undefined) return { problem: 'form' };
  const isNumber = typeof batchSize === 'number' && batchSize >= 1;
  return {
    name: typeof name === 'string' ? visibleText(name.replace(/\s+/g, ' ').trim()) : '',
    identifierSpace: space,
    view: template,
    encodesIds: known.includes('0.2'),
    batchSize: isNumber ? Math.min(Math.floor(batchSize), batchMax) : batchMax,
  };
}
