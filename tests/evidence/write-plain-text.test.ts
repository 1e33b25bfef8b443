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

test('a passage has its words and those around them', () => {
  const plain = write(
    paragraph(segment(4, text('The lake has '), annotation(0, '1,528 km²'), text(' of water.'))),
  );
  expect(plain.annotation(4, 0)).toEqual({
    start: 20,
    end: 29,
    exact: '1,528 km²',
    prefix: 'Lakes\n\nThe lake has ',
    suffix: ' of water.\n',
  });
  expect(plain.segment(4)?.exact).toBe('The lake has 1,528 km² of water.');
  expect(plain.annotation(4, 1)).toBeUndefined();
  expect(plain.segment(5)).toBeUndefined();
});

describe('positions are code points of the NFC text', () => {
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
        const points = [...plain.text];
        for (const order of pairs.keys()) {
          const passage = plain.annotation(0, order);
          if (!passage) continue;
          expect(passage.start).toBeLessThanOrEqual(passage.end);
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
