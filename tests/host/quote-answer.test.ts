import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteAnswer } from '../../pipeline/host/quote-answer.ts';

describe('what a server said, in a message', () => {
  test.each([
    [
      'a page is its words',
      '<html><head><title>x</title></head><body><h1>No <b>way</b></h1></body></html>',
      'No way',
    ],
    [
      'scripts, styles and comments are no words',
      '<script>a < b</script>x<style>p{}</style><!-- y -->z',
      'x z',
    ],
    [
      'less-than signs and IRIs are',
      'a < b > c <https://example.org/> 1<2',
      'a < b > c <https://example.org/> 1<2',
    ],
    ['lines become one', ' a\r\n\tb\u2028c ', 'a b c'],
    ['control characters are shown', '\u001b[31m\u0000\u202e\u009b', '<U+001B>[31m<U+0000><U+202E><U+009B>'],
    ['letters that join are kept', 'فارسی\u200cها 👩\u200d🚀', 'فارسی\u200cها 👩\u200d🚀'],
    ['half a character is shown', 'a\ud800b', 'a<U+D800>b'],
    ['nothing is nothing', '<p> </p>', ''],
  ])('%s', (_, text, quoted) => expect(quoteAnswer(text)).toBe(quoted));

  test('a triple keeps its tags', () => {
    expect(quoteAnswer('<a:b> <c:d> "<b>e</b>" .', { keepsTags: true })).toBe('<a:b> <c:d> "<b>e</b>" .');
  });

  test('it is short, on one line, and nothing in it moves a cursor, whatever was said', () => {
    const pieces = oneof(
      string({ unit: 'binary' }),
      constantFrom(
        '<style',
        '<b>',
        '</style>',
        '<!--',
        '-->',
        '\u001b[2J',
        '\n::error::',
        '\ud83d',
        '👩\u200d🚀',
      ),
    );
    assert(
      property(array(pieces, { maxLength: 60 }), (said) => {
        const quoted = quoteAnswer(said.join(''));
        expect(quoted).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(Array.from(quoted).length).toBeLessThanOrEqual(201);
      }),
    );
  });
});
