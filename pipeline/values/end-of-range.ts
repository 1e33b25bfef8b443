/** The whole end of a range: the "7" of "345-7" is 347. */
export function endOfRange(from: string, to: string): string {
  const isShortened = /^\d+$/.test(from) && /^\d+$/.test(to) && to.length < from.length;
  return isShortened ? from.slice(0, from.length - to.length) + to : to;
}
