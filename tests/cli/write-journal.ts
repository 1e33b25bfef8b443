import { temporaryFolder } from '../host/temporary-folder.ts';

/** Rules on a text of one sentence that are about longer ones. */
const front = (title: string) =>
  [
    '---',
    `title: ${title}`,
    'language: en',
    'authors:',
    '  - name: Example',
    'version: 1.0.0',
    'date: "2026-01-01"',
    'licence:',
    '  text: https://creativecommons.org/licenses/by/4.0/',
    '  data: https://creativecommons.org/publicdomain/zero/1.0/',
    'translators:',
    '  es: [{ name: Example }]',
    '---',
  ].join('\n');

/** Names of the publications of a journal of that size, in their order. */
export function journalNames(size: number): string[] {
  return Array.from({ length: size }, (_, index) => `article-${String(index + 1).padStart(4, '0')}`);
}

/** A project of so many publications of one sentence, in two editions, with its files; no two are alike. */
function journalFiles(size: number): Record<string, string> {
  const files: Record<string, string> = {
    'tinkuy.yaml':
      'base: https://example.org/journal/\neditions:\n  en: { tag: en-US }\n  es: { tag: es-PE }\n',
  };
  for (const [index, name] of journalNames(size).entries()) {
    const number = index + 1;
    const town = `place:town-${number}`;
    const english = `[Town ${number}](${town}) has [${1000 + number} inhabitants](${town}#population).`;
    const spanish = `[Pueblo ${number}](${town}) tiene [${1000 + number} habitantes](${town}#population).`;
    files[`source/${name}/article.md`] = `${front(`Town ${number}`)}\n\n${english}\n`;
    files[`source/${name}/entities/places.yaml`] =
      `${town}:\n  name: { en: Town ${number}, es: Pueblo ${number} }\n  kind: town\n`;
    files[`locales/es/${name}.po`] = [
      'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"',
      `msgid "Town ${number}"\nmsgstr "Pueblo ${number}"`,
      `msgid ${JSON.stringify(english)}\nmsgstr ${JSON.stringify(spanish)}\n`,
    ].join('\n\n');
  }
  return files;
}

/** The same in a folder of its own, which goes when the test ends. */
export function writeJournal(size: number): string {
  return temporaryFolder(journalFiles(size));
}
