import type { Nodes, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Edition, Language } from '../../model.ts';
import { textDirection } from '../../text/text-direction.ts';
import { html } from './nodes.ts';

/**
 * Segments that show the source's words for want of a confirmed translation, as nodes of the edition's tree. One without
 * words, as a cell with a value that the pipeline writes, looks the same in all languages.
 */
export function findGaps(edition: Edition): ReadonlySet<Nodes> {
  return new Set(
    edition.segments
      .filter(({ state, node }) => (state === 'fuzzy' || state === 'untranslated') && hasWords(node))
      .map(({ node }) => node),
  );
}

function hasWords(node: Nodes): boolean {
  return plainText(node).trim() !== '';
}

/**
 * Marks words of another language than the text around them, as browsers, screen readers, pandoc and GitHub know it
 * (https://www.w3.org/TR/WCAG22/#language-of-parts); with their direction where it is another one.
 */
export function markLanguage(
  words: PhrasingContent[],
  language: Language,
  around: { language: Language; tag: string },
): PhrasingContent[] {
  if (words.length === 0 || language === around.language) return words;
  const direction = textDirection(language);
  const dir = direction === textDirection(around.tag) ? '' : ` dir="${direction}"`;
  return [html(`<span lang="${language}"${dir}>`), ...words, html('</span>')];
}
