import { UsageError } from './usage-error.ts';

/** Languages that the tool itself speaks; those of editions are the projects' choice. */
export const toolLanguages = ['en', 'es', 'pt'] as const;
export type ToolLanguage = (typeof toolLanguages)[number];

/** The language of the environment, by the precedence of POSIX: LC_ALL, LC_MESSAGES, LANG; else English. */
export function environmentLanguage(env: Readonly<Record<string, string | undefined>>): ToolLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  // language[_territory][.codeset][@modifier]; "C" and "POSIX" are nobody's language.
  const language = /^[A-Za-z]+/.exec(locale)?.[0].toLowerCase();
  return toolLanguages.find((candidate) => candidate === language) ?? 'en';
}

/**
 * The language that `--lang` asks for, undefined without one. It is looked for before the command line is parsed, for
 * the parser's own words are in that language.
 * @throws UsageError
 */
export function askedLanguage(argv: readonly string[]): ToolLanguage | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const index = options.findLastIndex((option) => option === '--lang' || option.startsWith('--lang='));
  if (index < 0) return undefined;
  const option = options[index] ?? '';
  const found = option === '--lang' ? options[index + 1] : option.slice('--lang='.length);
  // The parser tells of a missing value.
  if (found === undefined) return undefined;
  const language = toolLanguages.find((candidate) => candidate === found);
  if (language === undefined) {
    throw new UsageError('invalidValue', { option: '--lang', found, expected: toolLanguages.join(', ') });
  }
  return language;
}
