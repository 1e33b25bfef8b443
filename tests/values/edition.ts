import { createServices } from '../../pipeline/host/create-services.ts';
import type { Json, Property } from '../../pipeline/model.ts';
import { outcome, propertyOfKind, vocabulary } from '../document/sample.ts';
import { editionWords } from '../edition-words.ts';

export const cldr = createServices(() => undefined).readCldr;

/** How an edition reads and writes values of a kind; a language without words of its own has none. */
export function editionOf(tag: string, kind: string, more: Partial<Property> = {}) {
  const property = propertyOfKind(kind, more);
  const { reader, writer } = editionWords(tag, vocabulary, { cldr });
  return {
    read: (text: string) => outcome(reader.read(text, property)),
    write: (value: Json) => writer.write(value, property),
  };
}
