import type { Entity, Json, Property } from '../../model.ts';
import { getKey, isObject } from '../../values/json-value.ts';
import { spellLanguageTag } from '../../values/spell-language-tag.ts';

/**
 * The title of a work of the bibliography in the language that the work has, where the bibliography says which: editions print it as
 * it is, and none translates it. What a record calls the work in a language of an edition keeps that language.
 */
export function inTitleLanguage(value: Json, { csl }: Entity, property: Property): Json {
  const language = csl === undefined ? undefined : getKey(csl, 'language');
  const isTitle = property.csl === 'title' && isObject(value);
  if (!isTitle || typeof language !== 'string' || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language))
    return value;
  const texts = Object.entries(value);
  const title = getKey(csl ?? {}, 'title');
  const [first] = texts;
  const isUntranslated = texts.every(([, text]) => text === first?.[1]);
  const own = texts.filter(([, text]) => text !== (isUntranslated ? first?.[1] : title));
  if (own.length === texts.length) return value;
  const words = isUntranslated ? first?.[1] : title;
  return { ...Object.fromEntries(own), [spellLanguageTag(language)]: words ?? null };
}
