import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import type { Document, Edition, EditionSegment } from '../model.ts';

/**
 * The headings of a page that viewers give another id than the source's, which links name: where the words are others, or where
 * the headings before leave another number. Words that are the source's make the source's id, whatever it is.
 */
export function findMovedHeadings({ tree }: Document, edition: Edition): Set<EditionSegment> {
  const segments = new Map(edition.segments.map((segment) => [segment.node as object, segment]));
  const sources = listHeadings(tree);
  const headings = listHeadings(edition.tree).map((heading, index) => {
    const segment = segments.get(heading);
    const isSame = segment === undefined || segment.markdown === segment.segment.markdown;
    return { heading, segment, isSame, shown: isSame ? sources[index] : heading };
  });
  const before = slugHeadings(sources);
  const after = slugHeadings(headings.map(({ shown }) => shown));
  const moved = headings.flatMap(({ heading, segment, isSame }, index) => {
    const wanted = isSame ? before[index] : heading.data?.id;
    return segment && after[index] !== wanted ? [segment] : [];
  });
  return new Set(moved);
}

function listHeadings(tree: Root): Heading[] {
  const headings: Heading[] = [];
  visitParents(tree, 'heading', (heading) => void headings.push(heading));
  return headings;
}

/** The ids that GitHub makes of headings. */
function slugHeadings(headings: readonly (Heading | undefined)[]): string[] {
  const slugger = new GithubSlugger();
  return headings.map((heading) => slugger.slug(heading ? plainText(heading).normalize('NFC') : ''));
}
