import GithubSlugger from 'github-slugger';
import type { Heading, Root, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitBlocks } from './visit-blocks.ts';

declare module 'mdast' {
  interface HeadingData {
    /** Id of the section in all editions, made from the source text and kept when its words are translated. */
    id?: string;
  }
}

/**
 * Id by heading: the frozen one, else "s-" and the slug of its words; the same words again get "-1", "-2" …
 * The letter keeps an id that starts with a figure valid and section ids apart from those of entities.
 *
 * @param prefix "s " unless given; with '' the ids are those that GitHub makes
 */
export function headingIds(tree: Root, prefix = 's '): Map<Heading, string> {
  const slugger = new GithubSlugger();
  const ids = new Map<Heading, string>();
  visitBlocks(tree, (heading) => {
    if (heading.type !== 'heading') return;
    const frozen = heading.data?.id;
    if (frozen !== undefined) slugger.slug(frozen);
    ids.set(heading, frozen ?? slugger.slug(`${prefix}${plainText(heading).normalize('NFC') || 'section'}`));
  });
  return ids;
}

/**
 * `## Words {#id}` gives a heading an id of its own, which is then no part of the words. Blanks within the braces mean nothing, as to
 * others who read them (https://pandoc.org/MANUAL.html#extension-header_attributes, mdBook).
 */
const explicitId = /\s*(\{[ \t]*#([a-z][a-z0-9-]*)[ \t]*\})\s*$/;

/**
 * Writes the ids of a source tree into its headings, where copies of the tree keep them.
 *
 * @param text what the tree was read from: a brace with a backslash before it, or written as a character reference, is a word
 */
export function freezeHeadingIds(tree: Root, prefix: string, text: string): void {
  visitBlocks(tree, (heading) => {
    if (heading.type !== 'heading') return;
    const last = heading.children.at(-1);
    const match = last?.type === 'text' ? explicitId.exec(last.value) : null;
    if (last?.type !== 'text' || !match?.[2] || !isTyped(match[1] ?? '', last, text)) return;
    heading.data = { ...heading.data, id: match[2] };
    last.value = last.value.slice(0, match.index);
    if (last.position) {
      // The suffix holds no escapes, so it is as long in the file as in the value.
      const length = match[0].trimEnd().length;
      const { end } = last.position;
      last.position = {
        ...last.position,
        end: { line: end.line, column: end.column - length, offset: (end.offset ?? 0) - length },
      };
    }
    if (last.value === '') heading.children.pop();
  });
  for (const [heading, id] of headingIds(tree, prefix)) heading.data = { ...heading.data, id };
}

/** Whether words end with these very characters, the first of them not escaped. */
function isTyped(found: string, { position }: Text, text: string): boolean {
  const source = text.slice(position?.start.offset, position?.end.offset).trimEnd();
  const slashes = /\\*$/.exec(source.slice(0, -found.length))?.[0].length ?? 0;
  return source.endsWith(found) && slashes % 2 === 0;
}
