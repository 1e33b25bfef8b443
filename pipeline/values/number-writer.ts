/** Writes numbers as one locale does. */
export interface NumberWriter {
  /**
   * A canonical decimal, with groups. A number that thousands elsewhere look like ("757.766") gets a zero at the end, so
   * that no reader has to guess.
   */
  write: (value: string) => string;
  /** The same without that zero, where nothing of the kind has thousands. */
  writeSmall: (value: string) => string;
  /** A text with its figures in those of the language. */
  toFigures: (text: string) => string;
}

/** Of the same width as a plus; CLDR has the hyphen of keyboards in its place. */
const minusSign = '\u2212';

export function createNumberWriter(tag: string): NumberWriter {
  const integer = new Intl.NumberFormat(tag, { useGrouping: 'always', maximumFractionDigits: 0 });
  const decimalSign = new Intl.NumberFormat(tag)
    .formatToParts(0.5)
    .find((part) => part.type === 'decimal')?.value;
  const figures = Array.from({ length: 10 }, (_, digit) => integer.format(digit));
  const toFigures: NumberWriter['toFigures'] = (text) =>
    text.replace(/\d/g, (digit) => figures[Number(digit)] ?? digit);
  const write = (value: string, guard: string): string => {
    // Intl rounds after twenty decimals, so that it is given the whole part only; "-0" keeps its sign.
    const [whole = '', fraction] = value.split('.');
    // Swiss thousands stand under either apostrophe, by the version of CLDR.
    const written = integer
      .format(whole as Intl.StringNumericLiteral)
      .replaceAll("'", '\u2019')
      .replace('-', minusSign);
    if (fraction === undefined) return written;
    const isLikeThousands = fraction.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole);
    return `${written}${decimalSign}${toFigures(`${fraction}${isLikeThousands ? guard : ''}`)}`;
  };
  return { toFigures, write: (value) => write(value, '0'), writeSmall: (value) => write(value, '') };
}
