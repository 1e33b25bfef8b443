import type { Json } from '../model.ts';

/** Visits every value inside a value and then the value itself, with its path: "" for the whole, "authors/0/name" within. */
export function visitJson(value: Json, visit: (path: string, at: Json) => void, path = ''): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      visitJson(inner, visit, path === '' ? key : `${path}/${key}`);
  }
  visit(path, value);
}
