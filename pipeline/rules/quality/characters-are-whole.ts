import type { Diagnostic } from '../../model.ts';
import { findSurplus } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInMarkdown } from './report-in-markdown.ts';

const rule = 'characters-are-whole';
/** What is left of letters that were read in another encoding, or escaped once too often, by kind. */
const broken: [context: string, pattern: RegExp][] = [
  ['lost', /\uFFFD+|(?<=\p{Ll})\?(?=\p{Ll})/gu],
  // UTF-8 read as Windows-1252 or Latin-1: two or three signs for one letter.
  ['encoding', /(?<!\p{Lu})[ÃÂ][\u0080-\u00BF€™œžŸ]|â€.?|[ÐÑ][\u0080-\u00BF](?:[ÐÑ][\u0080-\u00BF])+|ï»¿/gu],
  [
    'escape',
    /&(?!(?:nbsp|amp|lt|gt|quot|ensp|emsp|thinsp|shy|zwj|zwnj|lrm|rlm);(?!\w+;))(?:amp;)?(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d{0,2});|\\u[\da-f]{4}|(?:=[CE][\dA-F]=[89AB][\dA-F])+/giu,
  ],
];

/** Letters and signs of a translation are what was typed: no wreck of another encoding, no letter taken apart. */
export const charactersAreWhole: QualityRule = {
  id: rule,
  check: (pair) => {
    const { markdown } = pair.target.edition;
    const source = pair.source.edition.markdown;
    const found = broken.flatMap(([context, pattern]): Diagnostic[] =>
      findSurplus(pattern, markdown, source)
        .filter((each) => context === 'encoding' || !isInAddress(markdown, each.start))
        .map((each) => reportInMarkdown(rule, pair, each, { context, found: each.text })),
    );
    if (markdown.normalize('NFC') === markdown || source.normalize('NFC') !== source) return found;
    const apart = findSurplus(/\p{L}\p{M}+/gu, markdown, source);
    const split = apart.find(({ text }) => text.normalize('NFC') !== text);
    if (split) found.push(reportInMarkdown(rule, pair, split, { context: 'apart', found: split.text }));
    return found;
  },
};

/** "page?id=1", "&copy;": in an address such signs are as they should be. */
function isInAddress(text: string, at: number): boolean {
  const word = text.slice(text.lastIndexOf(' ', at) + 1, at + 1);
  return /:\/\/|\]\(|^www\./u.test(word);
}
