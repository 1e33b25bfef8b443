import type { Literal, Term } from '@rdfjs/types';
import { spellLanguageTag } from '../../values/spell-language-tag.ts';

/** A term as files have it: n3 and jsonld give language tags in lower case (https://www.w3.org/TR/rdf11-concepts/#dfn-language-tagged-string). */
export function spellTag<T extends Term>(term: T): T | Literal {
  // A tag of one subtag has one spelling.
  if (term.termType !== 'Literal' || !term.language.includes('-')) return term;
  const { value, datatype, language } = term;
  const literal: Literal = {
    termType: 'Literal',
    value,
    datatype,
    language: spellLanguageTag(language),
    equals: (other) => term.equals(other),
  };
  return literal;
}
