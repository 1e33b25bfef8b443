import type { CitationWords } from './citation-words.ts';
import type { CslTerm, TermForm } from './csl-terms.ts';
import { plainLetters } from './plain-letters.ts';

/** What the label of a locator says: "pp." */
export interface LocatorLabel {
  kinds: readonly string[];
  form: TermForm;
  isPlural: boolean;
}

/**
 * Kinds of locators of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#locators), by the names that their terms
 * have in CSL's locales. Of a form that several have, an earlier one is the likelier.
 */
const cslKinds = [
  'page',
  'chapter',
  'section',
  'article-locator',
  'paragraph',
  'table',
  'figure',
  'note',
  'volume',
  'verse',
  'line',
  'issue',
  'part',
  'book',
  'column',
  'folio',
  'opus',
  'sub-verbo',
  'title-locator',
  'rule',
  'canon',
  'appendix',
  'act',
  'scene',
  'equation',
  'elocation',
  'supplement',
  'version',
  'timestamp',
];

/** The labels of a language by their key, and every way to write them, folded. */
export interface LocatorLabels {
  byKey: ReadonlyMap<string, LocatorLabel>;
  written: ReadonlySet<string>;
}

/** What makes labels one: their letters, without points and spaces. */
export function labelKey(folded: string): string {
  return folded.replace(/[\s\u00a0.]/g, '');
}

/** The labels that a language writes before numbers. */
export function listLocatorLabels(
  terms: readonly CslTerm[],
  { terms: own = {}, forms = {} }: CitationWords,
): LocatorLabels {
  const labels = new Map<string, LocatorLabel>();
  const written = new Set<string>();
  const add = (text: string, kind: string, form: TermForm, isPlural: boolean): void => {
    const folded = plainLetters(text);
    const key = labelKey(folded);
    if (key !== '') written.add(folded);
    const known = labels.get(key);
    if (key === '' || known?.kinds.includes(kind)) return;
    const kinds = [...(known?.kinds ?? []), kind].sort((a, b) => rankOf(a) - rankOf(b));
    labels.set(key, known ? { ...known, kinds } : { kinds, form, isPlural });
  };
  const addPair = ([one = '', several = '']: readonly string[], kind: string, form: TermForm): void => {
    add(one, kind, form, false);
    add(several, kind, form, several !== one);
  };
  for (const [kind, { long, short }] of Object.entries(own)) {
    addPair(long, kind, 'long');
    addPair(short, kind, 'short');
  }
  for (const { name, form, texts } of terms) if (cslKinds.includes(name)) addPair(texts, name, form);
  for (const [kind, listed] of Object.entries(forms))
    for (const text of listed) add(text, kind, formOf(text), false);
  return { byKey: labels, written };
}

function rankOf(kind: string): number {
  const at = cslKinds.indexOf(kind);
  return at < 0 ? cslKinds.length : at;
}

function formOf(written: string): TermForm {
  if (!/\p{L}/u.test(written)) return 'symbol';
  return written.includes('.') || written.includes('º') ? 'short' : 'long';
}
