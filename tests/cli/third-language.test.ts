import { describe, expect, test } from 'vitest';
import { checkTranslation } from './check-translation.ts';

const rule = 'language-is-the-editions';
const [es, pt] = ['locales/es/t.po', 'locales/pt/t.po'];

async function findingsOf(paragraph: { en: string; es: string; pt: string }): Promise<string[]> {
  const { findings } = await checkTranslation([paragraph]);
  return findings.filter((line) => line.startsWith(rule));
}

describe('a sentence in the language of another edition', () => {
  const dogs = {
    en: 'The dogs run along the beach every evening.',
    es: 'Los perros corren por la playa todas las noches.',
    pt: 'Os cachorros correm pela praia todas as noites.',
  };
  test.each([
    ['Portuguese in both catalogs', { ...dogs, es: dogs.pt }, es, 9],
    ['Spanish in both catalogs', { ...dogs, pt: dogs.es }, pt, 9],
    ['Portuguese in other words', { ...dogs, es: 'Os cães correm na praia à noite.' }, es, 9],
    [
      'a short one, told by a letter',
      { en: 'It was not possible.', es: 'Não foi possível.', pt: 'Não deu certo.' },
      es,
      9,
    ],
    [
      'a short one, told by one word and the other catalog',
      { en: 'The beach is nice.', es: 'A praia é bonita.', pt: 'A praia é bonita.' },
      es,
      9,
    ],
    [
      'a question, told by its mark',
      { en: 'Where is the boat?', es: '¿Dónde está la barca?', pt: '¿Dónde está la barca?' },
      pt,
      9,
    ],
    [
      'the second of two',
      {
        en: 'The boat is old. The dogs run along the beach.',
        es: 'La barca es vieja. Os cachorros correm pela praia com eles.',
        pt: 'O barco é velho. Os cachorros correm pela praia com eles.',
      },
      es,
      28,
    ],
  ])('%s', async (_, paragraph, at, column) => {
    expect(await findingsOf(paragraph)).toEqual([`${rule} ${at}:5:${column}`]);
  });

  test.each([
    ['each its own', dogs],
    ['a name', { en: 'São Paulo and Goiás', es: 'São Paulo y Goiás', pt: 'São Paulo e Goiás' }],
    [
      'a title that every edition keeps',
      { en: 'Os sertões da minha terra', es: 'Os sertões da minha terra', pt: 'Os sertões da minha terra' },
    ],
    [
      'a quotation',
      { en: 'They said “it is not here”.', es: 'Dijeron “não está aqui”.', pt: 'Disseram “não está aqui”.' },
    ],
    [
      'words that both languages have',
      { en: 'A total of 5 km of canal', es: 'Total: 5 km de canal', pt: 'Total: 5 km de canal' },
    ],
    [
      'a loan word',
      { en: 'They eat feijão with rice.', es: 'Comen feijão con arroz.', pt: 'Comem feijão com arroz.' },
    ],
    [
      'small words that are others there',
      { en: 'It does not give us two.', es: 'No nos da dos.', pt: 'Não nos dá dois.' },
    ],
    [
      'a long sentence with English names',
      {
        en: 'The Rustonomicon: covers unsafe Rust, including working with raw pointers and interfacing with other languages (FFI).',
        es: 'The Rustonomicon: trata de Rust inseguro, incluido cómo trabajar con punteros sin formato e interactuar con otros lenguajes (FFI).',
        pt: 'The Rustonomicon: trata de Rust inseguro, incluindo o trabalho com ponteiros crus e a interface com outras linguagens (FFI).',
      },
    ],
  ])('is not: %s', async (_, paragraph) => {
    expect(await findingsOf(paragraph)).toEqual([]);
  });

  test('is allowed with a reason', async () => {
    const paragraph = { ...dogs, es: dogs.pt, comments: [`allow ${rule}: a song`] };
    const { findings } = await checkTranslation([paragraph]);
    expect(findings).toEqual(['allowance-is-needed locales/pt/t.po:4:3']);
  });
});
