import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import type { EntityType, Language, LanguageMap, Property, Vocabulary } from '../../model.ts';

/** What the parts of a page share. */
interface TermsPageScope {
  vocabulary: Vocabulary;
  /** A word of the page. */
  word: (key: string) => string;
  labelOf: (named: { label: LanguageMap; name: string }) => string;
  /** In the language of the page; '' where there is none. */
  definitionOf: (defined: { definition?: LanguageMap | undefined }) => string;
  inLanguage: (labels: LanguageMap) => string | undefined;
  compact: (iri: string) => string;
}

/**
 * The vocabulary of the data for readers of one language, as Markdown: every type with its definition, its properties with
 * theirs, their addresses in the data, and the words of the codes. Terms of other vocabularies are defined where they
 * come from.
 *
 * @param t words of the edition (locales/<lang>/edition.json, "terms")
 */
export function writeTermsPage(
  vocabulary: Vocabulary,
  language: Language,
  t: (key: string) => string,
): string {
  const inLanguage: TermsPageScope['inLanguage'] = (labels) => labels[language] ?? labels.en;
  const scope: TermsPageScope = {
    vocabulary,
    word: (key) => t(`edition:terms.${key}`),
    labelOf: ({ label, name }) => inLanguage(label) ?? name,
    definitionOf: ({ definition }) => definition?.[language] ?? '',
    inLanguage,
    compact: createCompact(vocabulary),
  };
  const { word, labelOf } = scope;
  const types = [...vocabulary.types.values()].sort((a, b) => (labelOf(a) < labelOf(b) ? -1 : 1));
  const sections = [
    `# ${word('title')}`,
    word('introduction'),
    ...types.flatMap((type) => writeType(type, scope)),
    ...writeOthers(scope),
  ];
  return `${sections.join('\n\n')}\n`;
}

function writeType(type: EntityType, scope: TermsPageScope): string[] {
  const { vocabulary, word, labelOf, definitionOf, compact } = scope;
  const own = [...type.properties.values()].filter(
    (property) =>
      !type.supertypes.some((name) => vocabulary.types.get(name)?.properties.get(property.name) === property),
  );
  const parents = type.supertypes.flatMap((name) => vocabulary.types.get(name) ?? []).map(labelOf);
  const classes = type.classes.map((iri) => `\`${compact(iri)}\``).join(', ');
  return [
    `## ${labelOf(type)}`,
    [
      definitionOf(type),
      `${word('classes')} ${classes}.`,
      parents.length > 0 ? `${word('wider')} ${parents.join(', ')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...(own.length > 0 ? [writeProperties(own, scope)] : []),
    ...own.filter(({ codes }) => codes.size > 0).map((property) => writeCodes(property, scope)),
  ];
}

function writeProperties(
  properties: Property[],
  { word, labelOf, definitionOf, compact }: TermsPageScope,
): string {
  return table(
    [word('property'), word('meaning'), word('address')],
    properties.map((property) => [labelOf(property), definitionOf(property), `\`${compact(property.iri)}\``]),
  );
}

function writeCodes(property: Property, { word, labelOf, inLanguage }: TermsPageScope): string {
  const rows = [...property.codes].map(([code, labels]) => [`\`${code}\``, inLanguage(labels) ?? code]);
  return table([labelOf(property), word('meaning')], rows);
}

/** Terms of our own that no type has. */
function writeOthers({ vocabulary, word, labelOf, definitionOf, compact }: TermsPageScope): string[] {
  const terms = vocabulary.terms ?? [];
  if (terms.length === 0) return [];
  const rows = terms.map((term) => [labelOf(term), definitionOf(term), `\`${compact(term.iri)}\``]);
  return [`## ${word('others')}`, table([word('property'), word('meaning'), word('address')], rows)];
}

/** Compact IRIs, by the longest namespace. */
function createCompact({ context }: Vocabulary): (iri: string) => string {
  const prefixes = [...readPrefixes(context)].sort(([, a], [, b]) => b.length - a.length);
  return (iri) => {
    const found = prefixes.find(([, namespace]) => iri.startsWith(namespace));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  };
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
