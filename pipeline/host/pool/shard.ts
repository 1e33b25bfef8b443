import type { TextSources } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { UsageError } from '../usage-error.ts';

/** One of several parts of a project's texts: the third of ten is 3/10. */
export interface Shard {
  index: number;
  count: number;
}

/** @throws UsageError for what is none */
export function readShard(found: string): Shard {
  const [, index = '', count = ''] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(found) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index === '' || shard.index > shard.count)
    throw new UsageError('invalidValue', { option: '--shard', found, expected: '1/10, 2/10 … 10/10' });
  return shard;
}

/**
 * By its name the part that a text is in, by its place among all: parts differ by one text at most, and are the same on every machine. Pages
 * that share the words of publications are in none.
 */
export function assignShards(sources: readonly TextSources[], count: number): Map<string, number> {
  const publications = sources.filter(({ page }) => !page);
  const shared = publications.length > 0 ? publications : sources;
  const names = shared.map(({ name }) => name).sort(compareText);
  return new Map(names.map((name, place) => [name, (place % count) + 1]));
}
