import type { StatedText } from '../graph/state.ts';
import type { Edition, FileForm, OutputFile } from '../model.ts';
import type { Project } from '../project/open-project.ts';
import { writePage } from './page.ts';
import { leadToPages, localizePageLinks } from './page-links.ts';

/** A page in one language, and what it was written from. */
export interface DrawnPage {
  /** Its path is relative to the project. */
  output: OutputFile;
  edition: Edition;
}

/** A page in every language but its own; editions that are held are left out. None for a publication. */
export function drawPages(text: StatedText, { configuration, wordsOf }: Project): DrawnPage[] {
  const { sources, document, editions, source, standings } = text;
  const { page } = sources;
  if (!page || !source) return [];
  return editions
    .filter((edition) => edition !== source && !standings.isHeld(edition))
    .map((edition) => {
      const { path: catalog = '' } = sources.catalogs.get(edition.language) ?? {};
      const notice = wordsOf(edition.language).t('edition:pageNotice', { source: page.path, catalog });
      const lead = leadToPages(page, configuration.pages, edition.language);
      const written = writePage(page, document, edition, { notice, lead });
      const output = { ...written, text: takeForm(written.text, sources.article.form) };
      return { output, edition: localizePageLinks(edition, lead) };
    });
}

/** A text with the byte order mark and the line ends of the file that it comes from. */
function takeForm(text: string, form: FileForm | undefined): string {
  const lines = form?.hasCrlf ? text.replaceAll('\n', '\r\n') : text;
  return form?.hasMark ? `\uFEFF${lines}` : lines;
}
