import type { Block, Explanation, Saying } from '../../linked/dataset/explanation.ts';
import type { StyledText } from './lines.ts';
import type { Printing } from './printing.ts';

/** Blocks of the text with their words in each edition, and what these say. */
export function printBlocks({ blocks, sayings }: Explanation, printing: Printing): string[] {
  return blocks.flatMap((block, index) => [
    ...(index > 0 ? [''] : []),
    ...printBlock(
      block,
      sayings.filter((saying) => saying.block === block.id),
      printing,
    ),
  ]);
}

function printBlock({ id, editions }: Block, sayings: readonly Saying[], printing: Printing): string[] {
  const { lines, colors, say, at } = printing;
  return [
    ...lines.write(0, { text: id, paint: colors.bold }),
    ...editions.flatMap((edition) => [
      ...lines.write(2, { text: `${edition.language} ` }, ...markSayings(edition, sayings, printing), {
        text: edition.isGap ? ` (${say('explain.gap')})` : '',
      }),
      ...lines.write(5, { text: at(edition.place), paint: colors.dim }),
      ...lines.write(5, { text: edition.iri, paint: colors.cyan }),
    ]),
    '',
    ...(sayings.length === 0 ? lines.write(2, { text: say('explain.unannotated') }) : []),
    ...sayings.flatMap((saying) => printSaying(saying, printing)),
  ];
}

/** The text of a block, with what is annotated in it marked. */
function markSayings(
  { language, text }: Block['editions'][number],
  sayings: readonly Saying[],
  { marked }: Printing,
): StyledText[] {
  const points = [...text];
  const ranges = sayings
    .flatMap(({ quotations }) => quotations.filter((quotation) => quotation.language === language))
    .flatMap((quotation) =>
      quotation.start === undefined || quotation.end === undefined
        ? []
        : [{ from: quotation.start, to: quotation.end }],
    )
    .sort((a, b) => a.from - b.from);
  let at = 0;
  const runs: StyledText[] = [];
  for (const { from, to } of ranges) {
    // Annotations can share a letter, if the second begins with an accent.
    const begin = Math.max(at, from);
    runs.push({ text: points.slice(at, begin).join('') }, ...marked(points.slice(begin, to).join('')));
    at = to;
  }
  return [...runs, { text: points.slice(at).join('') }];
}

/** One annotation: its name, what it says, its words in each edition. */
function printSaying(
  { kind, entity, path, label, property, words, iris, quotations }: Saying,
  { lines, choose, colors, say }: Printing,
): string[] {
  const what = property ? `${choose(label)}, ${choose(property)}: ${choose(words)}` : choose(label);
  const own = quotations.map(({ language, exact }) => `${language} “${exact}”`);
  return [
    ...lines.write(
      2,
      { text: path === undefined ? entity : `${entity}#${path}`, paint: colors.bold },
      { text: ` · ${what} · ` },
      { text: say(`explain.${kind}`), paint: colors.dim },
    ),
    ...lines.write(4, { text: own.join(' · ') }),
    ...iris.flatMap((iri) => lines.write(4, { text: iri, paint: colors.cyan })),
  ];
}
