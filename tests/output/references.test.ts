import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { beforeAll, expect, test } from 'vitest';
import { createServices } from '../../pipeline/host/create-services.ts';
import type { JsonObject, OutputFile } from '../../pipeline/model.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';
import { drawSample } from './draw-sample.ts';
import { sampleConfiguration, sampleEntity, samplePublication } from './sample-publication.ts';
import { sampleVocabulary } from './sample-vocabulary.ts';

const { readCitationStyle } = createServices(() => undefined);

function work(slug: string, csl: JsonObject) {
  const name = { en: slug, es: slug, pt: slug };
  return sampleEntity(`paper:${slug}`, { name }, { id: slug, type: 'book', ...csl });
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
const text = `---
title: Works
language: en
authors: [{name: Ana}]
date: "2026-11-23"
licence: {text: "https://creativecommons.org/licenses/by/4.0/", data: all-rights-reserved}
---

[](paper:kahhat "p. 250") [](paper:kahhat "pp. 25-26") [](paper:kahhat) [](paper:borders) [](paper:amazon)
`;
let drawn: Map<string, OutputFile>;
beforeAll(async () => {
  const vocabulary = sampleVocabulary();
  const publication = samplePublication({ en: text, es: text, pt: text }, works, vocabulary);
  drawn = await drawSample(publication, vocabulary, sampleConfiguration);
});

/** The citations of an edition, and its list of references by their anchors. */
function readEdition(language: string): { cited: string[]; entries: Map<string, PhrasingContent[]> } {
  const file = { path: 'a.md', text: drawn.get(`${language}/sample.md`)?.text ?? '' };
  const { children } = parseDocument(file, { allowHtml: true }).value.tree;
  const cited = find(children, 'paragraph')
    .flatMap((paragraph) => paragraph.children)
    .filter((node) => node.type === 'link' && node.url.startsWith('#paper-'))
    .map((node) => plainText(node));
  const entries = find(children, 'paragraph').flatMap(({ children: [anchor, ...words] }) => {
    const id = anchor?.type === 'html' ? /^<span id="(paper-[a-z]+)">/.exec(anchor.value)?.[1] : undefined;
    return id === undefined ? [] : [[id, words.slice(1)] as const];
  });
  return { cited, entries: new Map(entries) };
}

function find(nodes: readonly Nodes[], type: 'paragraph'): Paragraph[] {
  return nodes.flatMap((node) => {
    if (node.type === type) return [node];
    return 'children' in node ? find(node.children, type) : [];
  });
}

function entry(language: string, id: string): string {
  return plainText({ type: 'paragraph', children: readEdition(language).entries.get(id) ?? [] });
}

test('the style sorts, tells works of a year apart, and keeps italics', () => {
  const { entries, cited } = readEdition('en');
  expect([...entries.keys()]).toEqual(['paper-kahhat', 'paper-amazon', 'paper-borders']);
  expect(entry('en', 'paper-amazon')).toBe(
    'Rhi-Sausi, J. L., & Oddone, N. (2009a). Amazon <lands> & *rivers*.',
  );
  expect(entries.get('paper-borders')?.map(({ type }) => type)).toEqual(['text', 'emphasis', 'text']);
  expect(cited.slice(3)).toEqual(['(Rhi-Sausi & Oddone, 2009b)', '(Rhi-Sausi & Oddone, 2009a)']);
});

test('the language of the edition decides the words of the style', () => {
  expect(entry('pt', 'paper-kahhat')).toContain(' Em: ');
  expect(entry('es', 'paper-kahhat')).toContain(' En ');
  expect(entry('en', 'paper-kahhat')).toContain(' In ');
});

test('citations have locators', () => {
  expect(readEdition('en').cited.slice(0, 3)).toEqual([
    '(Kahhat, 2007, p. 250)',
    '(Kahhat, 2007, pp. 25–26)',
    '(Kahhat, 2007)',
  ]);
});

test('a style that does not exist is none', async () => {
  expect(await readCitationStyle('no-such-style', 'en-US')).toBeUndefined();
  expect(await readCitationStyle('__proto__', 'en-US')).toBeUndefined();
  expect((await readCitationStyle('apa', 'qu-PE'))?.locale).toBe('en-US');
  expect((await readCitationStyle('apa', 'es-PE'))?.locale).toBe('es-ES');
});
