import { editionWords } from '../../edition-words.ts';
import { cldr } from '../../values/edition.ts';
import { vocabulary } from '../demo.ts';
import { contextOf, judgeAll, pairOf } from './pair-of.ts';

const finders = new Map(
  ['en-US', 'es-BO', 'es-PE', 'es-MX', 'pt-BR'].map((tag) => [
    tag,
    editionWords(tag, vocabulary, { cldr }).findValues,
  ]),
);

/** Rules that compare values, with the number of findings of each. */
export function judgeValues(sourceTag: string, source: string, targetTag: string, target: string): string[] {
  const side = (tag: string) => ({ tag, findValues: (text: string) => finders.get(tag)?.(text) ?? [] });
  const context = contextOf([sourceTag.slice(0, 2), targetTag.slice(0, 2)]);
  const both = {
    ...context,
    source: { ...context.source, ...side(sourceTag) },
    target: { ...context.target, ...side(targetTag) },
  };
  return judgeAll([pairOf(source, target)], both)
    .map(({ rule }) => rule)
    .filter((rule) => /^(?:numbers|dates|units)-/.test(rule));
}
