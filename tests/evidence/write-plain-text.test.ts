import fc from 'fast-check';
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { describe, expect, test } from 'vitest';
import { writePlainText } from '../../pipeline/text/write-plain-text.ts';

type Marked = Extract<PhrasingContent, { type: 'marked' }>;

const text = (value: string): Text => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const mark = (as: Marked['as'], ...children: PhrasingContent[]): Marked => ({ type: 'marked', as, children });
const segment = (index: number, ...children: PhrasingContent[]) =>
  mark({ kind: 'segment', segment: index }, ...children);
const annotation = (order: number, words: string) =>
  mark({ kind: 'annotation', order }, { type: 'link', url: '#a', children: [text(words)] });

function write(...nodes: RootContent[]) {
  return writePlainText({ language: 'en', title: 'Lakes', subtitle: undefined, text: nodes }, []);
}

test('blocks are apart, markup and calls of notes are gone, cells and items stay apart', () => {
  const { text: written } = write(
    { type: 'heading', depth: 2, children: [segment(0, text('First\npart'))] },
    paragraph(
      segment(
        1,
        { type: 'emphasis', children: [text('One')] },
        text(' two'),
        mark({ kind: 'call' }, text('N1')),
      ),
    ),
    {
      type: 'table',
      children: [
        {
          type: 'tableRow',
          children: ['a', 'b'].map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
        },
      ],
    },
    {
      type: 'list',
      ordered: true,
      start: 3,
      children: ['x', 'y'].map((item) => ({ type: 'listItem', children: [paragraph(text(item))] })),
    },
  );
  expect(written).toBe('Lakes\n\nFirst part\n\nOne two\n\na | b\n\n3. x\n4. y\n');
});

test('a passage has its words and those around them in its block, and nothing of others', () => {
  const plain = write(
    paragraph(segment(3, text('Before.'))),
    paragraph(segment(4, text('The lake has '), annotation(0, '1,528 km²'), text(' of water.'))),
    paragraph(segment(5, text('Behind.'))),
  );
  expect(plain.annotation(4, 0)).toEqual({
    start: 13,
    end: 22,
    exact: '1,528 km²',
    prefix: 'The lake has ',
    suffix: ' of water.',
  });
  expect(plain.annotation(4, 1)).toBeUndefined();
  expect(plain.annotation(6, 0)).toBeUndefined();
  expect([...plain.blocks]).toEqual([
    [3, 'Before.'],
    [4, 'The lake has 1,528 km² of water.'],
    [5, 'Behind.'],
  ]);
});

test('what stands around words is 32 code points and no more', () => {
  const plain = write(paragraph(segment(0, text('𐐷'.repeat(40)), annotation(0, '12'), text('é'.repeat(33)))));
  expect(plain.annotation(0, 0)).toMatchObject({
    start: 40,
    end: 42,
    prefix: '𐐷'.repeat(32),
    suffix: 'é'.repeat(32),
  });
});

test('a block is made NFC by itself, so that a mark at its beginning joins nothing before it', () => {
  const plain = write(
    paragraph(segment(0, text('<'))),
    paragraph(segment(1, text('\u0338a'), annotation(0, 'e\u0301'))),
  );
  expect(plain.blocks.get(1)).toBe('\u0338aé');
  expect(plain.annotation(1, 0)).toMatchObject({ start: 2, end: 3, exact: 'é' });
});

test('annotations that share a letter both have it', () => {
  const plain = write(paragraph(segment(0, annotation(0, 'cafe'), annotation(1, '\u0301 12'))));
  expect(plain.annotation(0, 0)).toMatchObject({ start: 0, end: 4, exact: 'café' });
  expect(plain.annotation(0, 1)).toMatchObject({ start: 3, end: 7, exact: 'é 12' });
});

describe('positions are code points of the NFC block', () => {
  // Letters of several planes, marks that combine across the borders of annotations, and their composed forms.
  const words = fc
    .array(
      fc.constantFrom('a', 'e', '\u0301', '\u0303', 'é', '𐐷', '👩‍🚀', ' ', '\r\n', '한', '\u1100\u1161'),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join(''));

  test('whatever the letters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 }), (pairs) => {
        const children = pairs.flatMap(([before, own], order) => [text(before), annotation(order, own)]);
        const plain = write(paragraph(segment(0, ...children)));
        expect(plain.text).toBe(plain.text.normalize('NFC'));
        expect(plain.text).not.toContain('\r');
        const block = plain.blocks.get(0) ?? '';
        expect(block).toBe(block.normalize('NFC'));
        const points = [...block];
        for (const [order, [, own]] of pairs.entries()) {
          const passage = plain.annotation(0, order);
          if (!passage) {
            expect(own).toBe('');
            continue;
          }
          expect(passage.start).toBeLessThan(passage.end);
          expect(points.slice(passage.start, passage.end).join('')).toBe(passage.exact);
          expect(points.slice(0, passage.start).join('').endsWith(passage.prefix)).toBe(true);
          expect(points.slice(passage.end).join('').startsWith(passage.suffix)).toBe(true);
        }
      }),
    );
  });

  test('where no mark crosses a border, the words are those of the annotation', () => {
    const whole = fc.array(fc.constantFrom('a', 'e\u0301', 'é', '𐐷', '👩‍🚀', 'o '), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(whole, whole, (before, own) => {
        const children = [text(before.join('')), annotation(0, own.join('')), text('.')];
        const passage = write(paragraph(segment(0, ...children))).annotation(0, 0);
        expect(passage?.exact).toBe(own.join('').normalize('NFC'));
      }),
    );
  });
});
