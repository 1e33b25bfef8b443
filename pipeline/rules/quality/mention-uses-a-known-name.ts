import type { Diagnostic, EntityId, NamedTerm, TermLabel } from '../../model.ts';
import { checkStrangers } from './check-strangers.ts';
import { type LinkedEntity, type LinkWords, linkedEntities } from './linked-entities.ts';
import { nameToWrite } from './name-to-write.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'mention-uses-a-known-name';

/**
 * Where the source links the name of an entity, the translation links a name of the same entity; also where it links
 * another by that name ("Ecuador" for the border with it). Where the source has words of its own, so may the
 * translation, but not the name of something else: neither that of another entity, nor one that has no word of any name
 * of this one where the other text has ("the Council" for "the Andean Council").
 */
export const mentionUsesAKnownName: QualityRule = {
  id,
  check: (pair, context) => {
    const all = linkedEntities(pair, context.glossary);
    return all.flatMap((linked) => {
      const found = checkEntity(linked, all, pair, context);
      return found.length > 0 ? found : checkStrangers(linked, pair, context);
    });
  },
};

function checkEntity(
  { entity, source, target }: LinkedEntity,
  all: LinkedEntity[],
  pair: SegmentPair,
  context: QualityContext,
): Diagnostic[] {
  const { glossary, source: own, target: other } = context;
  const named = source.flatMap((link): NamedTerm[][] => {
    const term = glossary.terms.get(entity);
    const label = glossary.match(link.words, entity, own.language);
    if (term && label) return [[{ term, label }]];
    const others = isProper(link, pair.source.text) ? glossary.named(link.words, own.language) : [];
    return others.length > 0 ? [others] : [];
  });
  const wanted = named[0]?.[0] ?? { term: { entity }, label: { text: '', role: 'name' as const } };
  const expected = nameToWrite(glossary, wanted.term.entity, wanted.label, other.language);
  if (expected === undefined) return [];
  const right = [entity, ...named.flat().map(({ term }) => term.entity)];
  const isRight = ({ words }: LinkWords): boolean =>
    right.some((one) => isLabel(glossary.match(words, one, other.language)));
  const free = target.filter((link) => !isRight(link));
  // As many of them may be free as in the source.
  let missing = named.length - (target.length - free.length);
  return free.flatMap((link) => {
    const [another] = isSame(link, source) ? [] : otherNames(link, source, context, missing > 0);
    const isSwapped =
      another !== undefined &&
      (missing > 0 || isProper(link, pair.target.text) || isNameless(another.term.entity, all, context));
    if (!isSwapped && missing <= 0) return [];
    missing -= 1;
    const values = { entity: wanted.term.entity, expected, found: link.words };
    if (!isSwapped) return [reportInTarget(id, pair, link, values)];
    return [reportInTarget(id, pair, link, { ...values, context: 'swapped', other: another.term.entity })];
  });
}

/** Whether the translation links an entity, and never by a name of it: its name has got elsewhere. */
function isNameless(entity: EntityId, all: LinkedEntity[], { glossary, target }: QualityContext): boolean {
  const links = all.filter((linked) => linked.entity === entity).flatMap((linked) => linked.target);
  return links.length > 0 && links.every(({ words }) => !glossary.match(words, entity, target.language));
}

/** Entities that the words of a link name, unless the source names one of them there too. */
function otherNames(
  { words }: LinkWords,
  source: LinkWords[],
  { glossary, source: own, target }: QualityContext,
  withForms: boolean,
): NamedTerm[] {
  const named = glossary
    .named(words, target.language)
    .filter(({ label }) => (withForms ? isLabel(label) : isName(label)));
  const present = new Set(
    source.flatMap((link) => glossary.named(link.words, own.language).map(({ term }) => term.entity)),
  );
  return named.some(({ term }) => present.has(term.entity)) ? [] : named;
}

/** Whether the source links the very same words: then the translation has not changed what they name. */
function isSame({ words }: LinkWords, source: LinkWords[]): boolean {
  return source.some((link) => link.words.toLowerCase() === words.toLowerCase());
}

/** Whether a capital shows the words to be a name, and not a common noun at the beginning of a text. */
function isProper({ words, start }: LinkWords, text: string): boolean {
  const isFirst = !/[\p{L}\p{N}]/u.test(text.slice(0, start));
  return /\p{Lu}/u.test(isFirst ? words.slice(1) : words);
}

function isLabel(label: TermLabel | undefined): boolean {
  return label !== undefined && label.role !== 'avoided';
}

function isName({ role }: TermLabel): boolean {
  return role === 'name' || role === 'alternate' || role === 'acronym';
}
