import type { Language } from '../model.ts';

/** A file that an edition tells of: the edition in another form, or data of it. */
export interface EditionLink {
  /** In dist/. */
  path: string;
  mediaType: string;
  /** The edition in another form, or what describes it (https://html.spec.whatwg.org/#linkTypes, https://signposting.org). */
  relation: 'alternate' | 'describedby';
  /** Language of the file; undefined where it is about all editions. */
  language: Language | undefined;
  /** Whether it is the dataset, or a part of it. */
  isDistribution: boolean;
  /** Key of the words (locales/<lang>/edition.json, "about") by which the edition's last section names it; most are not named. */
  about: string | undefined;
}

/** The files that the edition of a language tells of, in the order of the registry (outputs/outputs.ts). */
export type EditionLinks = (language: Language) => readonly EditionLink[];

/** The edition of a language in one form: its Markdown, its page. */
export function pathInForm(links: EditionLinks, language: Language, mediaType: string): string {
  const found = links(language).find(
    (link) => link.relation === 'alternate' && link.mediaType === mediaType && link.language === language,
  );
  if (!found) throw new Error(`No output is an edition as ${mediaType}`);
  return found.path;
}
