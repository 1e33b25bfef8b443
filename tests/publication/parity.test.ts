import { describe, expect, test } from 'vitest';
import { type Mark, splitSections } from './marks.ts';
import { readEditions, readRegisters } from './published.ts';
import { readCards, readNumbers } from './read-cards.ts';
import { readWithMarkdownIt } from './read-with-markdown-it.ts';

/**
 * That the editions say the same, proven without a line of ours: neither the pipeline's parser, nor its reader of
 * values, nor its idea of what to compare.
 */

interface Reading {
  language: string;
  marks: Mark[];
}

const readingOf = ({ language, markdown }: { language: string; markdown: string }): Reading => ({
  language,
  marks: readWithMarkdownIt(markdown),
});
const [texts, registers] = [readEditions(), readRegisters()];
const [english, ...others] = texts.map(readingOf) as [Reading, ...Reading[]];
const [register, ...otherRegisters] = registers.map(readingOf) as [Reading, ...Reading[]];
const pairs = others.map((other, index) => ({
  ...other,
  other,
  otherRegister: otherRegisters[index] as Reading,
}));

/** How often each section links to each anchor: "s-introduction peru-borders-register.md#hub-andean--area": 1. */
function countLinks({ marks }: Reading): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id, marks: own } of splitSections(marks)) {
    for (const { kind, value } of own) {
      if (kind !== 'link' || !/^[\w.-]*#/.test(value)) continue;
      const key = `${id} ${value}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The numbers of each card of a register of entities, by the card's anchor: "hub-andean--area": ["2556393"]. */
function readFigures({ language, marks }: Reading): Map<string, string[]> {
  return new Map([...readCards(marks)].map(([id, text]) => [id, readNumbers(text, language)]));
}

describe.each(pairs)('en and $language', ({ other, otherRegister }) => {
  test('link to the same anchors, as often, in each section', () => {
    expect(countLinks(other)).toEqual(countLinks(english));
    expect(countLinks(otherRegister)).toEqual(countLinks(register));
  });

  test('give the same numbers on each card', () => {
    expect(Object.fromEntries(readFigures(otherRegister))).toEqual(Object.fromEntries(readFigures(register)));
  });
});

test('there is much to compare', () => {
  const links = [...countLinks(english)].filter(([key]) => key.startsWith('s-') && key.includes('--'));
  expect(links.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(350);
  expect([...countLinks(register).values()].length).toBeGreaterThan(500);
  expect([...readFigures(register).values()].filter((numbers) => numbers.length > 0).length).toBeGreaterThan(
    150,
  );
});

describe('refused is', () => {
  const damaged = (from: string | RegExp, to: string, [, , file] = texts): Reading => {
    const markdown = file?.markdown.replace(from, to) ?? '';
    expect(markdown).not.toBe(file?.markdown);
    return { language: 'pt', marks: readWithMarkdownIt(markdown) };
  };

  test('a statement that is dropped', () => {
    const dropped = damaged(/\[([^\]]+)\]\([\w.-]*#place-peru-border-regions--area\)/, '$1');
    expect(countLinks(dropped)).not.toEqual(countLinks(english));
  });

  test('a statement that changed places', () => {
    const moved = damaged('#place-peru-border-regions--area)', '#place-peru-border-regions--population)');
    expect(countLinks(moved)).not.toEqual(countLinks(english));
  });

  test('a number by the customs of another country', () => {
    const card = /(id="hub-andean--area"><\/span>[^0-9]*)2\.556\.393/;
    const anglicized = damaged(card, '$12,556,393', registers);
    expect(readFigures(anglicized)).not.toEqual(readFigures(register));
  });
});
