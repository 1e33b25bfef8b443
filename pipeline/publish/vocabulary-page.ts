import { isDescribedType } from '../graph/described-publication.ts';
import type { EntityType, Language, LanguageMap, OutputFile, Property, Vocabulary } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';
import { kinds } from '../values/kinds.ts';
import { type ListedStructure, listStructures } from '../values/list-structures.ts';
import { listKeywords, listPatternsLeftOut } from './keyword-ledger.ts';
import { directSupertypes, ownProperties } from './own-properties.ts';

/**
 * docs/vocabulary.md: every entity type with its supertypes, properties, kinds, ranges, units, codes, addresses and
 * labels in the given languages. Path relative to the project's root.
 */
export function writeVocabularyPage(vocabulary: Vocabulary, languages: Language[]): OutputFile {
  const types = [...vocabulary.types.values()];
  const sections = [
    '# Vocabulary',
    'What an annotation or a record can say: the entity types that come with Tinkuy, those of the project (`schemas/types/`, `source/<publication>/schemas/types/`), and their properties. A class that begins with `tinkuy:` is the same in every project; one that begins with `def:` is the project’s own. `[words](type:slug#property)` states a property in the text; a record states it in YAML. A star after a kind means that a property can have many values. This page is generated from the schemas by `tinkuy generate`.',
    '## Types',
    table(
      ['Type', ...languages.map((language) => `Label (${language})`), 'What it is', 'Class'],
      types.map((type) => [
        link(type),
        ...languages.map((language) => type.label[language] ?? ''),
        type.description,
        code(compact(type.classes[0] ?? '', vocabulary)),
      ]),
    ),
    ...types.flatMap((type) => typeSection(type, vocabulary, languages)),
    '## Kinds of values',
    table(
      ['Kind', 'A value'],
      [...kinds].map(([name, { description }]) => [code(name), description]),
    ),
    '## Keywords of JSON Schema',
    'What a keyword says something of; beside a property of another kind it is a finding ([schema-keyword-has-an-effect](rules/schema-keyword-has-an-effect.md)). `type`, `enum`, `const` and the keywords that combine schemas speak of every kind. All hold with exact decimals when a record or a text is read. A shape has those of the last column; the generated types and the schema for editors have codes, kinds and parts, and no limits. A pattern with look-around, references to groups, word boundaries or a long list of characters cannot be asked for in SHACL: it is left out of the shape, a comment of which says so, and named below the table.',
    table(
      ['Keyword', 'Speaks of', 'Holds for', 'In shapes'],
      listKeywords().map(({ keyword, type, holds, inShapes }) => [
        code(keyword),
        type === 'array' ? 'lists' : `${type}s`,
        type === 'array' ? 'every property with many values' : holds.map(code).join(', '),
        inShapes.map(code).join(', '),
      ]),
    ),
    ...patternsLeftOut(vocabulary),
    '## Units',
    table(
      ['Unit', 'UCUM', 'QUDT', 'Dimension', 'Factor'],
      [...vocabulary.units.values()].map((unit) => [
        code(unit.code),
        code(unit.ucum),
        unit.qudt === undefined ? '' : code(compact(unit.qudt, vocabulary)),
        unit.dimension,
        String(unit.factor),
      ]),
    ),
    '## Prefixes',
    table(
      ['Prefix', 'Namespace'],
      prefixes(vocabulary).map(([prefix, namespace]) => [code(prefix), `<${namespace}>`]),
    ),
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  return { path: 'docs/vocabulary.md', text, mediaType: 'text/markdown', language: undefined };
}

function patternsLeftOut(vocabulary: Vocabulary): string[] {
  const rows = listPatternsLeftOut(vocabulary).map(({ type, property, pattern, beyond }) => [
    `[${type}](#${type})`,
    code(property),
    code(pattern),
    code(beyond),
  ]);
  return rows.length === 0
    ? []
    : ['Patterns that no shape has:', table(['Type', 'Property', 'Pattern', 'Has no translation'], rows)];
}

function typeSection(type: EntityType, vocabulary: Vocabulary, languages: Language[]): string[] {
  const parents = directSupertypes(type, vocabulary).flatMap((name) => vocabulary.types.get(name) ?? []);
  const own = ownProperties(type, vocabulary);
  const inherited = type.supertypes.flatMap((name) => vocabulary.types.get(name) ?? []);
  const facts = [
    `Labels: ${labels(type.label, languages)}; plural: ${labels(type.plural, languages)}.`,
    notEntities(type),
    parents.length > 0 ? `A kind of ${parents.map(link).join(', ')}.` : '',
    type.role === 'entity' ? '' : `Role in the editions: ${type.role}.`,
    type.required.length > 0 ? `Required: ${type.required.map(code).join(', ')}.` : '',
    `Classes: ${type.classes.map((iri) => code(compact(iri, vocabulary))).join(', ')}.`,
  ];
  return [
    `## ${type.name}`,
    type.description,
    facts.filter((fact) => fact !== '').join(' '),
    own.length === 0
      ? ''
      : table(
          ['Property', 'Kind', ...languages.map((language) => `Label (${language})`), 'Meaning', 'Term'],
          own.map((property) => [
            code(property.name),
            describeKind(property, vocabulary),
            ...languages.map((language) => property.label[language] ?? ''),
            meaning(property),
            code(compact(property.iri, vocabulary)),
          ]),
        ),
    ...own.filter((property) => property.codes.size > 0).map((property) => codeList(property, languages)),
    ...listStructures(own).flatMap((listed) => structureSection(listed, vocabulary, languages)),
    ...inherited
      .map((ancestor) => ({
        ancestor,
        names: ownProperties(ancestor, vocabulary).map((property) => property.name),
      }))
      .filter(({ names }) => names.length > 0)
      .map(({ ancestor, names }) => `From ${link(ancestor)}: ${names.map(code).join(', ')}.`),
  ];
}

/** What has a type that entities do not have. */
function notEntities({ name, abstract }: EntityType): string {
  if (isDescribedType(name))
    return 'A publication has this type, by its front matter; keys of Tinkuy’s own form are not among these.';
  return abstract ? 'No entity has this type itself; others build upon it.' : '';
}

/** An object that values of the type are, or have: its parts as those of a type. */
function structureSection(
  { structure, parts }: ListedStructure,
  vocabulary: Vocabulary,
  languages: Language[],
): string[] {
  const own = [...parts.values()];
  return [
    `### ${structure.name}`,
    [
      structure.required.length > 0 ? `Required: ${structure.required.map(code).join(', ')}.` : '',
      structure.isOpen ? 'It may have parts that are not named here.' : '',
    ]
      .filter((fact) => fact !== '')
      .join(' '),
    table(
      ['Part', 'Kind', 'Meaning', 'Term'],
      own.map((part) => [
        code(part.name),
        describeKind(part, vocabulary),
        meaning(part),
        code(compact(part.iri, vocabulary)),
      ]),
    ),
    ...own.filter(({ codes }) => codes.size > 0).map((part) => codeList(part, languages)),
  ];
}

function describeKind(property: Property, vocabulary: Vocabulary): string {
  const star = property.many ? '\\*' : '';
  const { structure, alternatives } = property;
  if (alternatives)
    return `${[...new Set(alternatives.map((each) => describeKind(each, vocabulary)))].join(' or ')}${star}`;
  if (structure) return `[${structure.name}](#${structure.name.toLowerCase()})${star}`;
  const detail = kindOf(property).keywords.has('x-units')
    ? property.units.map(code).join(', ')
    : outermost(property.range, vocabulary)
        .map((name) => `[${name}](#${name})`)
        .join(', ');
  const [name] = [...kinds].find(([, kind]) => kind === kindOf(property)) ?? [''];
  return detail === '' ? `${name}${star}` : `${name}${star}: ${detail}`;
}

/** The types of a range without those that another of them includes. */
function outermost(range: string[], vocabulary: Vocabulary): string[] {
  return range.filter(
    (name) => !vocabulary.types.get(name)?.supertypes.some((supertype) => range.includes(supertype)),
  );
}

function meaning(property: Property): string {
  const { follows } = property;
  if (!follows) return property.description;
  const operands = follows.operands.map(code).join(', ');
  const tolerance = follows.operation === 'after' ? '' : `, within ${follows.tolerance * 100} %`;
  const words = { quotient: 'quotient of', product: 'product of', sum: 'sum of', after: 'not before' };
  return `${property.description} Checked: ${words[follows.operation]} ${operands}${tolerance}.`;
}

function codeList(property: Property, languages: Language[]): string {
  const rows = [...property.codes].map(([name, label]) => [
    code(name),
    ...languages.map((language) => label[language] ?? ''),
  ]);
  return `Codes of ${code(property.name)}:\n\n${table(['Code', ...languages], rows)}`;
}

function link(type: EntityType): string {
  return `[${type.name}](#${type.name})`;
}

function labels(map: LanguageMap, languages: Language[]): string {
  return languages.map((language) => `${map[language] ?? '–'} (${language})`).join(', ');
}

function prefixes(vocabulary: Vocabulary): [string, string][] {
  return Object.entries(vocabulary.context).flatMap(([prefix, value]): [string, string][] =>
    typeof value === 'string' && /^https?:.*[/#]$/.test(value) ? [[prefix, value]] : [],
  );
}

function compact(iri: string, vocabulary: Vocabulary): string {
  const found = prefixes(vocabulary)
    .filter(([, namespace]) => iri.startsWith(namespace))
    .sort(([, a], [, b]) => b.length - a.length)[0];
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
