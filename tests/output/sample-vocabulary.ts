import { readFileSync } from 'node:fs';
import type { EntityType, JsonObject, Property, Vocabulary } from '../../pipeline/model.ts';
import { namedKind } from '../named-kind.ts';

const base = 'https://example.org/sample/';
const schema = 'http://schema.org/';

/** Those that come with the tool: what the outputs say besides has no names of the project's own. */
const prefixes = JSON.parse(
  readFileSync(new URL('../../schemas/prefixes.json', import.meta.url), 'utf8'),
) as JsonObject;

/** A vocabulary with names of its own, so that the outputs cannot know any. */
export function sampleVocabulary(): Vocabulary {
  const period = property('period', 'period', 'Period', 'Período', 'Período');
  const quantityParts = [
    property('value', 'decimal', 'Value', 'Valor', 'Valor'),
    property('unit', 'code', 'Unit', 'Unidad', 'Unidade'),
    period,
    property('qualifier', 'code', 'Qualifier', 'Calificador', 'Qualificador'),
    { ...property('source', 'entity', 'Source', 'Fuente', 'Fonte'), range: ['paper'] },
  ];
  const thing = [
    { ...property('name', 'text', 'Name', 'Nombre', 'Nome'), iri: `${schema}name` },
    { ...property('alternateName', 'text', 'Other name', 'Otro nombre', 'Outro nome'), many: true },
    property('acronym', 'text', 'Acronym', 'Sigla', 'Sigla'),
    {
      ...property('description', 'text', 'Description', 'Descripción', 'Descrição'),
      iri: `${schema}description`,
    },
    { ...property('sameAs', 'iri', 'Same as', 'Igual a', 'Igual a'), many: true, iri: `${schema}sameAs` },
  ];
  const level = property('level', 'quantity', 'Water level', 'Nivel del agua', 'Nível da água');
  const types = [
    entityType(
      'lake',
      ['Lake', 'Lago', 'Lago'],
      ['Lakes', 'Lagos', 'Lagos'],
      [
        ...thing,
        { ...level, units: ['km'], parts: byName(quantityParts) },
        {
          ...property('surveys', 'quantity', 'Surveys', 'Mediciones', 'Medições'),
          many: true,
          parts: byName(quantityParts),
        },
        property('filled', 'date', 'Filled', 'Llenado', 'Enchido'),
        property('open', 'period', 'Open', 'Abierto', 'Aberto'),
        property('rivers', 'integer', 'Rivers', 'Ríos', 'Rios'),
        { ...property('shore', 'entity', 'Shore', 'Orilla', 'Margem'), many: true, range: ['lake'] },
      ],
    ),
    entityType('trait', ['Trait', 'Rasgo', 'Traço'], ['Traits', 'Rasgos', 'Traços'], thing),
    entityType(
      'review',
      ['Review', 'Revisión', 'Revisão'],
      ['Reviews', 'Revisiones', 'Revisões'],
      [
        ...thing,
        { ...property('basin', 'entity', 'Basin', 'Cuenca', 'Bacia'), range: ['lake'] },
        { ...property('trait', 'entity', 'Trait', 'Rasgo', 'Traço'), range: ['trait'] },
        { ...property('proof', 'entity', 'Proof', 'Prueba', 'Prova'), many: true },
        property('finding', 'text', 'Finding', 'Hallazgo', 'Achado'),
      ],
      { required: ['basin', 'trait'] },
    ),
    entityType('paper', ['Paper', 'Artículo', 'Artigo'], ['Papers', 'Artículos', 'Artigos'], thing, {
      role: 'bibliography',
    }),
    entityType(
      'remark',
      ['Remark', 'Observación', 'Observação'],
      ['Remarks', 'Observaciones', 'Observações'],
      [
        ...thing,
        {
          ...property('about', 'target', 'About', 'Sobre', 'Sobre'),
          many: true,
          iri: 'http://www.w3.org/ns/oa#hasTarget',
        },
        property('printed', 'string', 'As printed', 'Impreso', 'Impresso'),
        property('reading', 'text', 'Reading', 'Lectura', 'Leitura'),
      ],
      { role: 'note' },
    ),
  ];
  return {
    types: byName(types),
    units: new Map([
      [
        'km',
        {
          code: 'km',
          ucum: 'km',
          qudt: 'http://qudt.org/vocab/unit/KiloM',
          factor: 1000,
          dimension: 'length',
        },
      ],
    ]),
    context: {
      '@version': 1.1,
      ...prefixes,
      def: `${base}def#`,
      tinkuy: 'https://w3id.org/tinkuy/core#',
      Lake: 'def:Lake',
      name: { '@id': 'schema:name', '@container': '@language' },
      level: 'def:level',
      shore: { '@id': 'def:shore', '@type': '@id', '@container': '@set' },
      rivers: { '@id': 'def:rivers', '@type': 'xsd:integer' },
    },
    schemas: new Map(),
  };
}

function property(name: string, kind: string, en: string, es: string, pt: string): Property {
  return {
    name,
    kind: namedKind(kind),
    many: false,
    range: [],
    codes: new Map(),
    units: [],
    label: { en, es, pt },
    description: '',
    parts: new Map(),
    follows: undefined,
    csl: undefined,
    iri: `${base}def#${name}`,
  };
}

function entityType(
  name: string,
  [en = '', es = '', pt = '']: string[],
  plurals: string[],
  properties: Property[],
  more: Partial<EntityType> = {},
): EntityType {
  const own = `${base}def#${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    name,
    label: { en, es, pt },
    plural: { en: plurals[0] ?? '', es: plurals[1] ?? '', pt: plurals[2] ?? '' },
    description: '',
    abstract: false,
    supertypes: [],
    properties: byName(properties),
    required: ['name'],
    classes: [own, `${schema}Thing`],
    role: 'entity',
    ...more,
  };
}

function byName<T extends { name: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}
