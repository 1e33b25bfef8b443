import fc from 'fast-check';
import { toString as plainText } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { readCslHtml } from '../../pipeline/publish/csl-html.ts';

test('emphasis, strong and links are kept, other markup goes', () => {
  expect(
    readCslHtml(
      '  <div class="csl-entry"><span style="x">A</span> <i>b &#38; <b>c</b></i> <a href="https://e.org/?a=1&#38;b">d</a></div>\n',
    ),
  ).toEqual([
    { type: 'text', value: 'A ' },
    {
      type: 'emphasis',
      children: [
        { type: 'text', value: 'b & ' },
        { type: 'strong', children: [{ type: 'text', value: 'c' }] },
      ],
    },
    { type: 'text', value: ' ' },
    { type: 'link', url: 'https://e.org/?a=1&b', children: [{ type: 'text', value: 'd' }] },
  ]);
});

test('what is no markup is text', () => {
  expect(
    plainText({ type: 'paragraph', children: readCslHtml('a < b &lt;i&gt; &constructor;</i></b>') }),
  ).toBe('a < b <i> &constructor;');
});

test('reads anything without an error', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<i>', '</i>', '<b>', '</b>', '<', '&#', ';', 'x', ' ')),
      (pieces) => {
        const text = plainText({ type: 'paragraph', children: readCslHtml(pieces.join('')) });
        expect(text.match(/x/g)?.length ?? 0).toBe(pieces.filter((piece) => piece === 'x').length);
      },
    ),
  );
});
