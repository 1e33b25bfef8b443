/** A month or a day as EDTF has it, of figures with or without leading zeros. */
export function joinDate(year = '', month = '', day?: string): string {
  const parts = [year, month.padStart(2, '0')];
  if (day !== undefined) parts.push(day.padStart(2, '0'));
  return parts.join('-');
}
