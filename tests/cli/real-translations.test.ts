import { describe, expect, test } from 'vitest';
import { checkTranslation } from './check-translation.ts';

/** Rules that find something in the Spanish words of the first paragraph; all findings there are. */
async function rulesOn(en: string, es: string, others: { en: string; es: string }[] = []): Promise<string[]> {
  const { findings } = await checkTranslation([{ en, es }, ...others]);
  return findings.map((finding) => finding.split(' ')[0] ?? '');
}

describe('what good translations of real books do is no finding', () => {
  test.each([
    [
      'A space with three dimensions is a 3-dimensional one.',
      'El espacio de tres dimensiones es el tridimensional.',
    ],
    [
      'He talked with those of Modula-3 and read the Modula-3 report.',
      'Habló con los de Modula-3 y leyó su informe.',
    ],
    ['Call the function with one argument and a name.', 'Llame a la función con 1 argumento y un nombre.'],
    ['Use the size instead of the 0 there.', 'Use allí el tamaño en lugar de `0`.'],
    ['The labels are 2.0aN and then 2.0bN.', 'Las etiquetas son 2.0aN y luego 2.0bN.'],
    [
      'It was so in all of them prior to 2.0, as is known.',
      'Fue así en todas las anteriores a la 2.0, como se sabe.',
    ],
    ['The problem with "0.1" is well known.', 'El problema de "0.1" es bien conocido.'],
    [
      'Here is the old behaviour, pre-3.2 and no other.',
      'Aquí está la conducta de antes, pre-3.2 y ninguna otra.',
    ],
    ['How to remove an old file from the list', '¿Cómo quitar de la lista un archivo viejo?'],
    ['Is there a counterpart of the "?:" operator?', '¿Hay un equivalente del operador "?:"?'],
    ['The post that we define below,', 'El puesto que definimos más abajo.'],
    [
      "They want to avoid the 'No handlers could be found' message of old.",
      "Quieren evitar el aviso 'No handlers could be found' de antes.",
    ],
    ['The old tool is 2to3 and no other.', 'La vieja herramienta es 2to3 y no otra.'],
    ['It says `"Hello"` to `<name>` here.', 'Aquí dice `"Olá"` a `<nombre>`.'],
    ['Write `f(a,b)` there.', 'Escriba allí `f(a, b)`.'],
  ])('%s → %s', async (en, es) => {
    expect(await rulesOn(en, es)).toEqual([]);
  });

  test('a version that other places give a name to', async () => {
    const named = { en: 'Take Python 3.10 or a newer one.', es: 'Tome Python 3.10 o uno más nuevo.' };
    const pair = [
      'It is the same as best practice for 3.10, as said.',
      'Es lo mismo que para la 3.10, como se dijo.',
    ] as const;
    expect(await rulesOn(...pair, [named])).toEqual([]);
    expect(await rulesOn(...pair)).toEqual(['numbers-follow-the-locale']);
  });
});

describe('what changes beside it is found', () => {
  test.each([
    [
      'A 3-dimensional space is old.',
      'Un espacio de 4 dimensiones es viejo.',
      'numbers-agree-across-editions',
    ],
    ['He talked with those of Modula-3.', 'Habló con los de Modula-2.', 'numbers-agree-across-editions'],
    [
      'Use the size instead of the 7 there.',
      'Use allí el tamaño en lugar de `8`.',
      'numbers-agree-across-editions',
    ],
    ['The share is 0.1 of the whole.', 'La parte es 0.1 del total.', 'numbers-follow-the-locale'],
    ['The post was removed from the list', '¿El puesto fue quitado de la lista?', 'end-punctuation-agrees'],
    ['The post is here with the road.', 'El puesto está aquí with la carretera.', 'language-is-the-editions'],
    ['Run `npm test` first.', 'Ejecute primero `npm prueba`.', 'code-is-kept'],
    ['Run `a-b` first.', 'Ejecute primero `a_b`.', 'code-is-kept'],
  ])('%s → %s: %s', async (en, es, rule) => {
    expect(await rulesOn(en, es)).toContain(rule);
  });
});

test('a rule that is off is not asked, and what allows it is not said to be useless', async () => {
  const comments = ['allow polarity-agrees-across-editions: it is said in another way'];
  const { findings } = await checkTranslation([
    { en: 'The border was not closed.', es: 'La frontera fue cerrada.', comments },
  ]);
  expect(findings).toEqual([]);
});
