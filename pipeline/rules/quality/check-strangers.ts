import type { Diagnostic, EntityId } from '../../model.ts';
import { nameWords } from '../../values/name-words.ts';
import { beginsSentence, isAcronym } from './find-words.ts';
import type { LinkedEntity, LinkWords } from './linked-entities.ts';
import { nameToWrite } from './name-to-write.ts';
import type { LanguageSide, QualityContext, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'mention-uses-a-known-name';

/** Letters that inflected forms of a word have in common. */
const stemLength = 4;

/**
 * Names that an entity does not have, where the other text speaks of it by a word of its names: "Patagonia" for "the
 * Council", linked to the Andean Council of Ministers. Each text may have words of its own; a name shows by its capital.
 */
export function checkStrangers(
  { entity, source, target }: LinkedEntity,
  pair: SegmentPair,
  context: QualityContext,
): Diagnostic[] {
  const names = wordsOfNames(entity, context);
  const isKnown = (link: LinkWords, side: LanguageSide): boolean => haveCommon(telling(link, side), names);
  const isStranger = (link: LinkWords, side: LanguageSide, text: string, others: string[]): boolean =>
    isName(link, text) && !haveCommon(telling(link, side), [...names, ...others]);
  const isNameOfAnother = ({ words }: LinkWords): boolean =>
    context.glossary
      .named(words, context.source.language)
      .some(({ term }) => pair.source.links.some(({ url, title }) => [url, title].includes(term.entity)));
  const known = {
    source: source.filter((link) => isKnown(link, context.source)),
    target: target.filter((link) => isKnown(link, context.target)),
  };
  const wordsOf = (links: LinkWords[], side: LanguageSide): string[] =>
    links.flatMap((link) => telling(link, side));
  const report = (link: LinkWords, values: Record<string, string>): Diagnostic[] => [
    reportInTarget(id, pair, link, { entity, ...values }),
  ];
  if (known.source.length > known.target.length) {
    const own = wordsOf(source, context.source);
    const link = target.find((each) => isStranger(each, context.target, pair.target.text, own));
    const expected = nameToWrite(
      context.glossary,
      entity,
      { text: '', role: 'name' },
      context.target.language,
    );
    return link && expected !== undefined ? report(link, { expected, found: link.words }) : [];
  }
  if (known.target.length > known.source.length) {
    const own = wordsOf(target, context.target);
    // Names of two that are exchanged are for link-stays-with-its-words.
    const link = source.find(
      (each) => isStranger(each, context.source, pair.source.text, own) && !isNameOfAnother(each),
    );
    const [other] = known.target;
    return link && other
      ? report(other, { context: 'source', expected: other.words, found: link.words })
      : [];
  }
  return [];
}

/** Words of all that an entity is called, in whatever language. */
function wordsOfNames(entity: EntityId, { glossary, source, target }: QualityContext): string[] {
  const small = new Set([...(source.habits.functionWords ?? []), ...(target.habits.functionWords ?? [])]);
  const labels = [...(glossary.terms.get(entity)?.labels.values() ?? [])].flat();
  return labels.flatMap(({ text }) => nameWords(text)).filter((word) => !small.has(word));
}

function telling({ words }: LinkWords, { habits }: LanguageSide): string[] {
  return nameWords(words).filter((word) => !habits.functionWords?.includes(word));
}

/** Whether a word of each list is the same or begins or ends alike: "Bolivian" and "Bolivia", "Rat" and "Andenrat". */
function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) =>
    others.some(
      (other) =>
        one === other ||
        (one.length >= stemLength && other.startsWith(one.slice(0, stemLength))) ||
        (one.length > 2 && other.includes(one)),
    ),
  );
}

/** Whether words are a name by a capital that no beginning of a sentence gives them; an acronym has a rule of its own. */
function isName({ words, start }: LinkWords, text: string): boolean {
  if (isAcronym(words)) return false;
  const isFirst = beginsSentence(text, start) && !/;\s*$/.test(text.slice(0, start));
  return /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}/u.test(isFirst ? words.slice(1) : words);
}
