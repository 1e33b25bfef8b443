import { describe, expect, test } from 'vitest';
import { checkTranslation, type Translated } from './check-translation.ts';

const spanish = (column: number) => `locales/es/t.po:5:${column}`;

/** Rules that find something in the Spanish words, and where; all findings there are. */
async function findingsOf(en: string, es: string, comments: string[] = []): Promise<string[]> {
  const paragraphs: Translated[] = [{ en, es, comments }];
  return (await checkTranslation(paragraphs)).findings;
}

describe('a translator marks a loan word or a gloss in quotation marks', () => {
  test.each([
    ['The tide gauge prints a log.', 'El mareógrafo imprime un registro («log»).'],
    ['The macros are hygienic here.', 'Las macros son “higiénicas” aquí.'],
    [
      'Press the button, and all of it will be kept for you.',
      'Pulse el botón “Save” (“Guardar todo”) para que todo quede.',
    ],
    ["They call it 'the old lady'.", 'La llaman “la vieja dama”.'],
    ['The word “log” is short.', 'La palabra *log* es corta.'],
    ['The word “log” is short.', 'La palabra `log` es corta.'],
  ])('%s → %s', async (en, es) => {
    expect(await findingsOf(en, es)).toEqual([]);
  });

  test.each([
    ['He called it a “dead border” in the end.', 'Al final la llamó frontera muerta.', 9],
    ['He called it a “dead border” in the log.', 'La llamó frontera muerta en el registro («log»).', 9],
    [
      'They said that the lake was deep and that the boat was old.',
      'Dijeron «el lago es hondo. La barca es vieja y no vale nada».',
      17,
    ],
  ])('a quotation that is lost or invented is found: %s → %s', async (en, es, column) => {
    expect(await findingsOf(en, es)).toEqual([`quotations-are-kept ${spanish(column)}`]);
  });
});

describe('codes, placeholders and addresses are no punctuation', () => {
  test.each([
    ['You may print it with `{:?}`', 'Puede imprimirlo con `{:?}`'],
    ['You may print it with {:?}.', 'Puede imprimirlo con {:?}.'],
    ['The last is `a`, then `b`, and lastly `c`.', 'El último es `a`, luego `b` y, por último, `c`.'],
    ['It calls `b`, then `join!`.', 'Llama a `b` y luego a `join!`.'],
    ['It calls println!("a") there.', 'Allí llama a println!("a").'],
    ['The page is https://example.org/a?b=1!c', 'La página es https://example.org/a?b=1!c'],
    ['The sign is “!” in all of them.', 'El signo es “!” en todos ellos.'],
    ['Let the questions guide the work!', 'Que las preguntas guíen el trabajo.'],
    ['Make the file look like this', 'Haga que el archivo sea así:'],
    ['For instance, with this,', 'Por ejemplo, con esto:'],
  ])('%s → %s', async (en, es) => {
    expect(await findingsOf(en, es)).toEqual([]);
  });

  test.each([
    ['The border is long.', 'La frontera es larga', 'end-punctuation-agrees', 28],
    ['Is the border very long?', '¿Es muy larga la frontera.', 'end-punctuation-agrees', 34],
    ['It ends with `a`.', 'Termina con `a`', 'end-punctuation-agrees', 21],
    ['Is it {:?} or not?', 'Es {:?} o no?', 'inverted-marks-open-what-they-close', 21],
  ])('what is wrong is found: %s → %s', async (en, es, rule, column) => {
    expect(await findingsOf(en, es)).toContain(`${rule} ${spanish(column)}`);
  });
});

describe('emphasis on words of another language', () => {
  const others = {
    en: 'The traits are old, and so is the bridge.',
    es: 'Los traits son viejos, y también el puente.',
  };
  test.each([
    ['A trait is a name.', 'Un _trait_ es un nombre.'],
    ['The bridge is long.', 'El puente (_traits_) es largo.'],
    ['The *bridge* is long.', 'El *puente* (*bridge*) es largo.'],
    ['The old bridges are *long*.', 'Los _bridges_ viejos son *largos*.'],
  ])('%s → %s', async (en, es) => {
    expect((await checkTranslation([{ en, es }, others])).findings).toEqual([]);
  });

  test.each([
    ['The bridge is *never* closed; it never is.', 'El puente nunca se cierra; nunca lo está.', 9],
    ['The bridge is *never* closed.', 'El *puente* no se cierra *nunca*.', 12],
  ])('emphasis that is lost or invented is found: %s → %s', async (en, es, column) => {
    const more = [others, { en: 'It is never closed.', es: 'Nunca se cierra.' }];
    expect((await checkTranslation([{ en, es }, ...more])).findings).toEqual([
      `emphasis-agrees-across-editions ${spanish(column)}`,
    ]);
  });
});

