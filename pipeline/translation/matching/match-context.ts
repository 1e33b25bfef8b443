import type { Glossary, Language } from '../../model.ts';

/** What translations are made between. */
export interface MatchContext {
  /** Labels of the text's footnotes, without the caret. */
  footnotes: string[];
  source: { language: Language; tag: string };
  target: { language: Language; tag: string };
  glossary: Glossary;
}
