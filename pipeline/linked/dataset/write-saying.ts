import type { Language } from '../../model.ts';
import { textIn } from '../../publish/labels.ts';
import { lookUp } from '../../publish/look-up.ts';
import { splitSentences } from '../../rules/quality/split-sentences.ts';
import { type DescribedPublication, placeOf } from './describe.ts';
import type { Quotation, Saying } from './explanation.ts';
import type { ListedAnnotation } from './list-annotations.ts';

/** An annotation with the sentence that has it in each edition. */
export function writeSaying(annotation: ListedAnnotation, described: DescribedPublication): Saying {
  const { kind, entity, path, property, value, iris, segment } = annotation;
  const { label, inLanguages, valueWords, blocks } = described;
  return {
    kind,
    entity,
    label: label(entity),
    ...(path === undefined ? {} : { path }),
    ...(path === undefined
      ? {}
      : { property: inLanguages((language) => labelPath(annotation, language, described)) }),
    ...(value === undefined ? {} : { value }),
    words: property && value !== undefined ? valueWords(value, property) : {},
    iris,
    block: blocks.get(segment) ?? '',
    quotations: described.publication.editions.flatMap(({ language, tag }) => {
      const quotation = quote(annotation, language, tag, described);
      return quotation ? [quotation] : [];
    }),
  };
}

/** "Population, Period" */
function labelPath(
  { entity, path = '' }: ListedAnnotation,
  language: Language,
  { publication: { graph }, vocabulary }: DescribedPublication,
): string {
  const steps = path.split('.').map((step, index, all) => {
    const found = lookUp(entity, all.slice(0, index + 1).join('.'), graph, vocabulary);
    return textIn(found?.property.label, language) ?? step;
  });
  return steps.join(', ');
}

function quote(
  { segment, orders, annotations }: ListedAnnotation,
  language: Language,
  tag: string,
  { texts, wordsOf }: DescribedPublication,
): Quotation | undefined {
  const order = orders.get(language);
  const annotation = annotations.get(language);
  if (order === undefined || !annotation) return undefined;
  const place = placeOf(annotation.location);
  const words = texts.get(language)?.annotation(segment, order);
  const block = texts.get(language)?.blocks.get(segment);
  if (!words || block === undefined)
    return { language, before: '', exact: words?.exact ?? annotation.words, after: '', place };
  const { start, end, exact } = words;
  const from = [...block].slice(0, start).join('').length;
  const to = from + exact.length;
  const sentences = splitSentences(block, tag, wordsOf(language).habits).filter(
    (sentence) => sentence.start < to && sentence.end > from,
  );
  return {
    language,
    before: block.slice(sentences[0]?.start ?? 0, from).trimStart(),
    exact,
    after: block.slice(to, sentences.at(-1)?.end).trimEnd(),
    place,
    start,
    end,
  };
}
