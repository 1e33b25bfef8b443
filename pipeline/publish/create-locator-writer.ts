import { toString as plainText } from 'mdast-util-to-string';
import type { CitationStyle, EntityId, JsonObject } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { CitationWords } from '../values/citation-words.ts';
import type { CitedPart } from '../values/cited-place.ts';
import { toCitedLocator } from './cited-locator.ts';
import { readCslHtml } from './csl-html.ts';
import { locatorStyle } from './locator-styles.ts';
import { prepareEngine } from './prepare-engine.ts';

/** A locator belongs to some item, whatever it is. */
const anyWork: [EntityId, JsonObject] = ['work', { type: 'book', title: 'Work' }];

/**
 * Makes what writes locators by themselves, in the terms of a style: "p. 250", "art. 14, p. 3". The form is the author's: what is
 * abbreviated or in full is so in every language.
 *
 * @param basis digest of the style
 */
export async function createLocatorWriter(
  style: CitationStyle,
  words: CitationWords,
  { recall, basis }: Pick<BuildServices, 'recall'> & { basis: string },
): Promise<(place: readonly CitedPart[]) => string> {
  const engine = await prepareEngine(new Map([anyWork]));
  const [id] = anyWork;
  const writePart = (part: CitedPart): string => {
    const cited = toCitedLocator(part, words);
    if (!cited) return part.words;
    const { fill, ...locator } = cited;
    const { form = 'short' } = part;
    const html = recall('locator', [basis, form, JSON.stringify(locator)], () =>
      engine(form, () => locatorStyle(style, form)).makeCitationCluster([{ id, ...locator }]),
    );
    const text = plainText({ type: 'paragraph', children: readCslHtml(fill(html)) });
    return part.isCapitalized && form === 'long' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  };
  return (place) => place.map(writePart).join(', ');
}
