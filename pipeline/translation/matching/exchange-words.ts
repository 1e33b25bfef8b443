import type { EntityId, Language, TermLabel } from '../../model.ts';
import type { MatchContext } from './match-context.ts';
import type { LinkToken } from './scan-segment.ts';
import type { Markdowns, Rewritten, ThreeLinks } from './texts.ts';

/** Signs that are markup somewhere; words with one are for a translator. */
const markup = /[\\[\]*_`<>&~|]/;
const figures = /\p{Nd}+(?:[.,\s]\p{Nd}+)*/gu;

/**
 * Words for a link of the translation whose words the source text has changed: the name of the new entity where both
 * the old words are names, or the new words where the translator had kept the old ones. Figures are left to
 * {@link import('./exchange-numbers.ts').exchangeNumbers}.
 */
export function exchangeWords(
  { old, fresh, site }: ThreeLinks,
  markdowns: Markdowns,
  { source, target, glossary }: MatchContext,
): Rewritten {
  const words = {
    old: wordsOf(old, markdowns.old),
    fresh: wordsOf(fresh, markdowns.fresh),
    site: wordsOf(site, markdowns.translation),
  };
  if (words.old.replace(figures, '0') === words.fresh.replace(figures, '0')) {
    return { text: undefined, complete: true };
  }
  if (markup.test(words.site + words.fresh)) return { text: undefined, complete: false };
  const [from, to] = [entityOf(old), entityOf(fresh)];
  const label = glossary.match(words.site, from, target.language);
  const model = glossary.match(words.fresh, to, source.language);
  const name = label && model && nameFor(to, model.role, target.language);
  if (label && name !== undefined && !markup.test(name)) {
    return { text: inCaseOf(words.site, label.text, name), complete: true };
  }
  const isKept = words.site === words.old;
  return { text: isKept ? words.fresh : undefined, complete: isKept };

  /** What the entity is called where the source text calls it by a name of some role. */
  function nameFor(entity: EntityId, role: TermLabel['role'], language: Language): string | undefined {
    const labels = glossary.terms.get(entity)?.labels.get(language) ?? [];
    const same = role === 'acronym' ? labels.find((candidate) => candidate.role === role) : undefined;
    return same?.text ?? glossary.name(entity, language);
  }
}

function wordsOf({ words }: LinkToken, markdown: string): string {
  return markdown.slice(words.start, words.end);
}

/** The entity whose name the words of a link are: the value of a relation, else what the address says. */
function entityOf({ text, title }: LinkToken): EntityId {
  const isRelation = title !== undefined && /^[a-z][a-z0-9-]*:[a-z0-9-]+$/.test(title);
  return isRelation ? title : (text.split('#', 1)[0] ?? '');
}

/** A name with the first letter that it has at this place, where the old one had another than its label. */
function inCaseOf(typed: string, label: string, name: string): string {
  const isRaised = /^\p{Lu}/u.test(typed) && /^\p{Ll}/u.test(label);
  return isRaised ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
