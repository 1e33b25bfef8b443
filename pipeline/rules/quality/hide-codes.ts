import type { SegmentSide } from './quality-rule.ts';

/** What a sentence has in it that is no prose: an address, a placeholder, a macro ("{:?}", "%s", "https://…", "println!()"). */
const codes =
  /(?:https?:\/\/|www\.)[^\s<>“”«»"]*[^\s<>“”«»".,;:!?')\]]|\$?\{[^{}\s]*\}|[\p{L}\p{N}_]+!(?=[([{])/gu;

/** Neither a letter nor punctuation: one letter with a full stop would be an abbreviation. */
const cover = '□';

/**
 * The text of a side with another sign in the place of codes, so that no sign of theirs is taken for the sentence's. Of the same length;
 * what is no word of the sentence, such as a footnote call, stays U+FFFC.
 */
export function hideCodes({ text, codes: ranges }: Pick<SegmentSide, 'text' | 'codes'>): string {
  let hidden = text.replace(codes, (found) => cover.repeat(found.length));
  for (const { start, end } of ranges) {
    hidden = hidden.slice(0, start) + cover.repeat(end - start) + hidden.slice(end);
  }
  return hidden;
}
