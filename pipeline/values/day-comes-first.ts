/** Whether dates in figures have the day before the month in a locale. */
export function dayComesFirst(tag: string): boolean {
  const parts = new Intl.DateTimeFormat(tag, { calendar: 'gregory', dateStyle: 'short' }).formatToParts(0);
  const types = parts.map(({ type }) => type);
  return types.indexOf('day') < types.indexOf('month');
}
