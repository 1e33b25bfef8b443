import { describe, expect, test } from 'vitest';
import { foundIn, glossaryOf } from './glossary-demo.ts';

const glossary = glossaryOf({
  'org:can': {
    name: { en: 'Andean Community', es: 'Comunidad Andina', pt: 'Comunidade Andina' },
    alternateName: { en: ['Andean Community of Nations'] },
    acronym: { en: 'CAN', es: 'CAN', pt: 'CAN' },
  },
  'country:peru': {
    name: { en: 'Peru', es: 'Perú', pt: 'Peru' },
    otherForm: { es: ['peruano'], pt: ['peruano'] },
  },
  'border:ec-pe': {
    name: { en: 'Ecuador–Peru border', es: 'Frontera Ecuador-Perú', pt: 'Fronteira Equador-Peru' },
  },
  'concept:border-crossing': {
    name: { en: 'Border crossing', es: 'Paso de frontera', pt: 'Passagem de fronteira' },
    avoidedTerm: { pt: ['ponto fronteiriço'] },
  },
  'concept:governance': { name: { en: 'Governance', es: 'Gobernanza', pt: 'Governança' } },
  'concept:region': { name: { en: 'region', es: 'región', pt: 'região' } },
  'concept:border-integration': {
    name: { en: 'Border integration', es: 'Integración fronteriza', pt: 'Integração fronteiriça' },
  },
  'concept:project-group': { name: { en: 'Project group' } },
  'agreement:rio-protocol': { name: { es: 'Protocolo de Paz, Amistad y Límites' } },
  'place:la-paz': { name: { en: 'La Paz', es: 'La Paz', pt: 'La Paz' } },
  'feature:andes': { name: { en: 'Andes', es: 'Andes', pt: 'Andes' } },
  'person:aravena': { name: { und: 'F. Aravena' } },
  'concept:andean-country': { name: { es: 'País andino' } },
  'concept:border-committee': { name: { es: 'Comité de Frontera' } },
  'note:doubt': { name: { en: 'A doubt' } },
});

describe('words that are a label of an entity', () => {
  test.each([
    ['pt', 'da Comunidade Andina', 'org:can'],
    ['pt', 'à comunidade andina', 'org:can'],
    ['pt', 'passagens de fronteira', 'concept:border-crossing'],
    ['pt', 'passagens da fronteira', 'concept:border-crossing'],
    ['pt', 'regiões', 'concept:region'],
    ['pt', 'peruanas', 'country:peru'],
    ['es', 'del Perú', 'country:peru'],
    ['es', 'los pasos de frontera', 'concept:border-crossing'],
    ['es', 'integración fronterizas', 'concept:border-integration'],
    ['es', 'frontera Perú-Ecuador', 'border:ec-pe'],
    ['es', 'frontera del Ecuador con el Perú', 'border:ec-pe'],
    ['en', 'the Andean Community of Nations', 'org:can'],
    ['en', 'Peru’s', 'country:peru'],
    ['en', 'Andean Community (CAN)', 'org:can'],
    ['es', 'F. Aravena', 'person:aravena'],
    ['es', 'los países andinos', 'concept:andean-country'],
    ['es', 'los comités de frontera', 'concept:border-committee'],
  ])('%s “%s” is %s', (language, words, entity) => {
    expect(glossary.match(words, entity, language)).toBeDefined();
  });

  test.each([
    ['es', 'Peru', 'country:peru'],
    ['es', 'Comunidad Europea', 'org:can'],
    ['en', 'government', 'concept:governance'],
    ['en', 'and', 'feature:andes'],
    ['en', 'Can', 'org:can'],
    ['en', 'the country', 'country:peru'],
    ['en', '', 'country:peru'],
    ['en', 'Peru', 'country:atlantis'],
  ])('%s “%s” is not %s', (language, words, entity) => {
    expect(glossary.match(words, entity, language)).toBeUndefined();
  });

  test('a label tells its role, the better one first', () => {
    expect(glossary.match('CAN', 'org:can', 'pt')).toEqual({ text: 'CAN', role: 'acronym' });
    expect(glossary.match('peruano', 'country:peru', 'es')?.role).toBe('form');
    expect(glossary.match('pontos fronteiriços', 'concept:border-crossing', 'pt')?.role).toBe('avoided');
  });

  test('all entities that words name as a whole', () => {
    const named = (words: string) => glossary.named(words, 'en').map(({ term }) => term.entity);
    expect(named('the Ecuador–Peru border')).toEqual(['border:ec-pe']);
    expect(named('Peru')).toEqual(['country:peru']);
    expect(named('the future of Peru')).toEqual([]);
  });
});

