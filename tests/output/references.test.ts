import { toString as plainText } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { createServices } from '../../pipeline/host/create-services.ts';
import type { JsonObject } from '../../pipeline/model.ts';
import { createReferences, type References } from '../../pipeline/publish/references.ts';
import { sampleEntity } from './sample-publication.ts';

const { readCitationStyle } = createServices(() => undefined);
const abnt = 'associacao-brasileira-de-normas-tecnicas';

function work(slug: string, csl: JsonObject) {
  return sampleEntity(`paper:${slug}`, {}, { id: slug, type: 'book', ...csl });
}

const pair = [
  { family: 'Rhi-Sausi', given: 'José Luis' },
  { family: 'Oddone', given: 'Nahuel' },
];
const works = [
  work('borders', { title: 'On borders', author: pair, issued: { 'date-parts': [[2009]] } }),
  work('amazon', { title: 'Amazon <lands> & *rivers*', author: pair, issued: { 'date-parts': [[2009]] } }),
  work('kahhat', {
    title: 'Brasil',
    type: 'chapter',
    'container-title': 'Visões',
    author: [{ family: 'Kahhat', given: 'Farid' }],
    issued: { 'date-parts': [[2007, 5]] },
  }),
];

async function format(name: string, tag: string): Promise<References> {
  const style = await readCitationStyle(name, tag);
  if (!style) throw new Error(name);
  return createReferences(works, style);
}

function entry(references: References, id: string): string {
  return plainText({ type: 'paragraph', children: references.entries.get(id) ?? [] });
}

test('the style sorts, tells works of a year apart, and keeps italics', async () => {
  const references = await format('apa', 'en-US');
  expect(references.order).toEqual(['paper:kahhat', 'paper:amazon', 'paper:borders']);
  expect(entry(references, 'paper:amazon')).toBe(
    'Rhi-Sausi, J. L., & Oddone, N. (2009a). Amazon <lands> & *rivers*.',
  );
  expect(references.entries.get('paper:borders')?.map(({ type }) => type)).toEqual([
    'text',
    'emphasis',
    'text',
  ]);
  expect(references.years.get('paper:borders')).toBe('2009b');
});

test('the language of the edition decides the words of the style', async () => {
  expect(entry(await format(abnt, 'pt-BR'), 'paper:kahhat')).toContain(' Em: ');
  expect(entry(await format('apa', 'es-PE'), 'paper:kahhat')).toContain(' En ');
  expect(entry(await format('apa', 'en-US'), 'paper:kahhat')).toContain(' In ');
});

test('citations have locators', async () => {
  const references = await format('apa', 'en-US');
  const cite = (id: string, locator?: string) =>
    plainText({ type: 'paragraph', children: references.cite(id, locator) });
  expect(cite('paper:kahhat', 'p. 250')).toBe('(Kahhat, 2007, p. 250)');
  expect(cite('paper:kahhat', 'pp. 25-26')).toBe('(Kahhat, 2007, pp. 25–26)');
  expect(cite('paper:kahhat')).toBe('(Kahhat, 2007)');
  expect(cite('paper:unknown')).toBe('');
});

test('a style that does not exist is none', async () => {
  expect(await readCitationStyle('no-such-style', 'en-US')).toBeUndefined();
  expect(await readCitationStyle('__proto__', 'en-US')).toBeUndefined();
  expect((await readCitationStyle('apa', 'qu-PE'))?.locale).toBe('en-US');
  expect((await readCitationStyle('apa', 'es-PE'))?.locale).toBe('es-ES');
});
