import type { Annotation, Extraction, Publication } from '../model.ts';

/** The annotations of the source text; those of the other editions are the same but for their words. */
function sourceExtraction(publication: Publication): Extraction | undefined {
  const source = publication.editions.find((edition) => edition.isSource)?.language;
  return publication.extractions.find(({ language }) => language === source);
}

/** All of them in the order of the text. */
export function sourceAnnotations(publication: Publication): Annotation[] {
  const extraction = sourceExtraction(publication);
  const all: Annotation[] = [
    ...(extraction?.mentions ?? []),
    ...(extraction?.statements ?? []),
    ...(extraction?.blanks ?? []),
  ];
  return all.sort((a, b) => a.segment - b.segment || a.order - b.order);
}
