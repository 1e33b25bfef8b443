/**
 * A function that gives the answer to a text it has had before without working it out again.
 *
 * @param answersMax after so many all are forgotten: for texts that have no end
 */
export function remember<T>(
  answer: (text: string) => T,
  answersMax = Number.POSITIVE_INFINITY,
): (text: string) => T {
  let answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= answersMax) answers = new Map();
    const made = answer(text);
    answers.set(text, made);
    return made;
  };
}
