/** Unicode's noncharacters: no text has them, no syntax gives them a meaning (https://www.unicode.org/faq/private_use.html#nonchar1). */
const [begin, end, zero] = ['\uFDD0', '\uFDD1', 0xfdd2];
const mark = /\uFDD0([\uFDD2-\uFDDB]+)\uFDD1/g;

/** A mark that stands for a number, 0 or greater. */
export function writeMark(number: number): string {
  const digits = [...String(number)].map((digit) => String.fromCharCode(zero + Number(digit)));
  return `${begin}${digits.join('')}${end}`;
}

/** The stretches of a text after its marks, each with the number of its mark; the first one has none. */
export function splitMarks(text: string): { mark: number | undefined; text: string }[] {
  const stretches: { mark: number | undefined; text: string }[] = [];
  let last: number | undefined;
  let from = 0;
  for (const found of text.matchAll(mark)) {
    stretches.push({ mark: last, text: text.slice(from, found.index) });
    const digits = [...(found[1] ?? '')].map((digit) => digit.charCodeAt(0) - zero);
    last = Number(digits.join(''));
    from = found.index + found[0].length;
  }
  stretches.push({ mark: last, text: text.slice(from) });
  return stretches;
}
