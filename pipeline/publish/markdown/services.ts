import type { Configuration, Language, Vocabulary } from '../../model.ts';
import type { Translate } from '../../project/furniture.ts';
import type { CitationReaders } from '../../values/create-citation-readers.ts';
import type { ValueWriter } from '../../values/create-writer.ts';
import type { EditionLinks } from '../edition-link.ts';
import type { References } from '../references.ts';

/** What writing an edition needs beside the publication; all in the edition's language. */
export interface EditionServices extends CitationReaders {
  configuration: Configuration;
  vocabulary: Vocabulary;
  writer: ValueWriter;
  /** Writes values between the source's words where they stand untranslated; not needed where nothing does. */
  sourceWriter?: ValueWriter;
  t: Translate;
  references: References;
  /** Files beside the edition, of every language. */
  links: EditionLinks;
  /** Where the register of entities of each language is in dist/. */
  registerPath: (language: Language) => string;
}
