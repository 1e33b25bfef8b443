import type { CslNode } from '../model.ts';

/** How a term is written: in full, abbreviated, or as a sign. */
export type TermForm = 'long' | 'short' | 'symbol';

/** A term of a CSL locale, with its texts for one and for several. */
export interface CslTerm {
  name: string;
  form: TermForm;
  texts: string[];
}

/** Terms of a CSL locale that can stand before a number or for themselves; verbs are none. */
export function listCslTerms(locale: CslNode | undefined): CslTerm[] {
  return (elementsOf(locale).find(({ name }) => name === 'terms')?.children ?? []).flatMap((term) => {
    if (typeof term === 'string') return [];
    const { name = '', form = 'long' } = term.attrs;
    if (form !== 'long' && form !== 'short' && form !== 'symbol') return [];
    const parts = elementsOf(term);
    const texts = (parts.length > 0 ? parts : [term]).map(textOf).filter((text) => text !== '');
    return [{ name, form, texts }];
  });
}

function elementsOf(node: CslNode | undefined): CslNode[] {
  return (node?.children ?? []).filter((child) => typeof child !== 'string');
}

function textOf({ children }: CslNode): string {
  return children.filter((child) => typeof child === 'string').join('');
}
