import type {
  Document,
  Edition,
  EntityType,
  Property,
  Segment,
  Staged,
  Vocabulary,
} from '../../pipeline/model.ts';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { namedKind } from '../named-kind.ts';
import { translateInto } from './translate-into.ts';

function propertyOf(name: string, kind: string, extra: Partial<Property> = {}): Property {
  const iri = `https://example.org/def#${name}`;
  const none = {
    range: [],
    codes: new Map(),
    units: [],
    label: { en: name },
    description: '',
    parts: new Map(),
  };
  return {
    name,
    kind: namedKind(kind),
    many: false,
    ...none,
    follows: undefined,
    csl: undefined,
    iri,
    ...extra,
  };
}

function typeOf(name: string, properties: Property[], role: EntityType['role'] = 'entity'): EntityType {
  return {
    name,
    label: { en: name },
    plural: { en: name },
    description: '',
    abstract: false,
    supertypes: [],
    properties: new Map(properties.map((property) => [property.name, property])),
    required: [],
    classes: [],
    role,
  };
}

const name = propertyOf('name', 'text');

/** A vocabulary just large enough for boats on lakes. */
export const vocabulary: Vocabulary = {
  types: new Map(
    [
      typeOf('boat', [
        name,
        propertyOf('length', 'quantity', {
          units: ['m'],
          parts: new Map([['period', propertyOf('period', 'period')]]),
        }),
        propertyOf('launched', 'date'),
        propertyOf('owner', 'entity', { many: true, range: ['boat', 'lake'] }),
        propertyOf('purpose', 'text'),
        propertyOf('pieces', 'integer'),
      ]),
      typeOf('lake', [name]),
      typeOf('work', [name], 'bibliography'),
    ].map((type) => [type.name, type]),
  ),
  units: new Map([['m', { code: 'm', ucum: 'm', qudt: undefined, factor: 1, dimension: 'length' }]]),
  context: {},
  schemas: new Map(),
};

export const frontMatter = '---\ntitle: The *Yavarí*\nlanguage: en\nkeywords:\n  - lakes\n---\n\n';

/** A document of one publication "demo", in English. */
export function documentOf(body: string): { document: Document; segments: Segment[] } {
  const file = { path: 'source/demo/article.md', text: frontMatter + body };
  const document = parseDocument(file, { allowHtml: false }).value;
  return { document, segments: segmentDocument(document).value };
}

/** The Spanish edition by a catalog that is made from pairs of msgid and msgstr, one line each. */
export function editionOf(body: string, pairs: Record<string, string>): Staged<Edition> & { po: string } {
  const { document, segments } = documentOf(body);
  const quoted = (text: string): string => JSON.stringify(text);
  const entries = Object.entries({ 'The *Yavarí*': 'El *Yavarí*', lakes: 'lagos', ...pairs });
  const po = entries.map(([id, str]) => `msgid ${quoted(id)}\nmsgstr ${quoted(str)}\n`).join('\n');
  const catalog = readCatalog({ path: 'locales/es/demo.po', text: po }, 'es').value;
  const edition = { language: 'es', tag: 'es-PE', citationStyle: 'apa' };
  return { ...translateInto(document, segments, catalog, edition, vocabulary), po };
}