describe('a name that a translator marks as code', () => {
  test.each([
    ['See break and continue first.', 'Vea primero `break` y `continue`.'],
    ['Some traits are old, and a trait is new.', 'Algunos `trait` son viejos y un `trait` es nuevo.'],
    ['The If statement is old.', 'La sentencia `if` es vieja.'],
  ])('%s → %s', async (en, es) => {
    expect(await findingsOf(en, es)).toEqual([]);
  });

  test.each([
    ['The old statement is here.', 'La vieja sentencia `if` está aquí.', 28],
    ['A trait is old.', 'Un `trait` es un `trait` viejo.', 26],
    ['The `if` statement is old.', 'La sentencia es vieja.', 9],
  ])('a code that the source has nowhere is found: %s → %s', async (en, es, column) => {
    expect(await findingsOf(en, es)).toEqual([`code-is-kept ${spanish(column)}`]);
  });
});

describe('an address that exists per language', () => {
  const see = (address: string) => `See [tides](${address}) first.`;
  const vea = (address: string) => `Vea primero las [mareas](${address}).`;
  test.each([
    ['https://en.wikipedia.org/wiki/Tide', 'https://es.wikipedia.org/wiki/Marea'],
    ['https://en.wikibooks.org/wiki/Tide#One', 'https://es.wikibooks.org/wiki/Marea#Uno'],
    ['https://example.org/en/tide', 'https://example.org/es/tide'],
    ['https://example.org/en-us/tide', 'https://example.org/es-es/tide'],
    ['https://example.org/tide', 'https://example.org/es/tide'],
    ['https://www.example.org/tide', 'https://es.example.org/tide'],
    ['https://example.org/tide.en.html', 'https://example.org/tide.es.html'],
    ['https://example.org/tide?hl=en&a=1', 'https://example.org/tide?hl=es_419&a=1'],
    ['https://example.org/tide?a=1', 'https://example.org/tide?a=1&lang=es'],
    ['tide.md', 'tide.es.md'],
  ])('%s → %s', async (from, to) => {
    expect(await findingsOf(see(from), vea(to))).toEqual([]);
  });

  test.each([
    ['https://en.wikipedia.org/wiki/Tide', 'https://en.wikipedia.org/wiki/Time'],
    ['https://en.wikipedia.org/wiki/Tide', 'https://pt.wikipedia.org/wiki/Tide'],
    ['https://example.org/en/tide', 'https://example.org/es/time'],
    ['https://example.org/en/tide', 'https://example.com/es/tide'],
    ['https://example.org/tide?hl=en&a=1', 'https://example.org/tide?hl=es&a=2'],
    ['https://en.example.org/tide', 'https://es.example.org/tibe'],
  ])('a real change is found, and can be allowed: %s → %s', async (from, to) => {
    const rule = 'link-target-is-kept';
    expect(await findingsOf(see(from), vea(to))).toEqual([`${rule} ${spanish(25)}`]);
    expect(await findingsOf(see(from), vea(to), [`allow ${rule}: the page moved`])).toEqual([]);
  });
});

describe('what is words can be allowed', () => {
  const allow = (rule: string) => [`allow ${rule}: it is so`];
  const markup = 'inline-markup-agrees-across-editions';
  test.each([
    ['a link that is left out', 'See [the log](https://example.org/log).', 'Véase el registro.', 1, markup],
    ['a code that is another', 'Say `hello` now.', 'Diga `hola` ahora.', 2, 'code-is-kept'],
    ['an image that is another', 'One ![](a.png) two.', 'Uno ![](b.png) dos.', 2, markup],
    ['a line break', 'One\\\ntwo.', 'Uno dos.', 1, markup],
  ])('%s', async (_, en, es, count, rule) => {
    const found = await findingsOf(en, es);
    expect(found.map((line) => line.split(' ')[0])).toEqual(Array(count).fill(rule));
    expect(await findingsOf(en, es, allow(rule))).toEqual([]);
  });

  const records = {
    'source/t/entities/e.yaml': `place:port:
  name: { en: The port, es: El puerto }
place:bridge:
  name: { en: The bridge, es: El puente }
`,
  };
  test.each([
    [
      'a link to an entity',
      'See [the port](place:port).',
      'Véase [el puerto](place:bridge).',
      'link-target-is-kept',
    ],
    [
      'an entity instead of a page',
      'See [it](place:port).',
      'Véase [esto](place.port).',
      'link-target-is-kept',
    ],
    ['a note', 'One.[^a]\n\n[^a]: Two.', 'Uno.', markup],
    ['a reference', 'See [](#bridge) here.\n\n## Bridge {#bridge}', 'Véase esto aquí.', markup],
  ])('what is stated cannot: %s', async (_, en, es, rule) => {
    const [sentence = '', rest] = en.split('\n\n');
    const paragraphs = [
      { en: sentence, es, comments: allow(rule) },
      ...(rest === undefined ? [] : [{ en: rest }]),
    ];
    const { findings, messages } = await checkTranslation(paragraphs, records);
    expect(findings.filter((line) => /^(?:link-target|inline-markup|allowance)/.test(line))).toEqual([
      `allowance-names-a-rule locales/es/t.po:4:3`,
      `${rule} ${findings.find((line) => line.startsWith(rule))?.split(' ')[1]}`,
    ]);
    expect(messages.some((message) => message.startsWith('Expected an allowance for words'))).toBe(true);
  });
});

