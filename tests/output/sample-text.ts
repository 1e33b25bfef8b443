import type { StatedFact } from '../../pipeline/model.ts';
import { namedKind } from '../named-kind.ts';
import { sampleEntity } from './sample-publication.ts';

/** The same text in three languages; every construct of the dialect once. */
export const sampleTexts: Record<string, string> = {
  en: `---
title: Lakes & "levels"
subtitle: What rises
language: en
abstract: About [Lake Uno](lake:uno).
keywords: [lakes, water]
authors: [{name: Ana Pérez}]
translators: {es: [{name: Maq, kind: software}], pt: [{name: Rui}]}
date: "2026-11-23"
licence: {text: "https://creativecommons.org/licenses/by/4.0/", data: all-rights-reserved}
basedOn: {title: Old lakes, authors: [A. B.], journal: Waters, volume: 4, number: 1, date: 2012, relation: account, role: We retell it.}
---

At 10:30, [Lake Uno](lake:uno) rose; [Lake Uno](lake:uno) fell.[^a]

[^a]: A note on [Lake Dos](lake:dos) * with_stars_.

## First part

[Lake Uno](lake:uno) is at [1,528 km](lake:uno#level), see [](#box-one), [](#table-data) and [](#s-second-part). [Dos](lake:dos "x") has [](lake:dos#level) and [](lake:dos#shore).

:::box[A **title** of [Dos](lake:dos)]{#box-one}
Text in a box.

- one
- two
:::

### Second part

([Rhi, 2009](paper:rhi "p. 250")) and [](paper:rhi "p. 3").

:::table[Reviews]{#table-data of="review" rows="basin" columns="trait" cells="proof finding"}
Source: us.
:::

:::table[Plain]{#table-plain}
| Lake | Level |
|---|---|
| [Uno](lake:uno) | [](lake:uno#level) |
:::

:::quote[Ana]
Water is water.

It costs US$5 or US$6, not US$ 7; 10^2^ ~x~ @foo a@b.c, $x$, 3:1, urn:lex:pe:ley:26821 and :::name.
:::

:::definition[Lake]
Still water.
:::
`,
  es: `---
title: Lagos y «niveles»
subtitle: Lo que sube
language: en
abstract: Sobre el [lago Uno](lake:uno).
keywords: [lagos, agua]
authors: [{name: Ana Pérez}]
translators: {es: [{name: Maq, kind: software}], pt: [{name: Rui}]}
date: "2026-11-23"
licence: {text: "https://creativecommons.org/licenses/by/4.0/", data: all-rights-reserved}
basedOn: {title: Old lakes, authors: [A. B.], journal: Waters, volume: 4, number: 1, date: 2012, relation: account, role: Lo contamos.}
---

A las 10:30, el [lago Uno](lake:uno) subió; el [lago Uno](lake:uno) bajó.[^a]

[^a]: Nota sobre el [lago Dos](lake:dos) * con_estrellas_.

## Primera parte

El [lago Uno](lake:uno) está a [1,528 km](lake:uno#level), véanse [](#box-one), [](#table-data) y [](#s-second-part). [Dos](lake:dos "x") tiene [](lake:dos#level) y [](lake:dos#shore).

:::box[Un **título** de [Dos](lake:dos)]{#box-one}
Texto en un recuadro.

- uno
- dos
:::

### Segunda parte

([Rhi, 2009](paper:rhi "p. 250")) y [](paper:rhi "p. 3").

:::table[Revisiones]{#table-data of="review" rows="basin" columns="trait" cells="proof finding"}
Fuente: nosotros.
:::

:::table[Sencilla]{#table-plain}
| Lago | Nivel |
|---|---|
| [Uno](lake:uno) | [](lake:uno#level) |
:::

:::quote[Ana]
El agua es agua.

Cuesta US$5 o US$6, no US$ 7; 10^2^ ~x~ @foo a@b.c, $x$, 3:1, urn:lex:pe:ley:26821 y :::name.
:::

:::definition[Lago]
Agua quieta.
:::
`,
};