describe('labels in a text', () => {
  test('the longest, from left to right', () => {
    const text = 'The Andean Community of Nations and the Andean Community met in Peru.';
    expect(foundIn(glossary, text, 'en')).toEqual([
      'Andean Community of Nations → org:can',
      'Andean Community → org:can',
      'Peru → country:peru',
    ]);
  });

  test('inflected and contracted, in Portuguese and Spanish', () => {
    expect(foundIn(glossary, 'As passagens de fronteira da Comunidade Andina e as do Peru', 'pt')).toEqual([
      'passagens de fronteira → concept:border-crossing',
      'Comunidade Andina → org:can',
      'Peru → country:peru',
    ]);
    expect(foundIn(glossary, 'integraciones fronterizas del Perú', 'es')).toEqual([
      'integraciones fronterizas → concept:border-integration',
      'Perú → country:peru',
    ]);
  });

  test.each([
    ['en', 'They can go, and they go.', 'small words that look like a name or an acronym'],
    ['pt', 'um peru assado', 'a common noun that looks like a name of one word'],
    ['en', 'cross-border integration', 'a part of a compound'],
    ['en', 'the projects of its groups', 'nouns that an article or a preposition relates otherwise'],
    ['es', 'Llegaron a la frontera Ecuador. Perú, no', 'words that punctuation divides'],
    ['es', 'firmaron la paz', 'a name without its article'],
    ['en', 'A doubt', 'notes, which are no terms'],
  ])('not in %s: %s (%s)', (language, text) => {
    const entities = glossary.find(text, language).map(({ term }) => term.entity);
    expect(entities.filter((entity) => entity !== 'country:peru')).toEqual([]);
    if (language === 'pt') expect(entities).toEqual([]);
  });

  test('punctuation that the label has too divides nothing', () => {
    const text = 'el Protocolo de Paz, Amistad y Límites';
    expect(foundIn(glossary, text, 'es')).toEqual([
      'Protocolo de Paz, Amistad y Límites → agreement:rio-protocol',
    ]);
  });

  test('a label of two entities is found for both', () => {
    const twins = glossaryOf({
      'place:amazonas': { name: { en: 'Amazonas' } },
      'feature:amazonas': { name: { en: 'Amazonas' } },
    });
    expect(foundIn(twins, 'in Amazonas', 'en')).toEqual([
      'Amazonas → place:amazonas',
      'Amazonas → feature:amazonas',
    ]);
  });

  test('an entity is held also in the middle of a longer label', () => {
    expect(glossary.holds('a fronteira Equador-Peru', 'country:peru', 'pt')).toBe(true);
    expect(glossary.holds('um ponto fronteiriço', 'concept:border-crossing', 'pt')).toBe(false);
  });
});

describe('other languages', () => {
  const others = glossaryOf({
    'org:can': { name: { fr: 'Communauté andine', ar: 'جماعة دول الأنديز', qu: 'Anti Ayllu', x_1: 'Odd' } },
  });

  test('a language with a stemmer and no data of its own is inflected', () => {
    expect(others.match('communautés andines', 'org:can', 'fr')).toBeDefined();
  });

  test('a language without a stemmer compares words as they are', () => {
    expect(others.match('anti ayllu', 'org:can', 'qu')).toBeDefined();
    expect(others.match('anti ayllukuna', 'org:can', 'qu')).toBeUndefined();
  });

  test('a text from right to left, and a tag that is none', () => {
    expect(foundIn(others, 'قالت جماعة دول الأنديز', 'ar')).toHaveLength(1);
    expect(others.match('odd', 'org:can', 'x_1')).toBeDefined();
  });
});

test('records of one entity add up; names come from the records', () => {
  expect(glossary.name('org:can', 'es')).toBe('Comunidad Andina');
  expect(glossary.name('person:aravena', 'pt')).toBe('F. Aravena');
  expect(glossary.name('agreement:rio-protocol', 'en')).toBeUndefined();
});
