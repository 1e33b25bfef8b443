import { createServices } from '../../pipeline/host/create-services.ts';
import type { CitationStyle, Diagnostic, Edition, Extraction } from '../../pipeline/model.ts';
import { compareEditions } from '../../pipeline/proof/compare-editions.ts';
import { extract } from '../../pipeline/text/extract.ts';
import { createCitationReaders } from '../../pipeline/values/create-citation-readers.ts';
import { type EditionWords, editionWords } from '../edition-words.ts';
import { documentOf, editionOf, vocabulary } from '../translation/demo.ts';
import { translateInto } from '../translation/translate-into.ts';

const { readCitationStyle } = createServices(() => undefined);
const styles = new Map<string, CitationStyle>();
for (const tag of ['en-US', 'es-PE']) {
  const style = await readCitationStyle('apa', tag);
  if (style) styles.set(tag.slice(0, 2), style);
}
const words = new Map(['en-US', 'es-PE', 'pt-BR'].map((tag) => [tag, editionWords(tag, vocabulary)]));

const readersOf = createCitationReaders(styles, (language) => {
  const own = [...words].find(([tag]) => tag.startsWith(language));
  return { citations: own?.[1].citations ?? {} };
});

export function readerOf(tag: string): EditionWords['reader'] {
  return (words.get(tag) as EditionWords).reader;
}

/** English source and Spanish edition of one paragraph (or of a body, where msgids are not given). */
export function bothEditions(
  source: string,
  pairs: Record<string, string>,
): {
  source: Edition;
  target: Edition;
  sourceX: Extraction;
  targetX: Extraction;
  po: string;
  findings: Diagnostic[];
} {
  const { document, segments } = documentOf(`${source}\n`);
  const configuration = { language: 'en', tag: 'en-US', citationStyle: 'apa' };
  const english = translateInto(document, segments, undefined, configuration, vocabulary).value;
  const spanish = editionOf(`${source}\n`, pairs);
  const sourceX = extract(english, vocabulary, readerOf('en-US'));
  const targetX = extract(spanish.value, vocabulary, readerOf('es-PE'));
  return {
    source: english,
    target: spanish.value,
    sourceX: sourceX.value,
    targetX: targetX.value,
    po: spanish.po,
    findings: [...sourceX.diagnostics, ...spanish.diagnostics, ...targetX.diagnostics],
  };
}

/** Findings of a translation of one paragraph, with what they point at in the catalog. */
export function compareOne(
  source: string,
  msgstr: string,
  pairs: Record<string, string> = { [source]: msgstr },
): { rule: string; at: string; values: Diagnostic['values'] }[] {
  const { po, findings: _, ...editions } = bothEditions(source, pairs);
  const found = compareEditions(
    editions.source,
    editions.target,
    editions.sourceX,
    editions.targetX,
    vocabulary,
    readersOf,
  );
  return found.map(({ rule, values, location, related }) => {
    if (location.path !== 'locales/es/demo.po') throw new Error(`${rule} points to ${location.path}`);
    if (related[0]?.location.path !== 'source/demo/article.md') throw new Error(`${rule} has no source`);
    return { rule, at: po.slice(location.start.offset, location.end.offset), values };
  });
}
