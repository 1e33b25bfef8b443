import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';

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
  visitParents(tree, 'heading', (heading) => {
    const frozen = heading.data?.id;
    if (frozen !== undefined) slugger.slug(frozen);
    ids.set(heading, frozen ?? slugger.slug(`${prefix}${plainText(heading) || 'section'}`));
  });
  return ids;
}

/** The id that GitHub makes of a node's words, where no other heading has them. */
export function headingSlug(node: Nodes): string {
  return new GithubSlugger().slug(plainText(node));
}

/** `## Words {#id}` gives a heading an id of its own, which is then no part of the words. */
const explicitId = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/;

/** Writes the ids of a source tree into its headings, where copies of the tree keep them. */
export function freezeHeadingIds(tree: Root, prefix: string): void {
  visitParents(tree, 'heading', (heading) => {
    const last = heading.children.at(-1);
    const match = last?.type === 'text' ? explicitId.exec(last.value) : null;
    if (last?.type !== 'text' || !match?.[1]) return;
    heading.data = { ...heading.data, id: match[1] };
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