const csl = {
  id: 'rhi',
  type: 'article-journal',
  title: 'Borders <i>and</i> *stars*',
  author: [{ family: 'Rhi', given: 'José' }, { literal: 'The Institute' }],
  issued: { 'date-parts': [[2009]] },
  'container-title': 'Revista [x](y)',
  URL: 'https://example.org/a_b',
};

export const sampleEntities = [
  sampleEntity('lake:uno', {
    name: { en: 'Lake Uno', es: 'Lago Uno', pt: 'Lago Uno' },
    alternateName: { en: ['First Lake'], es: ['Primer Lago'], pt: ['Primeiro Lago'] },
    acronym: { en: 'LU', es: 'LU', pt: 'LU' },
    level: {
      value: '1528',
      unit: 'km',
      period: '2004/2008',
      qualifier: 'approximately',
      source: 'paper:rhi',
    },
    surveys: [
      { value: '54.41', unit: 'km', period: '2001' },
      { value: '55', unit: 'km' },
    ],
    filled: '1998-10',
    open: '2004/2008-05-01',
    rivers: '12',
    sameAs: ['http://www.wikidata.org/entity/Q1'],
  }),
  sampleEntity('lake:dos', {
    name: { en: 'Álamo <Lake> *two*', es: 'Lago Dos', pt: 'Lago Dois' },
    description: { en: 'A lake.', es: 'Un lago.', pt: 'Um lago.' },
    level: { value: '2000.5', unit: 'km' },
    shore: ['lake:uno', 'lake:tres'],
  }),
  sampleEntity('lake:tres', { name: { en: 'Lake Tres', es: 'Lago Tres', pt: 'Lago Três' } }),
  sampleEntity('trait:deep', { name: { en: 'Deep | dark', es: 'Hondo', pt: 'Fundo' } }),
  sampleEntity('trait:wide', { name: { en: 'Wide', es: 'Ancho', pt: 'Largo' } }),
  sampleEntity('review:a', {
    basin: 'lake:uno',
    trait: 'trait:wide',
    proof: ['lake:dos', 'lake:tres'],
    finding: { en: 'So it is', es: 'Así es', pt: 'É assim' },
  }),
  sampleEntity('review:b', { basin: 'lake:dos', trait: 'trait:deep', proof: ['lake:tres'] }),
  sampleEntity('paper:rhi', { name: { en: 'Borders and *stars*' } }, csl),
  sampleEntity('paper:old', { name: { en: 'Old lakes' } }, { id: 'old', type: 'book', title: 'Old lakes' }),
  sampleEntity('remark:wrong-level', {
    about: ['lake:uno#level', 'lake:dos'],
    printed: '1.528',
    reading: { en: 'It is in doubt.', es: 'Está en duda.', pt: 'É duvidoso.' },
  }),
];

export const sampleFacts: StatedFact[] = [
  {
    subject: 'lake:uno',
    path: 'level',
    kind: namedKind('quantity'),
    value: { value: '1528', unit: 'km' },
    segment: 9,
    words: { en: '1,528 km', es: '1,528 km' },
    orders: { en: 1, es: 1 },
  },
  {
    subject: 'lake:uno',
    path: 'level.period',
    kind: namedKind('period'),
    value: '2004/2008',
    segment: 9,
    words: { en: '2004–2008', es: '2004–2008' },
    orders: { en: 0, es: 0 },
  },
  {
    subject: 'lake:uno',
    path: 'filled',
    kind: namedKind('date'),
    value: '1998-10',
    segment: 9,
    words: { en: 'October 1998' },
    orders: { en: 0 },
  },
  {
    subject: 'lake:dos',
    path: 'name',
    kind: namedKind('text'),
    value: { en: 'Lake Dos', es: 'Lago Dos' },
    segment: 9,
    words: { en: 'Lake Dos', es: 'Lago Dos' },
    orders: { en: 0, es: 0 },
  },
  {
    subject: 'lake:dos',
    path: 'shore',
    kind: namedKind('entity'),
    value: 'lake:uno',
    segment: 9,
    words: { en: 'the Uno', es: 'el Uno' },
    orders: { en: 0, es: 0 },
  },
];
