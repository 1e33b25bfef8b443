import { stringify } from 'yaml';
import type { Language, SourceFile } from '../../model.ts';
import type { Translate } from '../furniture.ts';

/** What a new publication begins with. */
export interface PublicationStart {
  /** Name of its folder and its catalogs. */
  name: string;
  /** Short tags of the editions; the first is the language of the text. */
  languages: readonly Language[];
  /** Words of the first text in a language ("start.title"); undefined where there are none in it. English has them. */
  wordsOf: (language: Language) => Translate | undefined;
}

const licence = {
  text: 'https://creativecommons.org/licenses/by/4.0/',
  data: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/**
 * The files of a new publication: a text of one paragraph that states something, a record of what it speaks of, and its translations,
 * as far as there are words in the languages. What is translated passes every check; what is not is told by `catalog status`.
 */
export function startPublication({ name, languages, wordsOf }: PublicationStart): SourceFile[] {
  const [source = 'en', ...others] = languages;
  const segments = wordsOf(source) ? segmentsIn(wordsOf(source)) : withoutWords(name, wordsOf('en'));
  const head = stringify({ title: segments.title, language: source, licence }, { lineWidth: 0 });
  return [
    { path: `source/${name}/article.md`, text: `---\n${head}---\n\n${segments.sentence}\n` },
    { path: `source/${name}/entities/records.yaml`, text: segments.record },
    ...others.map((language) => ({
      path: `locales/${language}/${name}.po`,
      text: writeCatalog(language, segments, segmentsIn(wordsOf(language))),
    })),
  ];
}

interface Segments {
  title: string;
  sentence: string;
  /** Of what the sentence speaks of. */
  record: string;
}

function segmentsIn(words: Translate | undefined): Segments {
  if (!words) return { title: '', sentence: '', record: '' };
  return { title: words('start.title'), sentence: words('start.sentence'), record: words('start.record') };
}

/** In a language without words of ours: a name says nothing wrong in any. */
function withoutWords(name: string, words: Translate | undefined): Segments {
  return { ...segmentsIn(words), title: name, sentence: words?.('start.bare') ?? '' };
}

function writeCatalog(language: Language, source: Segments, target: Segments): string {
  const entry = (id: string, str: string) => `\nmsgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(str)}\n`;
  return [
    `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n`,
    entry(source.title, target.title),
    entry(source.sentence, target.sentence),
  ].join('');
}
