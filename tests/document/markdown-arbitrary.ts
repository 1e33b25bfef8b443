import fc from 'fast-check';

/** Words with what is not syntax in this dialect, and every kind of inline construct. */
const word = fc.oneof(
  fc.constantFrom(
    'Perú',
    '10:30',
    'Fuente:CEPAL',
    '(Jn',
    '3:16)',
    'urn:lex:pe',
    '[sic]',
    'R&D',
    'a_b',
    '1.',
    '-',
    '5',
    '::: nota',
  ),
  fc.stringMatching(/^[a-zñé]{1,8}$/),
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => `w${list.join(' ')}w`);

const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((text) => `*${text}*`),
  words.map((text) => `**${text}**`),
  fc.stringMatching(/^[a-z:]{1,6}$/).map((code) => `\`${code}\``),
  fc
    .tuple(
      words,
      fc.constantFrom('org:can', 'border:ec-pe#length "1528 km"', 'https://example.org/a_(b)', '#s-x'),
    )
    .map(([text, url]) => `[${text.replace(/[[\]]/g, '')}](${url})`),
  fc.constantFrom('\\*', '\\[a](b)', '&copy;', '\\:::box', 'x[^1]'),
);

const phrases = fc.array(inline, { minLength: 1, maxLength: 6 });
/** Inline content of one line. */
export const line = phrases.map((list) => list.join(' '));
const paragraph = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\\\n', '  \n')), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map(([text, end], index) => (index < lines.length - 1 ? text + end : text)).join(''));

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((row, index) => (row === '' && index > 0 ? rest.trimEnd() : (index === 0 ? first : rest) + row))
    .join('\n');
}

const cell = line.map((text) => text.replaceAll('|', '\\|'));
const table = fc
  .tuple(
    fc.array(cell, { minLength: 2, maxLength: 2 }),
    fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 3 }),
  )
  .map(([head, rows]) => [head, ['-', '-'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'));

/** Blocks as an author writes them; those of a list differ in kind, for neighbours of one kind would merge. */
const { block } = fc.letrec<{ block: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: paragraph },
    line.map((text) => `## ${text}`),
    table,
    fc.constant('```\ncode :::box\n```'),
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: tie('leaf') },
    tie('block').map((text) => indent(text, '- ', '  ')),
    tie('block').map((text) => indent(text, '1. ', '   ')),
    tie('block').map((text) => indent(text, '> ', '> ')),
    fc
      .tuple(line, tie('block'))
      .map(
        ([title, text]) => `${fence(text)}box[${title.replace(/[[\]]/g, '')}]{#a}\n${text}\n${fence(text)}`,
      ),
  ),
}));

function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/:{3,}/g)].map(([colons]) => colons.length));
  return ':'.repeat(longest + 1);
}

/** A whole text; a thematic break between blocks keeps lists and quotations apart. */
export const documentText = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => `${blocks.join('\n\n---\n\n')}\n\nw[^1]\n\n[^1]: Note.\n`);
