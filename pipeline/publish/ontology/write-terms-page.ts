import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import type { EntityType, Language, LanguageMap, OutputFile, Property, Vocabulary } from '../../model.ts';
import { markdownType } from '../files.ts';

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
): OutputFile {
  const compact = createCompact(vocabulary);
  const word = (key: string) => t(`edition:terms.${key}`);
  const types = [...vocabulary.types.values()].sort((a, b) => (labelOf(a) < labelOf(b) ? -1 : 1));
  const sections = [
    `# ${word('title')}`,
    word('introduction'),
    ...types.flatMap(writeType),
    ...writeOthers(),
  ];
  return {
    path: `data/vocabulary.${language}.md`,
    text: `${sections.join('\n\n')}\n`,
    mediaType: markdownType,
    language,
  };

  function labelOf({ label, name }: { label: LanguageMap; name: string }): string {
    return label[language] ?? label.en ?? name;
  }

  function writeType(type: EntityType): string[] {
    const own = [...type.properties.values()].filter(
      (property) =>
        !type.supertypes.some(
          (name) => vocabulary.types.get(name)?.properties.get(property.name) === property,
        ),
    );
    const parents = type.supertypes.flatMap((name) => vocabulary.types.get(name) ?? []).map(labelOf);
    const classes = type.classes.map((iri) => `\`${compact(iri)}\``).join(', ');
    return [
      `## ${labelOf(type)}`,
      [
        type.definition?.[language],
        `${word('classes')} ${classes}.`,
        parents.length > 0 ? `${word('wider')} ${parents.join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      ...(own.length > 0 ? [writeProperties(own)] : []),
      ...own.filter(({ codes }) => codes.size > 0).map(writeCodes),
    ];
  }

  function writeProperties(properties: Property[]): string {
    return table(
      [word('property'), word('meaning'), word('address')],
      properties.map((property) => [
        labelOf(property),
        property.definition?.[language] ?? '',
        `\`${compact(property.iri)}\``,
      ]),
    );
  }

  function writeCodes(property: Property): string {
    const rows = [...property.codes].map(([code, labels]) => [
      `\`${code}\``,
      labels[language] ?? labels.en ?? code,
    ]);
    return table([labelOf(property), word('meaning')], rows);
  }

  function writeOthers(): string[] {
    const terms = vocabulary.terms ?? [];
    if (terms.length === 0) return [];
    const rows = terms.map((term) => [
      labelOf(term),
      term.definition[language] ?? '',
      `\`def:${term.name}\``,
    ]);
    return [`## ${word('others')}`, table([word('property'), word('meaning'), word('address')], rows)];
  }
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
