import { createServices } from '../../pipeline/host/create-services.ts';
import type {
  CitationStyle,
  Configuration,
  Json,
  Language,
  OutputFile,
  Publication,
  Vocabulary,
} from '../../pipeline/model.ts';
import { drawOutputs } from '../../pipeline/publish/draw-outputs.ts';
import { drawShared } from '../../pipeline/publish/draw-shared.ts';
import { shareText } from '../../pipeline/publish/share-text.ts';
import { type EditionWords, editionWords } from '../edition-words.ts';
import { keep } from '../keep.ts';

/** What is published of a publication by its path in dist/, with a value writer that is easy to foresee. */
export async function drawSample(
  publication: Publication,
  vocabulary: Vocabulary,
  configuration: Configuration,
): Promise<Map<string, OutputFile>> {
  const services = createServices(() => undefined, keep);
  const styles = new Map<Language, CitationStyle>();
  const words = new Map<Language, EditionWords>();
  for (const { language, tag, citationStyle } of configuration.editions) {
    const style = await services.readCitationStyle(citationStyle, tag);
    if (!style) throw new Error(`no style ${citationStyle}`);
    styles.set(language, style);
    words.set(language, { ...editionWords(tag, vocabulary), writer: fakeWriter(language, tag) });
  }
  const wordsOf = (language: Language) => words.get(language) as EditionWords;
  const context = { configuration, vocabulary, wordsOf, styles, services, sources: [], isForProof: false };
  const drawn = await drawOutputs(publication, context);
  const shared = await drawShared([await shareText(drawn)], context);
  return new Map([...drawn.outputs, ...shared].map((output) => [output.path, output]));
}

/** Writes numbers by Intl, dates as they are. */
function fakeWriter(language: Language, tag: string): EditionWords['writer'] {
  const write: EditionWords['writer']['write'] = (value, property, options = {}) => {
    if (Array.isArray(value)) {
      return new Intl.ListFormat(tag).format(value.map((item) => write(item, property, options)));
    }
    if (typeof value === 'object' && value !== null) {
      if (String(property.kind) === 'text') return write(value[language] ?? '', property, options);
      const qualifier = value.qualifier ? `${String(value.qualifier)} ` : '';
      return `${qualifier}${number(value.value)}\u00a0${String(value.unit)}`;
    }
    if (String(property.kind) === 'integer') return number(value);
    if (String(property.kind) === 'entity') return options.label?.(String(value)) ?? '';
    return String(value).replace('/', '–');
  };
  const number = (value: Json | undefined): string => new Intl.NumberFormat(tag).format(Number(value));
  return { write, date: (date) => date };
}
