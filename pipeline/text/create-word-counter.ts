/**
 * Numbers of words in texts, as Unicode divides them (https://unicode.org/reports/tr29/#Word_Boundaries); signs and
 * spaces between words do not count.
 *
 * @param tag BCP 47 tag of the texts' language
 */
export function createWordCounter(tag: string): (text: string) => number {
  const segmenter = new Intl.Segmenter(tag, { granularity: 'word' });
  return (text) => {
    let count = 0;
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
    return count;
  };
}
