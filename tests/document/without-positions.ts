/** A copy of a tree in which nothing says where it stood, and soft line breaks are spaces. */
export function withoutPositions(tree: object): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'position') return undefined;
      return key === 'value' && typeof value === 'string' ? value.replace(/\n/g, ' ') : value;
    }),
  );
}
