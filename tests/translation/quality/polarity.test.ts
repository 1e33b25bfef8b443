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
    ['en', 'es', 'Why did they not sign?', '¿Por qué firmaron?'],
    ['en', 'pt', 'The border cannot be moved.', 'A fronteira pode ser movida.'],
    ['en', 'pt', 'The act was not “signed”.', 'O ato foi “assinado”.'],
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

describe('a negation that another language does without is no finding', () => {
  const sentences: Record<string, [from: string, to: string, source: string, target: string][]> = {
    'two negations that undo each other': [
      ['en', 'es', 'It is not impossible.', 'Es posible.'],
      ['en', 'pt', 'The war could not be avoided.', 'A guerra era certa.'],
      ['en', 'es', 'Never without a map.', 'Siempre con un mapa.'],
      ['en', 'pt', 'They signed, not without doubts.', 'Assinaram, com dúvidas.'],
      ['es', 'pt', 'No es imposible.', 'É possível.'],
      ['pt', 'en', 'Nunca sem um mapa.', 'Always with a map.'],
    ],
    'a question that hopes for a yes': [
      ['en', 'es', 'Can’t we go by boat?', '¿Podemos ir en bote?'],
      ['en', 'pt', 'It is long, isn’t it?', 'É longa, certo?'],
      ['en', 'es', 'Isn’t that enough?', '¿Es suficiente?'],
      ['es', 'en', '¿No es mejor el bote?', 'Is the boat better?'],
      ['pt', 'es', 'Não é melhor ir de barco?', '¿Es mejor ir en bote?'],
    ],
    'words that are named, in quotation marks and as code': [
      ['en', 'es', 'The word “No” stands on the sign.', 'La palabra “No” está en el letrero.'],
      ['en', 'pt', 'The sign reads “Do Not Enter”.', 'A placa diz “Entrada Proibida”.'],
      ['en', 'es', 'Write `not` before it.', 'Escriba `not` delante.'],
    ],
    'what is not equal is different': [
      ['en', 'es', 'The two are not equal.', 'Los dos son diferentes.'],
      ['en', 'pt', 'This is not the same map.', 'Este é um mapa diferente.'],
      ['es', 'pt', 'No es lo mismo.', 'É diferente.'],
      ['pt', 'en', 'Os dois não são iguais.', 'The two are different.'],
    ],
    'the short form of “number”': [
      ['en', 'es', 'See No. 5 of the series.', 'Véase el número 5 de la serie.'],
      ['en', 'pt', 'Laws Nos. 5 and 6 hold.', 'As leis n.º 5 e 6 valem.'],
      ['en', 'es', 'see no. 5', 'véase el n.º 5'],
    ],
    'phrases that limit': [
      ['es', 'pt', 'No hay más que un paso.', 'Há um só passo.'],
      ['es', 'en', 'No tiene más que dos puertos.', 'It has two ports at most.'],
      ['pt', 'es', 'Não tem mais do que dois portos.', 'Tiene dos puertos a lo sumo.'],
      ['en', 'es', 'It is not far from the lake.', 'Está cerca del lago.'],
      ['en', 'pt', 'It opened not later than May.', 'Abriu até maio.'],
    ],
  };
  describe.each(Object.entries(sentences))('%s', (_, rows) => {
    test.each(rows)('%s → %s: %s', (from, to, source, target) => {
      expect(found(source, target, from, to)).toEqual([]);
    });
  });
});

test('a language without these words has no finding', () => {
  expect(found('It is not closed.', 'Wichqʼasqa.', 'en', 'qu')).toEqual([]);
});
