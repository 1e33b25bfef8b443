/** What a reader that is not ours finds in an edition, in the order of the text. */
export interface Mark {
  kind: 'heading' | 'block' | 'text' | 'anchor' | 'link';
  /** Level of a heading, words, id of an anchor, address of a link; '' for the beginning of a block. */
  value: string;
}

/** Ids in a piece of HTML. */
export function anchorsIn(html: string): Mark[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => ({ kind: 'anchor', value: id }));
}

/** Id of the section of each mark: of the anchor that stands before a heading; '' above the first. */
export function splitSections(marks: readonly Mark[]): { id: string; marks: Mark[] }[] {
  const sections: { id: string; marks: Mark[] }[] = [{ id: '', marks: [] }];
  const words = marks.filter(({ kind }) => kind !== 'block');
  for (const [index, mark] of words.entries()) {
    if (mark.kind === 'anchor' && words[index + 1]?.kind === 'heading') {
      sections.push({ id: mark.value, marks: [] });
    }
    sections.at(-1)?.marks.push(mark);
  }
  return sections;
}
