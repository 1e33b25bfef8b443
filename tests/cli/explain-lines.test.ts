import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLines } from '../../pipeline/host/explain/lines.ts';

const words = fc.string({
  unit: fc.constantFrom('a', 'é', '漢', '👩‍🚀', ' ', '\u00a0', '\t', '\n', '\u001b', '[', '.'),
  maxLength: 60,
});

test('says all words in their order, and no line is longer than asked for unless one word is', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 5 }),
      fc.nat(8),
      fc.integer({ min: 0, max: 120 }),
      (texts, indent, width) => {
        const lines = createLines(width).write(indent, ...texts.map((text) => ({ text })));
        const joined = texts.join('').replaceAll('\u001b', '<U+001B>').replaceAll('\u00a0', ' ');
        const squeeze = (text: string) => text.replace(/\s+/g, '');
        expect(squeeze(lines.join(''))).toBe(squeeze(joined));
        for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
      },
    ),
  );
});

test('breaks at spaces, indents what follows, and holds together what has no space', () => {
  const paint = (text: string) => `<${text}>`;
  const { write } = createLines(24);
  expect(write(2, { text: 'one two three four' }, { text: ' five six', paint }, { text: ', seven' })).toEqual(
    ['  one two three four', '    <five> <six>, seven'],
  );
  expect(write(0, { text: '漢漢漢漢漢 漢漢漢漢漢 漢' })).toEqual(['漢漢漢漢漢 漢漢漢漢漢', '  漢']);
});