describe('two links that are exchanged', () => {
  const [log, chart] = ['https://example.org/log', 'https://example.org/chart'];
  const rule = 'link-stays-with-its-words';
  const records = {
    'source/t/entities/e.yaml': `place:port:
  name: { en: The port of Lota, es: El puerto de Lota }
place:bridge:
  name: { en: The bridge of Penco, es: El puente de Penco }
person:ana:
  name: { en: Ana Ruiz, es: Ana Ruiz }
`,
  };
  const ask = async (en: string, es: string, comments: string[] = []) =>
    (await checkTranslation([{ en, es, comments }], records)).findings.filter(
      (line) => !line.includes('record-is-used'),
    );

  test.each([
    [
      'pages',
      `Read [the log](${log}) and [the chart](${chart}).`,
      `Lea [el registro](${chart}) y [la carta](${log}).`,
      14,
    ],
    [
      'pages that nothing tells apart',
      `Read [one](${log}) and [another](${chart}).`,
      `Lea [esto](${chart}) y [aquello](${log}).`,
      14,
    ],
    [
      'words, while the addresses stay',
      `Use [OmegaT](${log}) or [Poedit](${chart}) first.`,
      `Use primero [Poedit](${log}) u [OmegaT](${chart}).`,
      22,
    ],
    [
      'codes',
      `Call [\`open\`](${log}) or [\`close\`](${chart}).`,
      `Llame a [\`open\`](${chart}) o a [\`close\`](${log}).`,
      18,
    ],
    [
      'mentions of one type',
      'The one [there](place:port) is older than the one [here](place:bridge).',
      'El de [allí](place:bridge) es más viejo que el de [aquí](place:port).',
      16,
    ],
    [
      'a page and a mention',
      `The [mareograph](place:port) has [a register](${log}).`,
      `El [mareógrafo](${log}) tiene [un registro](place:port).`,
      13,
    ],
  ])('%s', async (_, en, es, column) => {
    expect(await ask(en, es)).toEqual([`${rule} ${spanish(column)}`]);
    expect(await ask(en, es, [`allow ${rule}: the sentence is turned`])).toEqual([]);
  });

  test.each([
    [
      'a sentence that is turned',
      `The [gauge](${log}) of the [port](${chart}) is old.`,
      `Del [puerto](${chart}) es viejo el [mareógrafo](${log}).`,
    ],
    [
      'codes that go with their links',
      `Call [\`open\`](${log}) or [\`close\`](${chart}).`,
      `Llame a [\`close\`](${chart}) o a [\`open\`](${log}).`,
    ],
    [
      'names that the records know',
      'See [the port of Lota](place:port) and [the bridge of Penco](place:bridge).',
      'Vea [el puente de Penco](place:bridge) y [el puerto de Lota](place:port).',
    ],
    [
      'a page and a mention in another order',
      `The [register](${log}) is in [the port](place:port).`,
      `En [el puerto](place:port) está [el registro](${log}).`,
    ],
    [
      'a page and a mention that nothing tells apart, in another order',
      `The [log](${log}) is [here](place:port).`,
      `[Aquí](place:port) está [el cuaderno](${log}).`,
    ],
    [
      'mentions of two types',
      'The one [there](place:port) is older than [she](person:ana) is.',
      '[Ella](person:ana) es más joven que el de [allí](place:port).',
    ],
    [
      'an address that comes twice',
      `Read [one](${log}), [two](${chart}) and [three](${log}).`,
      `Lea [tres](${log}), [dos](${chart}) y [uno](${log}).`,
    ],
  ])('are not: %s', async (_, en, es) => {
    expect(await ask(en, es)).toEqual([]);
  });

  test('names in the source', async () => {
    const found = await ask(
      'Between [the bridge of Penco](place:port) and [the port of Lota](place:bridge).',
      'Entre [el puerto de Lota](place:port) y [el puente de Penco](place:bridge).',
    );
    expect(found).toContain(`${rule} ${spanish(16)}`);
  });

  test.each([
    ['Los [conceptos](#s-b) están en [](place:port), véase abajo.', [`${rule} ${spanish(14)}`]],
    ['Los [conceptos](place:port) están en [](#s-b), véase abajo.', []],
    ['En [](#s-b) están los [conceptos](place:port), véase abajo.', []],
  ])('a link without words and one with some: %s', async (es, found) => {
    const paragraphs = [
      { en: 'The [concepts](place:port) are in [](#s-b), see below.', es },
      { en: '## B {#b}', es: '' },
    ];
    const { findings } = await checkTranslation(paragraphs, records);
    expect(findings.filter((line) => line.startsWith(rule))).toEqual(found);
  });

  test('notes are told by their own rule', async () => {
    const en = 'One[^a] and two[^b].';
    const rest = [
      { en: '[^a]: A log.', es: '' },
      { en: '[^b]: A chart.', es: '' },
    ];
    const { findings } = await checkTranslation([{ en, es: 'Uno[^b] y dos[^a].' }, ...rest]);
    expect(findings).toContain(`notes-keep-their-order ${spanish(12)}`);
  });
});
