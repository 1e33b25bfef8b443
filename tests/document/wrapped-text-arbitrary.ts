import fc from 'fast-check';

/** Signs that begin blocks or inline markup, where a line lets them, and words. */
const sign = fc.constantFrom(
  ...['>', '> >', '#', '##', '-', '+', '*', '1.', '2)', '=', '===', '---', '|', ':::', '```', '~~~'],
  ...[
    '_',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '!',
    '![',
    '<',
    '<b>',
    '&',
    '&gt;',
    '\\',
    '\\>',
    '\\|',
    '"',
    "'",
    '{#a}',
  ],
  ...[
    '[!NOTE]',
    '[^1]',
    '[^1]:',
    '[g]',
    '[g][]',
    '[x][g]',
    '![x][g]',
    '[x][nope]',
    '[g]: u',
    '@',
    '$',
    '~',
    '^',
  ],
);
const word = fc.oneof(
  fc.stringMatching(/^[a-zñé]{1,6}$/),
  fc.constantFrom('café', 'cafe\u0301', '10:30', 'a_b', '日本'),
);
/** What stands between two words; most of it ends a line. */
const gap = fc.constantFrom(
  ...[' ', ' ', ' ', '', '  ', '\t', '\u00a0'],
  ...[
    '\n',
    '\n',
    '\n    ',
    '\n      ',
    '\n  ',
    '\n\t',
    ' \n',
    '\t\n    ',
    '  \n',
    '  \n    ',
    '\\\n',
    '\\\n     ',
    '\n\u00a0',
  ],
);

/** Between address and title; other readers do not take tabs there. */
const linkGap = fc.constantFrom(' ', '\n', '\n    ', '  \n  ');

function join(parts: [string, string][]): string {
  return parts.map(([text, after], index) => (index < parts.length - 1 ? text + after : text)).join('');
}

const flat = fc
  .array(fc.tuple(fc.oneof({ weight: 2, arbitrary: word }, sign), gap), { minLength: 1, maxLength: 5 })
  .map(join);

/** Inline markup that may go on over lines. */
const markup = fc.oneof(
  flat.map((text) => `*${text}*`),
  flat.map((text) => `**${text}**`),
  flat.map((text) => `\`${text}\``),
  flat.map((text) => `\`\` ${text} \`\``),
  fc.tuple(flat, linkGap, flat).map(([text, space, title]) => `[${text}](u${space}"${title}")`),
  fc.tuple(flat, flat).map(([text, title]) => `![${text}](<a b> '${title}')`),
  fc.tuple(flat, gap).map(([text, space]) => `[${text}][g${space.trim()}]`),
  flat.map((text) => `<b${text.includes('\n') ? '\n' : ' '}title="${text.replace(/["<>]/g, '')}">`),
  fc.constantFrom(
    '<https://example.org/a|b>',
    '<!-- a\n  b -->',
    '&copy;',
    '[](org:can)',
    '[x](border:ec-pe#length "1")',
  ),
);

const words = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: word },
        { weight: 3, arbitrary: sign },
        { weight: 2, arbitrary: markup },
      ),
      gap,
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  // A letter at either end, so that there is something to translate.
  .map((parts) => `w${join(parts)} w`);

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}

const cell = words.map((text) => text.replace(/\n\s*/g, ' ').replaceAll('|', '\\|'));

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    { weight: 6, arbitrary: words },
    words.map((text) => `## ${text.replace(/\n\s*/g, ' ')}`),
    words.map((text) => `${text}\n===`),
    fc.tuple(cell, cell).map(([a, b]) => `| ${a} | b |\n|---|--:|\n| c | ${b} |`),
    tie('block').map((text) => indent(text, '> ', '> ')),
    tie('block').map((text) => indent(text, '> ', '')),
    tie('block').map((text) => indent(text, '> [!NOTE]\n> ', '> ')),
    tie('block').map((text) => indent(text, '- ', '  ')),
    tie('block').map((text) => indent(text, '10. ', '    ')),
    tie('block').map((text) => indent(text, '- > ', '  > ')),
    tie('block').map((text) => `:::quote\n${text}\n:::`),
    tie('block').map((text) => indent(text, '[^2]: ', '    ')),
  ),
}));

/** Blocks, definitions that links in them name, and a note. */
export const wrappedText = fc
  .array(block, { minLength: 1, maxLength: 3 })
  .map(
    (blocks) =>
      `${blocks.join('\n\n')}\n\n[g]: https://example.org/a_(b)?c=d&e 'a "title"\n  of two lines'\n\n[^1]: A note.\n`,
  );

/** An item of a list without words, which readers take differently right behind other signs. */
const emptyItem = /^[ \t>]*(?:[-+*>]|\d+[.)])+[ \t]*$/m;

/** The same without what CommonMark has not (notes, tables, containers, ids, alerts), and without images. */
export const plainWrappedText = fc
  .array(
    words
      .filter((text) => !/\[\^|\||:::|\{#|\[!|!\[/.test(text))
      .chain((text) =>
        fc.constantFrom(
          text,
          indent(text, '> ', '> '),
          indent(text, '> ', ''),
          indent(text, '- ', '  '),
          indent(text, '10. > ', '    > '),
        ),
      ),
    { minLength: 1, maxLength: 2 },
  )
  .map((blocks) => `${blocks.join('\n\n')}\n\n[g]: https://example.org/a_(b)\n`)
  .filter((text) => !emptyItem.test(text));
