import type { LanguageMap } from '../../model.ts';
import type { ComposedPublication, PublishingContext } from '../drawing.ts';
import type { RuleName, RuleWords } from '../jsonld/rules.ts';

/** What each rule does, in the languages of the editions (locales/<lang>/edition.json, "rules"). */
export function ruleWords({
  editions,
  wordsOf,
}: Pick<ComposedPublication, 'editions'> & Pick<PublishingContext, 'wordsOf'>): RuleWords {
  const wordsFor = (name: RuleName): LanguageMap =>
    Object.fromEntries(
      editions.map(({ edition: { language } }) => [language, wordsOf(language).t(`edition:rules.${name}`)]),
    );
  return {
    classes: wordsFor('classes'),
    measurements: wordsFor('measurements'),
    computation: wordsFor('computation'),
    notes: wordsFor('notes'),
    concepts: wordsFor('concepts'),
    codes: wordsFor('codes'),
  };
}
