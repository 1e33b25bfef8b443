import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../pipeline/values/kinds.ts';
import { editionOf } from './edition.ts';

const cusco = 'geo:-13.516667,-71.966667';

describe('points are read as their language writes them:', () => {
  test.each([
    ['en-US', '13°31′S 71°58′W', cusco],
    ['en-US', '13° 31′ S, 71° 58′ W', cusco],
    ['en-US', `13°31'00"S 71°58'00"W`, cusco],
    ['en-US', '71°58′W 13°31′S', cusco],
    ['en-US', 'S 13°31′, W 71°58′', cusco],
    ['en-US', '13°31′ south and 71°58′ west', cusco],
    ['en-US', '13°31′ south latitude, 71°58′ west longitude', cusco],
    ['en-US', 'latitude 13.5 degrees south, longitude 72 degrees west', 'geo:-13.5,-72'],
    ['es-PE', '13°31′ S 71°58′ O', cusco],
    ['es-PE', '13º31′ de latitud sur y 71º58′ de longitud oeste', cusco],
    ['es-EC', '13,53° S; 71,97° O', 'geo:-13.53,-71.97'],
    ['pt-BR', '13°31′ de latitude sul e 71°58′ de longitude oeste', cusco],
    ['pt-BR', '9° N, 39° L', 'geo:9,39'],
    ['fr-FR', '48°51′N 2°21′E', 'geo:48.85,2.35'],
    ['en-US', '-13.53, -71.97', 'geo:-13.53,-71.97'],
    ['en-US', '−13.53, −71.97', 'geo:-13.53,-71.97'],
    ['es-EC', '-13,53; -71,97', 'geo:-13.53,-71.97'],
    ['es-EC', '-13,53, -71,97', 'geo:-13.53,-71.97'],
    ['pt-BR', '-13.531, -71.972', 'geo:-13.531,-71.972'],
    ['en-US', 'geo:-13.53,-71.97', 'geo:-13.53,-71.97'],
    ['en-US', 'geo:-13.53,-71.97;crs=wgs84', 'geo:-13.53,-71.97'],
    ['en-US', '0° N 0° E', 'geo:0,0'],
    ['en-US', '90° S, 180° W', 'geo:-90,-180'],
  ])('%s: %s', (tag, words, point) => expect(editionOf(tag, 'point').read(words)).toBe(point));
});

describe('what is no point of the earth is refused:', () => {
  test.each([
    ['91° N, 10° E', 'point-is-on-the-globe'],
    ['-100.5, -71.97', 'point-is-on-the-globe'],
    ['13°31′S 181°W', 'point-is-on-the-globe'],
    ['13°60′S 71°58′W', 'value-is-readable'],
    ['13°31′S 71°58′S', 'value-is-readable'],
    ['13°31′S', 'value-is-readable'],
    ['13.53', 'value-is-readable'],
    ['geo:-13.53,-71.97,3400', 'value-is-readable'],
    ['near Cusco', 'value-is-readable'],
  ])('%s', (words, rule) => expect(editionOf('en-US', 'point').read(words)).toMatchObject({ rule }));

  test('with turned parts the finding says how to write them', () => {
    expect(editionOf('en-US', 'point').read('-101.25, 19.5')).toMatchObject({
      context: 'turned',
      reading: 'geo:19.5,-101.25',
    });
    expect(editionOf('en-US', 'point').read('-191, 95')).not.toHaveProperty('context');
  });
});

describe('what is written is read back', () => {
  const degrees = (max: number) =>
    fc.integer({ min: -max * 1e6, max: max * 1e6 }).map((millionths) => String(millionths / 1e6));
  test.each(['en-US', 'es-PE', 'es-EC', 'pt-BR', 'fr-FR', 'de-DE'])('%s', (tag) => {
    const { read, write } = editionOf(tag, 'point');
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        // Of a number so small JavaScript writes an exponent.
        fc.pre(!`${latitude}${longitude}`.includes('e'));
        const point = `geo:${latitude},${longitude}`;
        expect(read(write(point))).toBe(point);
      }),
    );
  });
});

test('a title may be more exact than words, as far as these go', () => {
  const agrees = (words: string, title: string) => kinds.get('point')?.agrees?.(words, title, new Map());
  expect(agrees(cusco, 'geo:-13.5183,-71.9701')).toBe(true);
  expect(agrees(cusco, 'geo:-13.5383,-71.9701')).toBe(false);
  expect(agrees('geo:-13.53,-71.97', 'geo:-13.5334,-71.9699')).toBe(true);
  expect(agrees('geo:-13.53,-71.97', 'geo:-13.5434,-71.9699')).toBe(false);
});
