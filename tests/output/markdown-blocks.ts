import fc from 'fast-check';

/** Words as authors write them: marks of both kinds, escapes, references of characters, code, links of every form. */
const words = fc
  .array(
    fc.constantFrom(
      'one',
      'two  words',
      '*three*',
      '_four_ and __five__',
      '**six** ***seven***',
      '`code`',
      '`` a ` b ``',
      '\\*not\\* \\[this\\]',
      '&amp; &copy; &#35;',
      '[words](other.md "Title")',
      "[words]( <other page.md>  'one' )",
      '[label][known]',
      '[known]',
      '[Known][]',
      '![picture][known]',
      '![alt *text*](a.png)',
      'a note[^n]',
      '<https://example.org/>',
      '<b>bold</b>',
      '<!-- said aside -->',
      '{{#include ../code.rs:main}}',
      '{{ braces }}',
      'a | b',
      '$x_1 * y_2$',
      'trailing \\\\',
      'ñandú – “quoted”',
      '~~gone~~',
      ':emoji: 10:30',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((each) => each.join(' '));

/** Where lines of a paragraph end: softly, or with a break of either kind. */
const lineEnd = fc.constantFrom('\n', '\n', ' \n', '  \n', '   \n', '\\\n', '\n  ', '\n\t');

const paragraph = fc
  .array(fc.tuple(words, lineEnd), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map(([line, end], index) => (index < lines.length - 1 ? line + end : line)).join(''));

const indent = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? '' : rest) + line)
    .join('\n');

const heading = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('#', '##', '###### '),
      words,
      fc.constantFrom('', ' #', ' ##  ', ' {#own-id}', ' { #own-id }'),
    )
    .map(([sign, text, close]) => `${sign} ${text}${close}`),
  fc
    .tuple(paragraph, fc.constantFrom('===', '---', '=', '------  '))
    .map(([text, line]) => `${text}\n${line}`),
);

const table = fc
  .tuple(words, words, fc.constantFrom('|---|---|', '| :-- |--:|', '---|---', '|  :---:  |---  |'))
  .map(([a, b, line]) => {
    const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\n/g, ' ');
    return `| ${cell(a)}|   b |\n${line}\n|${cell(b)} |\n| c | \`x\\|y\` |`;
  });

const untranslated = fc.constantFrom(
  '```rust,editable\nfn main() {\n\n    let x = [1];  \n}\n```',
  '~~~\n[not](a link)\n~~~',
  '    indented code\n\n\tmore of it',
  '<details>\n<summary>More</summary>\n\nInside, *really*.\n\n</details>',
  '<!-- mdbook: ignore -->',
  '<!--\nCopyright\n\nSPDX -->',
  '{{#include ../LICENSE}}',
  '---',
  '* * *',
  '![](a.png)',
  '[^n]: A note of\n    two lines.\n\n    And more.',
  '[known]: <../there.md>\n  "A title"',
  "[Other One]:   /url   't'",
);

const leaf = fc.oneof(paragraph, heading, table, untranslated);

/** A block of Markdown in any notation that authors use, in lists and quotations, too. */
const markdownBlock: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('-', '*', '+', '1.', '2)', '007.', '-  ', '*   '),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('\n', '\n\n'),
      )
      .map(([sign, items, between]) =>
        items.map((item) => indent(item, `${sign} `, ' '.repeat(sign.length + 1))).join(between),
      ),
    fc
      .tuple(tie('block'), fc.constantFrom('> ', '>', '>  '), fc.boolean())
      .map(([block, sign, isLazy]) =>
        isLazy ? indent(block, sign, '') : indent(block, sign, sign).replace(/\n(?=\n)/g, '\n>'),
      ),
    fc
      .tuple(fc.constantFrom('[!NOTE]', '[!TIP]'), paragraph)
      .map(([mark, text]) => indent(`${mark}\n${text}`, '> ', '> ')),
    tie('block').map((block) => `:::box[A *box*]{#box-one}\n\n${block}\n\n:::`),
  ),
})).block;

/** A text of several blocks, with or without front matter, and a blank line more here and there. */
export const markdownText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '---\ntitle:   "On *rivers*"   # as typed\nkeywords: [ a,  b ]\n---\n',
      "---\nabstract: >-\n  Folded\n  words.\n\nsubtitle: 'single'\n---\n\n\n",
      '---\n---\n',
      '\n\n',
    ),
    fc.array(fc.tuple(markdownBlock, fc.constantFrom('\n\n', '\n\n\n', '\n \t\n', '\n')), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('', '\n', '\n\n'),
  )
  .map(
    ([front, blocks, end]) =>
      `${front}${blocks
        .map(([block, gap]) => block + gap)
        .join('')
        .trimEnd()}${end}`,
  );
