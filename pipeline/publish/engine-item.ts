import type { JsonObject } from '../model.ts';
import { isObject } from '../values/json-value.ts';

/** Articles, and prepositions with them: the word behind is set in capitals, too. */
const leading: ReadonlySet<string> = new Set(
  (
    'o a os as um uma uns umas no na nos nas em do da dos das de el la los las lo un una unos unas en del al the an ' +
    'le les il gli'
  ).split(' '),
);

/** Signs and markup, and a word behind them. */
const nextWord = /^((?:<[^<>]*>|[^\p{L}\p{N}<])*)([\p{L}\p{N}]+(?:[-\u2019'][\p{L}\p{N}]+)*)/u;

/** Names that stand for others, as databases write them into lists of authors. */
const others = /(?:^|(?<=, ))(?:et al\.?|et alii|(?:and )?others|y otr[oa]s|e outr[oa]s)$/i;

/**
 * A copy of an item for citeproc, which writes into items, with what CSL cannot say: `title-entry` is the title with its first word in
 * capitals, as Brazilian entries without author begin ("A PREVIDÊNCIA social"); "et al." among the names, or at the end of one, stays
 * in small letters where a style has names in capitals.
 */
export function engineItem(item: JsonObject | undefined): JsonObject {
  const copy = structuredClone(item ?? {});
  if (typeof copy.title === 'string') copy['title-entry'] = titleOfEntry(copy.title);
  for (const value of Object.values(copy))
    for (const name of Array.isArray(value) ? value.filter(isObject) : [])
      for (const part of ['literal', 'family']) {
        const text = name[part];
        if (typeof text === 'string' && others.test(text))
          name[part] = text.replace(others, '<span class="nocase">$&</span>');
      }
  return copy;
}

function titleOfEntry(title: string): string {
  let [done, rest] = ['', title];
  for (let word = nextWord.exec(rest); word; word = nextWord.exec(rest)) {
    const [whole, before = '', letters = ''] = word;
    done += before + letters.toUpperCase();
    rest = rest.slice(whole.length);
    if (!leading.has(letters.toLowerCase())) break;
  }
  return done + rest;
}
