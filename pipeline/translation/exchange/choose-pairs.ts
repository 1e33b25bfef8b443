import type { Language } from '../../model.ts';
import { primaryLanguage } from '../../values/primary-language.ts';
import type { TmxUnit, TmxVariant } from './read-tmx.ts';

/** A language of the project, as the name of its edition and as a full tag. */
export interface TaggedLanguage {
  language: Language;
  tag: string;
}

/** A text and its translation into the language of an edition. */
export interface MemoryPair {
  target: Language;
  msgid: string;
  msgstr: string;
}

/**
 * The pairs of a unit that the project has a use for. Languages are the same where their first subtag is; of two
 * variants of one language the one with the project's own tag is taken, else the first.
 */
export function choosePairs(
  { variants }: TmxUnit,
  sources: readonly TaggedLanguage[],
  targets: readonly TaggedLanguage[],
): MemoryPair[] {
  const tagged = variants.map((variant) => ({ ...variant, language: normalize(variant.language) }));
  return sources.flatMap((source) => {
    const original = chooseVariant(tagged, source);
    if (!original) return [];
    return targets.flatMap((target): MemoryPair[] => {
      if (target.language === source.language) return [];
      const translation = chooseVariant(tagged, target);
      if (!translation || translation === original) return [];
      return [{ target: target.language, msgid: original.text, msgstr: translation.text }];
    });
  });
}

/** @param variants with normalized tags */
function chooseVariant(variants: readonly TmxVariant[], { tag }: TaggedLanguage): TmxVariant | undefined {
  const [own, primary] = [normalize(tag), primaryLanguage(tag)];
  const same = variants.filter(({ language }) => language === primary || language.startsWith(`${primary}-`));
  return same.find(({ language }) => language === own) ?? same[0];
}

function normalize(tag: string): string {
  return tag.replaceAll('_', '-').toLowerCase();
}
