import type { CitationStyle, CslNode } from '../model.ts';
import type { CitationWords, LocatorTerm } from '../values/citation-words.ts';

/** A style that writes the terms of a language that its CSL locale lacks, or has in English. */
export function layTerms(style: CitationStyle, { terms = {} }: CitationWords): CitationStyle {
  const { locale, locales } = style;
  const own = locales[locale];
  const names = Object.keys(terms);
  if (!own || names.length === 0) return style;
  const added = Object.entries(terms).flatMap(([name, term]) => writeTerm(name, term));
  const children = own.children.map((child) => {
    if (typeof child === 'string' || child.name !== 'terms') return child;
    const kept = child.children.filter((term) => typeof term === 'string' || !isReplaced(term, names));
    return { ...child, children: [...kept, ...added] };
  });
  return { ...style, locales: { ...locales, [locale]: { ...own, children } } };
}

/** Verbs and signs stay CSL's. */
function isReplaced({ attrs: { name = '', form = 'long' } }: CslNode, names: readonly string[]): boolean {
  return names.includes(name) && (form === 'long' || form === 'short');
}

function writeTerm(name: string, { long, short }: LocatorTerm): CslNode[] {
  const write = ([one, several]: [string, string], attrs: CslNode['attrs']): CslNode => ({
    name: 'term',
    attrs: { name, ...attrs },
    children: [
      { name: 'single', attrs: {}, children: [one] },
      { name: 'multiple', attrs: {}, children: [several] },
    ],
  });
  return [write(long, {}), write(short, { form: 'short' })];
}
