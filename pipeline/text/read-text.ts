import type { Document, Recall, Segment, Staged, TextSources } from '../model.ts';
import { segmentDocument } from './segments.ts';
import { parseDocument } from './syntax.ts';

/** A text and what a translator sees of it. */
export interface TextSegments {
  document: Document;
  segments: Segment[];
}

/**
 * Reads the text of a publication or page and cuts it into segments. A page needs no front matter: its language stands
 * in tinkuy.yaml. Findings: those of parseDocument.
 */
export function readText(
  { article, page }: TextSources,
  options: { allowHtml: boolean },
  recall: Recall,
): Staged<TextSegments> {
  const parsed = parseDocument(article, page ? { allowHtml: true, isPage: true } : options, recall);
  const { frontMatter } = parsed.value;
  const value = page ? { ...frontMatter.value, language: page.language } : frontMatter.value;
  const document = { ...parsed.value, frontMatter: { ...frontMatter, value } };
  const segments = segmentDocument(document);
  return {
    value: { document, segments: segments.value },
    diagnostics: [...parsed.diagnostics, ...segments.diagnostics],
  };
}
