import { createColors } from 'picocolors';
import type { Card, CardProperty, Explanation, Saying } from '../../linked/dataset/explanation.ts';
import type { Translate } from '../../project/furniture.ts';
import { createLines } from './lines.ts';
import { printBlocks } from './print-blocks.ts';
import type { Printing } from './printing.ts';

export interface PrintOptions {
  say: Translate;
  color: boolean;
  /** Columns of the terminal. */
  width: number;
  /** Of the messages. */
  language: string;
  /** Path of a file of the project, for the reader. */
  show: (path: string) => string;
}

/** Longest line, in columns: longer ones are hard to read. */
const widthMax = 140;

/** An explanation for the terminal. */
export function printExplanation(explanation: Explanation, options: PrintOptions): string {
  const { say, color, width, language, show } = options;
  const colors = createColors(color);
  const printing: Printing = {
    say,
    colors,
    marked: (words) => [
      color ? { text: words, paint: (text) => colors.bold(colors.yellow(text)) } : { text: `[${words}]` },
    ],
    lines: createLines(Math.min(width, widthMax)),
    choose: (words) => words[language] ?? words[explanation.language] ?? Object.values(words)[0] ?? '',
    at: ({ path, line, column }) => `${show(path)}:${line}:${column}`,
  };
  const { card, kind } = explanation;
  const printed = card
    ? [...printCard(card, kind, printing), ...printSayings(explanation, printing)]
    : printBlocks(explanation, printing);
  return `${printed.join('\n')}\n`;
}

function printCard(card: Card, kind: Explanation['kind'], printing: Printing): string[] {
  const { say, colors, lines, choose } = printing;
  const all = [...new Set(Object.values(card.label))];
  const names = all.map((name) => {
    const languages = Object.keys(card.label).filter((language) => card.label[language] === name);
    return `${languages.join(', ')} ${name}`;
  });
  return [
    ...lines.write(
      0,
      { text: choose(card.label), paint: colors.bold },
      { text: ` · ${card.id} · ${choose(card.type)}` },
    ),
    ...lines.write(2, { text: names.join(' · ') }),
    ...(kind === 'statement' ? [] : lines.write(2, { text: card.iri, paint: colors.cyan })),
    ...(kind === 'statement' ? [] : printProperties(card.properties, 2, printing)),
    ...(card.notes.length > 0 ? ['', colors.bold(say('explain.notes'))] : []),
    ...card.notes.flatMap(({ id, about, properties }) => [
      ...lines.write(2, { text: id, paint: colors.bold }, { text: ` ${say('explain.about', { about })}` }),
      ...printProperties(properties, 4, printing),
    ]),
  ];
}

function printProperties(properties: readonly CardProperty[], indent: number, printing: Printing): string[] {
  const { lines, choose, colors } = printing;
  return properties.flatMap((property) =>
    lines.write(
      indent,
      { text: `${choose(property.label)}: ${choose(property.words)}` },
      { text: ` (${printGround(property, printing)})`, paint: colors.dim },
    ),
  );
}

/** What a value rests on, and where a record has it: "recorded: source/text/entities/hubs.yaml:9:3". */
function printGround({ ground, from = [], places }: CardProperty, { say, at }: Printing): string {
  const told = say(`explain.ground.${ground}`, { from: from.join(', ') });
  const found = places.map(at).join(', ');
  if (found === '') return told;
  return ground === 'stated' ? `${told}; ${found}` : `${told}: ${found}`;
}

function printSayings({ kind, sayings, others }: Explanation, printing: Printing): string[] {
  const { say, colors } = printing;
  const related = others.filter((other) => other.kind === 'statement' || other.kind === 'blank');
  const group = (key: string, own: readonly Saying[]): string[] =>
    own.length === 0
      ? []
      : [
          '',
          colors.bold(say(`explain.${key}`, { count: own.length })),
          ...own.flatMap((saying) => printSaying(saying, printing)),
        ];
  const places = (key: string, own: readonly Saying[]): string[] =>
    own.length === 0 ? [] : ['', ...printPlaces(say(`explain.${key}`, { count: own.length }), own, printing)];
  return [
    ...group(kind === 'statement' ? 'said' : 'statements', sayings),
    ...(sayings.length === 0 ? ['', say('explain.none')] : []),
    ...group('related', related),
    ...places(
      'citations',
      others.filter((other) => other.kind === 'citation'),
    ),
    ...places(
      'mentions',
      others.filter((other) => other.kind === 'mention'),
    ),
  ];
}

/** A statement: what it says, its name and addresses, and the sentence of each edition. */
function printSaying(
  { kind, label, property, words, entity, path, iris, quotations }: Saying,
  printing: Printing,
): string[] {
  const { lines, choose, colors, at, marked, say } = printing;
  const what = property ? `${choose(label)}, ${choose(property)}: ${choose(words)}` : choose(label);
  return [
    '',
    ...lines.write(2, { text: what }, ...(kind === 'blank' ? [{ text: ` (${say('explain.blank')})` }] : [])),
    ...lines.write(4, { text: path === undefined ? entity : `${entity}#${path}` }),
    ...iris.flatMap((iri) => lines.write(4, { text: iri, paint: colors.cyan })),
    ...quotations.flatMap(({ language, before, exact, after, place }) => [
      ...lines.write(4, { text: `${language} ` }, { text: before }, ...marked(exact), { text: after }),
      ...lines.write(7, { text: at(place), paint: colors.dim }),
    ]),
  ];
}

/** Where the source text has some words, in their order. */
function printPlaces(title: string, sayings: readonly Saying[], { lines, colors, at }: Printing): string[] {
  const places = sayings.flatMap(({ quotations }) => (quotations[0] ? [at(quotations[0].place)] : []));
  return [
    colors.bold(title),
    ...places.flatMap((place) => lines.write(2, { text: place, paint: colors.dim })),
  ];
}
