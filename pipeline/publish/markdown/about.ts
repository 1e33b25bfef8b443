import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { doiAddress } from '../../values/iri-form.ts';
import { pathInForm } from '../edition-link.ts';
import type { Basis, Metadata } from '../metadata.ts';
import { relativeToEdition } from '../relative-to-edition.ts';
import { translationStatus } from '../translation-status.ts';
import { anchorOf } from './address.ts';
import { canonicalAddress } from './front-matter.ts';
import { bulletList, joinNodes, link, listItem, paragraph, strong, text } from './nodes.ts';
import { linkToRegister } from './register-file.ts';
import { languageAt, type Scope } from './scope.ts';
import { headingWithAnchor } from './section.ts';

/** A line: key of its label (locales/<lang>/edition.json, "about") and its words; without words there is no line. */
type AboutLine = [key: string, words: PhrasingContent[]];

/**
 * What an edition says of itself: what it is based on, who made it, how complete it is, what else there is.
 *
 * @param form media type of the file that this stands in: it leads to the other editions in the same form
 * @param register where its register of entities is, relative to it; undefined where it has it in itself
 */
export function writeAbout(
  metadata: Metadata,
  scope: Scope,
  { form, register }: { form: string; register: string | undefined },
): RootContent[] {
  const { t } = scope;
  const lines = [
    ...writeOrigin(metadata, scope),
    ...writeTranslation(metadata, scope),
    ...writeIdentity(metadata, scope),
    ...writeRights(metadata, scope),
    ...writeFiles(metadata, scope, { form, register }),
  ];
  const items = lines.flatMap(([key, words]): ListItem[] => {
    if (words.length === 0) return [];
    const label = t('edition:label', { label: t(`edition:about.${key}`) });
    return [listItem(paragraph(strong(text(label)), text(' '), ...words))];
  });
  return [...headingWithAnchor(2, '_about', t('edition:about.title')), bulletList(items)];
}

function writeOrigin({ basis, authors }: Metadata, scope: Scope): AboutLine[] {
  return [
    ['basedOn', basis ? writeBasis(basis, scope) : []],
    ['role', inOwnLanguage('basedOn/role', basis?.role, scope)],
    ['authors', plain(scope.list.format(authors.map(({ name }) => name)))],
  ];
}

function writeTranslation(
  { translators }: Metadata,
  { publication, edition, source, list, t }: Scope,
): AboutLine[] {
  const languages = new Intl.DisplayNames([edition.tag], { type: 'language' });
  const written = publication.editions.find(({ isSource }) => isSource);
  const { status, gaps, ...counts } = translationStatus(edition, source.tag);
  const left = { percent: gaps?.percent ?? 100, language: languages.of(source.language) ?? '' };
  const names = translators.map(({ name, isSoftware }) =>
    isSoftware ? t('edition:about.software', { name }) : name,
  );
  return [
    ['sourceLanguage', written && !edition.isSource ? plain(languages.of(written.language)) : []],
    ['edition', plain(languages.of(edition.tag))],
    ['translators', plain(list.format(names))],
    ['status', plain(t(`edition:status.${status}`, { ...counts, ...left }))],
  ];
}

function writeIdentity({ version, date, publisher, doi }: Metadata, scope: Scope): AboutLine[] {
  return [
    ['version', plain(version)],
    ['date', plain(date && scope.writer.date(date))],
    ['publisher', plain(publisher)],
    ['doi', doi ? [link(doiAddress(doi), text(doi))] : []],
  ];
}

function writeRights({ licence }: Metadata, scope: Scope): AboutLine[] {
  return [
    ['textLicence', writeLicence(licence.text, scope)],
    ['dataLicence', writeLicence(licence.data, scope)],
    ['rights', inOwnLanguage('licence/statement', licence.statement, scope)],
  ];
}

/** Where the edition is, and the files beside it that are named for readers. */
function writeFiles(
  metadata: Metadata,
  scope: Scope,
  { form, register }: { form: string; register: string | undefined },
): AboutLine[] {
  const { publication, language, links, t } = scope;
  const address = canonicalAddress(metadata, language, scope);
  const near = (path: string, words: string) => link(relativeToEdition(path, language), text(words));
  const others = publication.editions.filter((other) => other.language !== language);
  const named = links(language).filter(({ about }) => about !== undefined);
  return [
    ['canonical', [link(address, text(address))]],
    [
      'otherEditions',
      joinNodes(
        others.map((other) => [near(pathInForm(links, other.language, form), autonym(other.tag))]),
        ', ',
      ),
    ],
    ['register', register === undefined ? [] : [linkToRegister(register, scope)]],
    [
      'data',
      joinNodes(
        named.map(({ path, about }) => [near(path, t(`edition:about.${about}`))]),
        ', ',
      ),
    ],
  ];
}

function plain(words: string | undefined): PhrasingContent[] {
  return words ? [text(words)] : [];
}

/** Words of the front matter, marked where they are the source's. */
function inOwnLanguage(at: string, words: string | undefined, scope: Scope): PhrasingContent[] {
  return words ? scope.marked({ text: words, language: languageAt(at, scope) }) : [];
}

/** A language's name in itself, which is what its readers look for. */
function autonym(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** "A summary of …": the entry of the reference list where there is one. */
function writeBasis(basis: Basis, scope: Scope): PhrasingContent[] {
  const title: PhrasingContent = { type: 'emphasis', children: [text(basis.title)] };
  const relation = basis.relation ? [text(`${scope.t(`edition:relation.${basis.relation}`)} `)] : [];
  const entry = basis.work === undefined ? undefined : scope.references.entries.get(basis.work);
  if (entry && basis.work !== undefined) {
    return [...relation, link(`#${anchorOf(basis.work)}`, title), text('. '), ...entry];
  }
  const authors = scope.list.format(basis.authors);
  const details = [
    basis.journal,
    [basis.volume, basis.number && `(${basis.number})`].filter(Boolean).join(''),
    basis.pages,
    basis.date && scope.writer.date(basis.date),
  ].filter(Boolean);
  const url =
    basis.url ??
    (basis.work !== undefined && scope.publication.graph.entities.has(basis.work)
      ? `#${anchorOf(basis.work)}`
      : undefined);
  return [
    ...relation,
    text(`${authors}, `),
    url === undefined ? title : link(url, title),
    ...(details.length > 0 ? [text(`, ${details.join(', ')}`)] : []),
  ];
}

function writeLicence(licence: string | undefined, { t }: Scope): PhrasingContent[] {
  if (licence === undefined) return [];
  return /^https?:/.test(licence) ? [link(licence, text(licence))] : [text(t(`edition:licence.${licence}`))];
}
