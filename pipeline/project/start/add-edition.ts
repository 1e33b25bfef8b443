import { isMap, parseDocument } from 'yaml';
import type { Language } from '../../model.ts';

/**
 * tinkuy.yaml with one edition more, at the end of them; comments and order stay.
 *
 * @param threshold given where nothing is translated yet: the edition is published with its gaps marked
 * @returns undefined where the text has no editions, or has this one
 */
export function addEdition(
  text: string,
  language: Language,
  { tag, threshold }: { tag: string; threshold: number | undefined },
): string | undefined {
  const document = parseDocument(text);
  const editions = document.get('editions');
  if (document.errors.length > 0 || !isMap(editions) || editions.has(language)) return undefined;
  editions.set(language, threshold === undefined ? tag : document.createNode({ tag, threshold }));
  return document.toString({ lineWidth: 0 });
}
