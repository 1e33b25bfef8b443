import type { EntityId } from '../model.ts';
import { propertyPathPattern } from './property-name.ts';

/** The second half of an id, as a regular expression within a larger one. */
export const slugPattern = '[a-z0-9]+(-[a-z0-9]+)*';

const idPattern = /^([a-z][a-z0-9]*):([a-z0-9]+(?:-[a-z0-9]+)*)$/;

const pathPattern = new RegExp(`^${propertyPathPattern}$`);

/** The two halves of "type:slug"; undefined for anything of another form. */
export function parseEntityId(id: EntityId): { type: string; slug: string } | undefined {
  const match = idPattern.exec(id);
  return match ? { type: match[1] ?? '', slug: match[2] ?? '' } : undefined;
}

/** The two halves of "type:slug#path" as notes name what they speak about; undefined for anything of another form. */
export function parseTarget(target: string): { id: EntityId; path: string | undefined } | undefined {
  const [id = '', path, ...rest] = target.split('#');
  const isPath = path === undefined || pathPattern.test(path);
  return parseEntityId(id) && isPath && rest.length === 0 ? { id, path } : undefined;
}
