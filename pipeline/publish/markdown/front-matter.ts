import { createIris } from '../../graph/iri.ts';
import { stringify } from '../../text/syntax.ts';
import { textDirection } from '../../text/text-direction.ts';
import { pathInForm } from '../edition-link.ts';
import { writeFrontMatterYaml } from '../front-matter-yaml.ts';
import { markdownType } from '../media-types.ts';
import type { Metadata } from '../metadata.ts';
import { relativeToEdition } from '../relative-to-edition.ts';
import { isGap, translationStatus } from '../translation-status.ts';
import { paragraph, text } from './nodes.ts';
import { protectText } from './protect-text.ts';
import type { Scope } from './scope.ts';

/** Address of an edition: under the publication's own address where it has one, else under the base. */
export function canonicalAddress(metadata: Metadata, language: string, scope: Scope): string {
  const own = metadata.canonical;
  if (own !== undefined) return `${own.replace(/\/+$/, '')}/${language}`;
  return createIris(scope.configuration.base).editionSeries(scope.publication.name, language);
}

/**
 * YAML front matter between its fences, ending with a blank line.
 * Keys are those that pandoc and Quarto know (title, subtitle, lang, dir, author, date, keywords, license,
 * canonical-url; the abstract, which the text shows, goes into the page's description only) and our own translation, alternates
 * and data; addresses of files are relative to the edition. Words are Markdown, as pandoc reads them.
 */
export function writeFrontMatter(metadata: Metadata, scope: Scope): string {
  const { publication, edition, language } = scope;
  const entries: [string, unknown][] = [
    ['title', asMarkdown(metadata.title)],
    ['subtitle', asMarkdown(metadata.subtitle)],
    ['lang', edition.tag],
    ['dir', directionOf(edition.tag)],
    ['author', metadata.authors.map(({ name }) => asMarkdown(name))],
    ['date', metadata.date],
    ['version', metadata.version],
    ['description-meta', asMarkdown(metadata.abstract)],
    ['keywords', metadata.keywords.map(asMarkdown)],
    ['license', metadata.licence.text],
    ['canonical-url', canonicalAddress(metadata, language, scope)],
    ['translation', describeTranslation(scope)],
    [
      'alternates',
      publication.editions
        .filter((other) => other.language !== language)
        .map((other) => ({
          lang: other.tag,
          href: relativeToEdition(pathInForm(scope.links, other.language, markdownType), language),
          canonical: canonicalAddress(metadata, other.language, scope),
        })),
    ],
    [
      'data',
      scope
        .links(language)
        .filter(({ relation }) => relation === 'describedby')
        .map(({ path, mediaType }) => ({ href: relativeToEdition(path, language), type: mediaType })),
    ],
  ];
  return fence(entries);
}

/**
 * Front matter of an edition's register of entities: whose it is (title, subtitle, lang, dir, version, license), and our
 * own edition and alternates, which lead to the edition and to the registers of the others.
 */
export function writeRegisterFrontMatter(metadata: Metadata, scope: Scope): string {
  const { publication, edition, language, registerPath, t } = scope;
  return fence([
    ['title', asMarkdown(t('edition:outputs.register.title'))],
    ['subtitle', asMarkdown(metadata.title)],
    ['lang', edition.tag],
    ['dir', directionOf(edition.tag)],
    ['version', metadata.version],
    ['license', metadata.licence.text],
    ['in-source-language', isGap(edition, 'title') ? ['subtitle'] : undefined],
    [
      'edition',
      {
        href: relativeToEdition(pathInForm(scope.links, language, markdownType), language),
        canonical: canonicalAddress(metadata, language, scope),
      },
    ],
    [
      'alternates',
      publication.editions
        .filter((other) => other.language !== language)
        .map((other) => ({
          lang: other.tag,
          href: relativeToEdition(registerPath(other.language), language),
        })),
    ],
  ]);
}

/** Words of a key that pandoc and Quarto read as Markdown, so that they stay words. */
function asMarkdown<T extends string | undefined>(words: T): T | string {
  if (!words) return words;
  const written = stringify(protectText({ type: 'root', children: [paragraph(text(words))] }));
  return written.trimEnd().replace(/\n/g, ' ');
}

/** pandoc's variable; left to right is what everything assumes. */
function directionOf(tag: string): string | undefined {
  return textDirection(tag) === 'rtl' ? 'rtl' : undefined;
}

/** What has no value is left out. */
function fence(entries: readonly [key: string, value: unknown][]): string {
  const present = entries.filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return `---\n${writeFrontMatterYaml(Object.fromEntries(present))}---\n\n`;
}

/** How complete the edition is; of an incomplete one, which of these keys are in the source's language. */
function describeTranslation({ edition, source }: Scope): Record<string, unknown> {
  const { gaps, ...status } = translationStatus(edition, source.tag);
  if (!gaps) return status;
  const { words, wordsTranslated, percent, keys } = gaps;
  return {
    ...status,
    words,
    'words-translated': wordsTranslated,
    percent,
    'source-language': source.language,
    ...(keys.length > 0 ? { 'in-source-language': keys } : {}),
  };
}
