import { describe, expect, test } from 'vitest';
import { contextOf, pairOf, pointedAt } from './pair-of.ts';

const rule = 'polarity-agrees-across-editions';

/** What the rule points at in a translation. */
function found(source: string, target: string, from: string, to: string): string[] {
  return pointedAt(rule, pairOf(source, target), contextOf([from, to]));
}

describe('a negation is lost', () => {
  test.each([
    ['en', 'es', 'The border was not closed.', 'La frontera fue cerrada.'],
    ['en', 'es', 'The two never signed.', 'Los dos firmaron.'],
    ['en', 'es', 'They don’t share a border.', 'Comparten una frontera.'],
    ['en', 'pt', 'The treaty came without a map.', 'O tratado veio com um mapa.'],
    ['en', 'pt', 'Neither of them agreed.', 'Ambos concordaram.'],
    ['es', 'pt', 'El lago no tiene salida.', 'O lago tem saída.'],
    ['pt', 'es', 'Ninguém vive na ilha.', 'Mucha gente vive en la isla.'],
    ['pt', 'en', 'O posto não foi construído.', 'The post was built.'],
    ['es', 'en', 'Jamás se publicó el mapa.', 'The map was published.'],
  ])('%s → %s: %s', (from, to, source, target) => {
    expect(found(source, target, from, to)).toEqual([target]);
  });

  test('in one sentence of several, at that sentence', () => {
    const target = 'El acta se firmó. La frontera fue cerrada. Nadie vive allí.';
    const source = 'The act was signed. The border was not closed. Nobody lives there.';
    expect(found(source, target, 'en', 'es')).toEqual(['La frontera fue cerrada.']);
  });
});

describe('an opposite stands in its place', () => {
  test.each([
    ['en', 'es', 'It was built before the war.', 'Se construyó después de la guerra.', 'después'],
    ['en', 'es', 'the northern border', 'la frontera del sur', 'sur'],
    ['en', 'pt', 'Exports increased in May.', 'As exportações diminuíram em maio.', 'diminuíram'],
    ['en', 'pt', 'The majority agreed.', 'A minoria concordou.', 'minoria'],
    ['es', 'pt', 'El primer tratado', 'O último tratado', 'último'],
    ['pt', 'es', 'as importações do país', 'las exportaciones del país', 'exportaciones'],
    ['pt', 'en', 'o valor mínimo', 'the maximum value', 'maximum'],
  ])('%s → %s: %s', (from, to, source, target, word) => {
    expect(found(source, target, from, to)).toEqual([word]);
  });
});

describe('what says the same in another way is no finding', () => {
  test.each([
    ['en', 'es', 'The treaty was not complete.', 'El tratado estaba incompleto.'],
    ['en', 'es', 'They could not agree.', 'Fueron incapaces de ponerse de acuerdo.'],
    ['en', 'es', 'It does not matter.', 'Da igual: no importa.'],
    ['en', 'es', 'Law No. 27867', 'Ley n.º 27867'],
    ['en', 'es', 'However, it is long.', 'Sin embargo, es larga.'],
    ['en', 'es', 'Raw data', 'Datos sin procesar'],
    ['en', 'es', 'Feel free to write.', 'No dude en escribir.'],
    ['en', 'pt', 'It has no outlet.', 'Carece de saída.'],
    ['en', 'pt', 'not only the lake', 'não só o lago'],
    ['en', 'pt', 'It is less easy.', 'É mais difícil.'],
    ['en', 'pt', 'no later than May', 'antes de maio, não depois'],
    ['es', 'en', 'No hay más que un paso.', 'There is only one pass.'],
    ['pt', 'es', 'Não há nenhuma ponte.', 'No hay ningún puente.'],
    ['en', 'es', 'At least two agreed.', 'Más de uno aceptó: al menos dos.'],
  ])('%s → %s: %s', (from, to, source, target) => {
    expect(found(source, target, from, to)).toEqual([]);
  });
});

test('a language without these words has no finding', () => {
  expect(found('It is not closed.', 'Wichqʼasqa.', 'en', 'qu')).toEqual([]);
});
