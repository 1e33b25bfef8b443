import { describe, expect, test } from 'vitest';
import { checkTranslation } from './check-translation.ts';

const file = 'source/t/entities/e.yaml';
const port = {
  en: '[The port](place:port) is old.',
  es: '[El puerto](place:port) es antiguo.',
  pt: '[O porto](place:port) é antigo.',
};

/** What is found of a record of a port that has these lines beside its name. */
async function findingsOf(...lines: string[]): Promise<string[]> {
  const head = 'place:port:\n  name: { en: The port, es: El puerto, pt: O porto }\n';
  const { findings } = await checkTranslation([port], {
    [file]: `${head}${lines.map((line) => `  ${line}\n`).join('')}`,
  });
  return findings;
}

describe('a text of a record is held against its other languages', () => {
  test.each([
    [
      'a number',
      'description: { en: Built in 1931 with 8 piers., es: Construido en 1913 con 8 muelles., pt: Construído em 1931 com 8 cais. }',
      'numbers-agree-across-editions',
      '3:55',
    ],
    [
      'a number that is gone',
      'description: { en: It has 48 piers., es: Tiene muelles., pt: Tem 48 cais. }',
      'numbers-agree-across-editions',
      '3:44',
    ],
    [
      'a unit',
      'description: { en: It is 18 km long., es: Mide 18 km., pt: Tem 18 milhas de extensão. }',
      'units-agree-across-editions',
      '3:62',
    ],
    [
      'a month',
      'description: { en: Opened in May 1931., es: Abierto en junio de 1931., pt: Aberto em maio de 1931. }',
      'dates-agree-across-editions',
      '3:47',
    ],
    [
      'an address',
      'description: { en: "See https://example.org/a first.", es: "Vea antes https://example.org/b.", pt: "Veja antes https://example.org/a." }',
      'addresses-are-kept',
      '3:62',
    ],
    [
      'a half bracket',
      'description: { en: A port, es: "Un (puerto", pt: Um porto }',
      'brackets-are-balanced',
      '3:34',
    ],
  ])('%s', async (_, line, rule, at) => {
    expect(await findingsOf(line)).toEqual([`${rule} ${file}:${at}`]);
  });

  test('in block scalars and keys of their own, at their line', async () => {
    const lines = [
      'description:',
      '  en: |',
      '    Built in 1931.',
      '  es: |',
      '    Construido en 1913.',
      '  pt: |',
      '    Construído em 1931.',
    ];
    expect(await findingsOf(...lines)).toEqual([`numbers-agree-across-editions ${file}:6:9`]);
  });

  test.each([
    [
      'the same values',
      'description: { en: "Built in May 1931, 1,528 m long.", es: "Construido en mayo de 1931; mide 1528 m.", pt: "Construído em maio de 1931; mede 1.528 m." }',
    ],
    ['a language that lacks it', 'alternateName: { en: [Pier 7], es: [], pt: [Cais] }'],
    ['lists, which are each language’s own', 'alternateName: { en: [Pier 7], es: [Muelle 8], pt: [Cais 9] }'],
    [
      'words that are told otherwise',
      'description: { en: A port, es: ¡El puerto más viejo del país!, pt: Um porto }',
    ],
  ])('says nothing of %s', async (_, line) => {
    expect(await findingsOf(line)).toEqual([]);
  });

  const allow = '# allow numbers-agree-across-editions: the sources differ';
  test.each([
    ['at the end of the line', [`description: { en: In 1931., es: En 1913., pt: Em 1931. } ${allow}`]],
    ['above the property', [allow, 'description: { en: In 1931., es: En 1913., pt: Em 1931. }']],
    ['above the text', ['description:', '  en: In 1931.', `  ${allow}`, '  es: En 1913.', '  pt: Em 1931.']],
  ])('is allowed by a comment %s', async (_, lines) => {
    expect(await findingsOf(...lines)).toEqual([]);
  });

  test('an allowance that nothing needs is a finding', async () => {
    expect(await findingsOf(`description: { en: In 1931., es: En 1931., pt: Em 1931. } ${allow}`)).toEqual([
      `allowance-is-needed ${file}:3:63`,
    ]);
  });

  test.each([
    ['within a text', ['description:', '  en: "# allow spacing-is-clean: none"', '  es: A', '  pt: B'], []],
    [
      'of a block, beside its sign',
      [
        'description:',
        '  en: In 1931.',
        '  es: | # allow numbers-agree-across-editions: the sources differ',
        '    En 1913.',
        '  pt: Em 1931.',
      ],
      [],
    ],
    [
      'without a reason',
      ['# allow numbers-agree-across-editions', 'description: { en: In 1931., es: En 1913., pt: Em 1931. }'],
      [`allowance-has-reason ${file}:3:5`, `numbers-agree-across-editions ${file}:4:36`],
    ],
    [
      'of no rule',
      [
        '# allow numbers-agree-accross-editions: so',
        'description: { en: In 1931., es: En 1931., pt: Em 1931. }',
      ],
      [`allowance-names-a-rule ${file}:3:5`],
    ],
    [
      'of what is stated',
      ['# allow unique-value-is-of-one-entity: so', 'description: { en: A, es: A, pt: A }'],
      [`allowance-names-a-rule ${file}:3:5`],
    ],
    [
      'beside another property',
      [`alternateName: { en: [Pier] } ${allow}`, 'description: { en: In 1931., es: En 1913., pt: Em 1931. }'],
      [`allowance-is-needed ${file}:3:35`, `numbers-agree-across-editions ${file}:4:36`],
    ],
  ])('a comment %s', async (_, lines, expected) => {
    expect((await findingsOf(...lines)).sort()).toEqual(expected);
  });
});
