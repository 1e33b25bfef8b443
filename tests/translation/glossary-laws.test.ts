import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glossaryOf } from './glossary-demo.ts';

const names = ['Comunidad Andina', 'Perú', 'paso de frontera', 'Protocolo de Paz, Amistad y Límites', 'CAN'];
const records = Object.fromEntries(names.map((name, index) => [`org:o-${index}`, { name: { es: name } }]));
const glossary = glossaryOf(records);
const piece = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(' ', ', ', '. ', ' de la ', '-', '’', '\uFFFC', ' y ', '\n'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const texts = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

test('what is found lies in the text, in order, and overlaps nothing', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let before = 0;
      for (const { start, end, term } of glossary.find(text, 'es')) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(glossary.match(text.slice(start, end), term.entity, 'es')).toBeDefined();
        before = end;
      }
    }),
  );
});

test('a label between words of no term is found, and found alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom('de', 'con la', 'hubo'), (name, word) => {
      const text = `${word} ${name} ayer`;
      expect(glossary.find(text, 'es').map(({ label }) => label.text)).toEqual([name]);
    }),
  );
});

test('words may be anything', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('es', 'en', 'qu', 'tr', ''),
      (words, language) => {
        expect(Array.isArray(glossary.named(words, language))).toBe(true);
        expect(typeof glossary.holds(words, 'org:o-0', language)).toBe('boolean');
      },
    ),
  );
});
