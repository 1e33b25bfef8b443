import type { createColors } from 'picocolors';
import type { Place } from '../../linked/dataset/explanation.ts';
import type { LanguageMap } from '../../model.ts';
import type { Translate } from '../../project/furniture.ts';
import type { Lines, StyledText } from './lines.ts';

/** What printing needs. */
export interface Printing {
  say: Translate;
  colors: ReturnType<typeof createColors>;
  /** Words that the text says: in colour, or in brackets as in the source. */
  marked: (words: string) => StyledText[];
  lines: Lines;
  /** In the reader's language, else the text's own, else any. */
  choose: (words: LanguageMap) => string;
  /** As the reader's folder has it: "path:line:column". */
  at: (place: Place) => string;
}
