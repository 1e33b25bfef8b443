import { type Kind, splice } from '../kind.ts';

/** Mistakes in footnote calls, and marks of structure where there is none: a translation has one segment's words. */
export const shapeKinds: Kind[] = [
  {
    name: 'note label changed',
    group: 'note',
    corrupt: ({ msgstr, footnotes }, { notes }, random) =>
      notes.flatMap(({ start, end, label }) => [
        splice(msgstr, start, end, `[^${random.pick(footnotes.filter((other) => other !== label))}]`),
        splice(msgstr, start, end, `[^${label}x]`),
        splice(msgstr, start, end, `[^${label.slice(0, -1)}]`),
      ]),
  },
  {
    name: 'note call dropped',
    group: 'note',
    corrupt: ({ msgstr }, { notes }) => notes.map(({ start, end }) => splice(msgstr, start, end, '')),
  },
  {
    name: 'note call doubled',
    group: 'note',
    corrupt: ({ msgstr }, { notes }) =>
      notes.flatMap(({ start, end }) => [
        splice(msgstr, end, end, msgstr.slice(start, end)),
        splice(msgstr, 0, 0, `${msgstr.slice(start, end)} `),
      ]),
  },
  {
    name: 'note call broken',
    group: 'note',
    corrupt: ({ msgstr }, { notes }) =>
      notes.flatMap(({ start, end, label }) => [
        splice(msgstr, start, end, `[${label}]`),
        splice(msgstr, start, end, `[^ ${label}]`),
        splice(msgstr, end - 1, end, ''),
      ]),
  },
  {
    name: 'order of note calls changed',
    group: 'note',
    corrupt: ({ msgstr }, { notes }) =>
      notes.flatMap((first, index) =>
        notes.slice(index + 1).map((second) => {
          const later = splice(msgstr, second.start, second.end, `[^${first.label}]`);
          return splice(later, first.start, first.end, `[^${second.label}]`);
        }),
      ),
  },
  {
    name: 'pipe in a table cell',
    group: 'shape',
    corrupt: ({ msgstr, segment }, { texts }) =>
      segment.kind !== 'cell'
        ? []
        : [
            `${msgstr} | `,
            `| ${msgstr}`,
            `${msgstr} |---|`,
            ...texts.map(({ start, end }) => splice(msgstr, (start + end) >> 1, (start + end) >> 1, ' | ')),
          ],
  },
  {
    name: 'row in a table cell',
    group: 'shape',
    corrupt: ({ msgstr, segment }) =>
      segment.kind === 'cell' ? [`${msgstr}\n| a | b |`, `${msgstr} |\n| --- |`] : [],
  },
  {
    name: 'list marker',
    group: 'shape',
    corrupt: ({ msgstr }) => [`- ${msgstr}`, `1. ${msgstr}`, `* ${msgstr}`],
  },
  { name: 'heading mark', group: 'shape', corrupt: ({ msgstr }) => [`# ${msgstr}`, `### ${msgstr}`] },
  { name: 'quotation mark of a block', group: 'shape', corrupt: ({ msgstr }) => [`> ${msgstr}`] },
  {
    name: 'paragraph divided',
    group: 'shape',
    corrupt: ({ msgstr }) => {
      const at = msgstr.indexOf(' ', msgstr.length >> 1);
      return at < 0 ? [] : [splice(msgstr, at, at + 1, '\n\n')];
    },
  },
];
