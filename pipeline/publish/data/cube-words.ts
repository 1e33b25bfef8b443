import type { LanguageMap } from '../../model.ts';
import type { ComposedPublication, PublishingContext } from '../drawing.ts';
import { isGap } from '../translation-status.ts';

/**
 * Words of the cube of measurements in each language (locales/<lang>/edition.json, "observations"): its title, or what
 * one of its columns is. A language whose edition has no title of its own has none, for the words quote it.
 */
export function cubeWords(
  name: string,
  { editions, wordsOf }: Pick<ComposedPublication, 'editions'> & Pick<PublishingContext, 'wordsOf'>,
): LanguageMap {
  return Object.fromEntries(
    editions
      .filter(({ edition }) => !isGap(edition, 'title'))
      .map(({ edition: { language }, metadata: { title } }) => [
        language,
        wordsOf(language).t(`edition:observations.${name}`, { title }),
      ]),
  );
}
