/** Texts that are refused, by name.
 * @type {[name: string, text: string][]} */
export const hostile = [
  ['a paragraph of 5 MB', 'lorem ipsum '.repeat(420_000)],
  ['a word of 5 MB', 'x'.repeat(5_000_000)],
  ['a line of 5 MB of brackets', '['.repeat(5_000_000)],
  ['a list of 10,000 levels on one line', `${'- '.repeat(10_000)}x`],
  ['a quotation of 10,000 levels', `${'>'.repeat(10_000)} x`],
  [
    'a list of 2,000 levels, line by line',
    Array.from({ length: 2_000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
  ],
  ['10,000 containers in each other', `${':::box\n'.repeat(10_000)}x\n`],
];

/** Texts that are within all bounds, and as costly to read as there are, by name.
 * @type {[name: string, text: string][]} */
export const costly = [
  ['emphasis in emphasis', `${'*a _b '.repeat(1_600)}${'b_ a* '.repeat(1_600)}`],
  ['as much emphasis as is read', `${'*a _b '.repeat(249)}${'b_ a* '.repeat(249)}`],
  ['brackets', '['.repeat(19_000)],
  ['links that do not end', '[a](b '.repeat(3_000)],
  ['exclamations', '!['.repeat(9_000)],
  ['backticks', Array.from({ length: 180 }, (_, count) => '`'.repeat(count)).join(' ')],
  ['pipes', `| a |\n| - |\n${'|'.repeat(19_000)}`],
  ['deep emphasis', `${'*a **b '.repeat(200)}x${' b** a*'.repeat(200)}`],
  ['99 levels', `${'> '.repeat(99)}x`],
  [
    '99 containers',
    `${Array.from({ length: 99 }, (_, level) => ':'.repeat(200 - level))
      .map((fence) => `${fence}box\n`)
      .join('')}x\n`,
  ],
];
