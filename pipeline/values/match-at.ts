/** Matches a pattern at a place of a text, and nowhere else. */
export function matchAt(pattern: string): (text: string, at: number) => RegExpExecArray | undefined {
  const sticky = new RegExp(pattern, 'yu');
  return (text, at) => {
    sticky.lastIndex = at;
    return sticky.exec(text) ?? undefined;
  };
}
