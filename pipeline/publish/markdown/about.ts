import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { dataPath, editionDataPath, editionPath, relativeToEdition } from '../files.ts';
import type { Basis, Metadata } from '../metadata.ts';
import { translationStatus } from '../translation-status.ts';
import { anchorOf } from './address.ts';
import { canonicalAddress } from './front-matter.ts';
import { bulletList, joinNodes, link, listItem, paragraph, strong, text } from './nodes.ts';
import { languageAt, type Scope } from './scope.ts';
import { headingWithAnchor } from './section.ts';

/** What an edition says of itself: what it is based on, who made it, how complete it is, what else there is. */
export function writeAbout(metadata: Metadata, scope: Scope): RootContent[] {
  const { publication, edition, language, list, t } = scope;
  const languages = new Intl.DisplayNames([edition.tag], { type: 'language' });
  const source = publication.editions.find((candidate) => candidate.isSource);
  const { status, gaps, ...counts } = translationStatus(edition, scope.source.tag);
  const other = publication.editions.filter((candidate) => candidate.language !== language);
  const { basis, licence, doi } = metadata;

  const items: ListItem[] = [];
  const add = (key: string, ...words: PhrasingContent[]): void => {
    if (words.length === 0) return;
    const label = t('edition:label', { label: t(`edition:about.${key}`) });
    items.push(listItem(paragraph(strong(text(label)), text(' '), ...words)));
  };
  const addText = (key: string, words: string | undefined): void => add(key, ...(words ? [text(words)] : []));
  const addOwn = (key: string, at: string, words: string | undefined): void => {
    if (words) add(key, ...scope.marked({ text: words, language: languageAt(at, scope) }));
  };

  if (basis) add('basedOn', ...writeBasis(basis, scope));
  addOwn('role', 'basedOn/role', basis?.role);
  addText('authors', list.format(metadata.authors.map(({ name }) => name)));
  if (source && !edition.isSource) addText('sourceLanguage', languages.of(source.language));
  addText('edition', languages.of(edition.tag));
  addText(
    'translators',
    list.format(
      metadata.translators.map(({ name, isSoftware }) =>
        isSoftware ? t('edition:about.software', { name }) : name,
      ),
    ),
  );
  const left = { percent: gaps?.percent ?? 100, language: languages.of(scope.source.language) ?? '' };
  addText('status', t(`edition:status.${status}`, { ...counts, ...left }));
  addText('version', metadata.version);
  addText('date', metadata.date && scope.writer.date(metadata.date));
  addText('publisher', metadata.publisher);
  if (doi) add('doi', link(`https://doi.org/${doi}`, text(doi)));
  add('textLicence', ...writeLicence(licence.text, scope));
  add('dataLicence', ...writeLicence(licence.data, scope));
  addOwn('rights', 'licence/statement', licence.statement);
  const address = canonicalAddress(metadata, language, scope);
  add('canonical', link(address, text(address)));
  add(
    'otherEditions',
    ...joinNodes(
      other.map((candidate) => [
        link(
          relativeToEdition(editionPath(publication, candidate.language), language),
          text(autonym(candidate.tag)),
        ),
      ]),
      ', ',
    ),
  );
  add(
    'data',
    link(relativeToEdition(dataPath(publication), language), text(t('edition:about.dataset'))),
    text(', '),
    link(relativeToEdition(editionDataPath(publication, language), language), text(t('edition:about.flat'))),
  );
  return [...headingWithAnchor(2, '_about', t('edition:about.title')), bulletList(items)];
}

/** A language's name in itself, which is what its readers look for. */
function autonym(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** "A summary of …": the entry of the reference list where there is one. */
function writeBasis(basis: Basis, scope: Scope): PhrasingContent[] {
  const relation = basis.relation ? [text(`${scope.t(`edition:relation.${basis.relation}`)} `)] : [];
  const entry = basis.work === undefined ? undefined : scope.references.entries.get(basis.work);
  if (entry && basis.work !== undefined) {
    return [...relation, link(`#${anchorOf(basis.work)}`, text(basis.title)), text('. '), ...entry];
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
  const title: PhrasingContent = { type: 'emphasis', children: [text(basis.title)] };
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
