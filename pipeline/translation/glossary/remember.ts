/** Answers kept at a time: rule by rule the same few texts are asked about, and a corpus has no end. */
const answersMax = 2000;

/** A function that gives the answer to a text it has had lately without working it out again. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
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
