import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitMarks, writeMark } from '../../pipeline/translation/adopt/marks.ts';

test('law: marks are read where they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100_000), fc.string())), (marked) => {
      const text = marked.map(([number, words]) => writeMark(number) + words).join('');
      const [first, ...rest] = splitMarks(text);
      expect(first).toEqual({ mark: undefined, text: '' });
      expect(rest).toEqual(marked.map(([mark, words]) => ({ mark, text: words })));
    }),
  );
});
