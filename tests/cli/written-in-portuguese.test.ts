import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

/** A publication written in Portuguese, with an edition in Spanish and one in English as an editor would write them. */
const fixture = 'written-in-portuguese';

/** Words of a translation, and other words that say the same. */
const reworded: [language: string, words: string, other: string][] = [
  ['es', '48 000 habitantes', '48 mil habitantes'],
  ['es', 'tres de cada cuatro', 'tres cuartas partes de ellos'],
  ['es', 'un domingo por la mañana', 'una mañana de domingo'],
  ['es', '[5:30](service:ferry#opens)', '[5.30](service:ferry#opens)'],
  ['es', '[22 h](service:ferry#closes). Los', '[diez de la noche](service:ferry#closes). Los'],
  [
    'es',
    'solo cuatro viajes, de 8 a 11 y de 14 a 17:15',
    'apenas 4 viajes, de 8 a 11 de la mañana y de 2 a 5 y cuarto de la tarde',
  ],
  ['es', 'dura entre 15 y 20 minutos, media hora', 'dura de quince a veinte minutos, y 30 minutos'],
  ['es', 'en nueve días', 'en 9 días'],
  ['es', 'estuvo parada dos semanas', 'no circuló durante dos semanas'],
  ['es', 'la mayor del siglo XXI', 'la más grande del siglo XXI'],
  ['es', 'pagan la mitad', 'pagan el 50\u00a0%'],
  ['es', 'hasta 6 años no pagan', 'hasta seis años viajan gratis'],
  ['es', 'En los años noventa', 'En la década de 1990'],
  ['es', '0,75 dólares', '75 centavos de dólar'],
  ['es', 'siglo XIX', 'siglo diecinueve'],
  ['es', 'A las tres de la tarde, con 38 °C', 'A las 15, con 38 grados'],
  ['es', 'a las seis,', 'a las 18,'],
  ['es', '[3.200 m²]', '[3200 metros cuadrados]'],
  [
    'es',
    'de [4 h](service:market#opens) a [13 h](service:market#closes)',
    'desde las [4 de la mañana](service:market#opens) hasta la [1 de la tarde](service:market#closes)',
  ],
  ['es', 'los lunes permanece', 'el lunes permanece'],
  ['es', '[18,7 millones de reales]', '[R$ 18,7 millones]'],
  ['es', 'un [27,5 %](service:market#growth) más', 'un [27,5 por ciento](service:market#growth) más'],
  ['es', 'bajó del 41 al 36 %', 'bajó del 41 % al 36 %'],
  ['es', 'cinco puntos porcentuales', '5 puntos porcentuales'],
  ['es', 'más de un tercio', 'más de la tercera parte'],
  ['es', 'de 2019 a 2022', 'entre 2019 y 2022'],
  ['es', '[1,2 millones de dólares]', '[US$ 1,2 millones]'],
  ['es', 'dos tercios los puso', 'dos terceras partes las puso'],
  ['es', 'a diez años', 'a 10 años'],
  ['es', 'interés anual del 6,25 %', 'interés del 6,25 % anual'],
  ['es', '90 m³', '90 metros cúbicos'],
  ['es', 'a −3 °C', 'a 3 °C bajo cero'],
  ['es', 'cuesta entre R$ 24 y R$ 32', 'cuesta de 24 a 32 reales'],
  ['es', 'una docena de naranjas, R$ 7,90', '12 naranjas, R$ 7,90'],
  ['es', '[52.000](service:library#volumes) volúmenes', '[52 mil](service:library#volumes) volúmenes'],
  ['es', '[9 h](service:library#opens)', '[nueve de la mañana](service:library#opens)'],
  ['es', '[18:30]', '[6:30 de la tarde]'],
  ['es', 'hasta el mediodía', 'hasta las 12'],
  ['es', 'El primer piso', 'El 1.er piso'],
  ['es', 'La 3.ª edición', 'La tercera edición'],
  ['es', 'del 20 al 26 de abril de 2024', 'celebrada entre el 20 y el 26 de abril de 2024'],
  ['es', 'el doble de los que había antes', 'dos veces más que antes'],
  [
    'es',
    'dos vuelos por semana, los miércoles y los viernes, desde R$ 690',
    '2 vuelos semanales, miércoles y viernes, a partir de 690 reales',
  ],
  ['es', 'siete horas y media', '7,5 horas'],
  ['es', '36 horas', 'treinta y seis horas'],
  ['es', 'al menos 3 litros', 'por lo menos tres litros'],
  ['es', '9,6 millones de reales', 'R$ 9,6 millones'],
  ['es', 'R$ 200', '200 reales'],
  ['es', 'llegar al 5 % en 2030', 'llegar al 5 % a más tardar en 2030'],
  ['es', 'de 15 a 19', 'de 3 a 7 de la tarde'],
  [
    'en',
    'just over 48,000 inhabitants, three out of four of them',
    'a little more than 48 thousand inhabitants, three quarters of whom live',
  ],
  ['en', 'within 800 m of the bank', 'less than 800 metres from the bank'],
  ['en', '[5:30 a.m.]', '[5:30 am]'],
  ['en', '[10 p.m.](service:ferry#closes) On', '[22:00](service:ferry#closes). On'],
  ['en', 'only four trips', 'just 4 trips'],
  ['en', 'from 8 to 11 a.m. and from 2 to 5:15 p.m.', '8:00–11:00 am and 2:00–5:15 pm.'],
  ['en', 'Monday through Saturday', 'from Monday to Saturday'],
  ['en', 'between 15 and 20 minutes, half an hour', 'fifteen to twenty minutes, or 30 minutes'],
  ['en', '[March 5, 1998]', '[5 March 1998]'],
  ['en', '21st century', 'twenty-first century'],
  ['en', 'in nine days', 'in 9 days'],
  ['en', 'two weeks', 'a fortnight'],
  ['en', '11.3 m ', '11.3 meters '],
  ['en', 'pay half', 'pay 50%'],
  ['en', 'children up to 6 ride free', 'children aged six or under travel free'],
  ['en', 'In the 1990s', 'In the nineties'],
  ['en', 'US$0.75', '75 US cents'],
  ['en', 'people over 65', 'those older than 65'],
  ['en', '19th century', 'nineteenth century'],
  ['en', 'At three in the afternoon, at 38 °C', 'At 3 p.m., at 38 degrees Celsius'],
  ['en', 'at six,', 'at 6 p.m.,'],
  ['en', '[3,200 m²]', '[3,200 square meters]'],
  ['en', '[4 a.m.]', '[4:00]'],
  ['en', '[1 p.m.]', '[13:00]'],
  ['en', 'on Mondays it is', 'on Monday it is'],
  ['en', '[R$18.7 million]', '[18.7 million reais]'],
  ['en', '[27.5%]', '[27.5 percent]'],
  ['en', 'from 41% to 36%', 'from 41 to 36 percent'],
  ['en', 'five percentage points', '5 percentage points'],
  ['en', 'a third', 'one third'],
  ['en', 'from 2019 to 2022', '2019–2022'],
  ['en', '[US$1.2 million]', '[$1.2 million]'],
  ['en', 'two-thirds came', 'two thirds of it came'],
  ['en', 'a ten-year loan at 6.25% interest a year', 'a 10-year loan at an annual interest of 6.25 per cent'],
  ['en', '90 m³', '90 cubic meters'],
  ['en', 'at −3 °C', 'at -3°C'],
  ['en', 'from R$24 to R$32', 'between R$24 and R$32'],
  ['en', 'a dozen oranges R$7.90', 'twelve oranges 7.90 reais'],
  ['en', '[52,000]', '[52 thousand]'],
  [
    'en',
    '[9 a.m.](service:library#opens) to [6:30 p.m.]',
    '[9:00 a.m.](service:library#opens) until [18:30]',
  ],
  ['en', 'until noon', 'until 12 noon'],
  ['en', 'first floor', '1st floor'],
  ['en', 'on October 12, 2020,', 'on 12 October 2020'],
  ['en', 'twice as many as before', 'double the previous number'],
  ['en', '3rd edition', 'third edition'],
  ['en', 'from April 20 to 26, 2024,', 'held from 20 to 26 April 2024,'],
  [
    'en',
    'two flights a week, on Wednesdays and Fridays, from R$690',
    '2 flights per week, on Wednesday and Friday, starting at R$690',
  ],
  ['en', 'seven and a half hours', '7½ hours'],
  ['en', 'at least 3 liters', 'no less than three liters'],
  ['en', '36 hours', '36 h'],
  ['en', 'R$9.6 million', 'BRL 9.6 million'],
  ['en', 'less than R$200', 'under R$200'],
  ['en', 'from 3 to 7 p.m.', '3–7 pm.'],
];

/** Words of a translation, other words that do not say the same, and the rule that has to find them. */
const changes: [what: string, language: string, words: string, other: string, rule: string][] = [
  ['value: digits', 'es', '48 000 habitantes', '84 000 habitantes', 'numbers-agree-across-editions'],
  ['share in words', 'es', 'tres de cada cuatro', 'dos de cada cuatro', 'numbers-agree-across-editions'],
  ['relation', 'es', 'poco más de 48 000', 'poco menos de 48 000', 'numbers-agree-across-editions'],
  ['weekday', 'es', 'un domingo por la mañana', 'un sábado por la mañana', 'dates-agree-across-editions'],
  ['minutes', 'es', 'de 14 a 17:15', 'de 14 a 17:45', 'dates-agree-across-editions'],
  ['weekday in range', 'es', 'de lunes a sábado', 'de lunes a viernes', 'dates-agree-across-editions'],
  ['range turned', 'es', 'entre 15 y 20 minutos', 'entre 20 y 15 minutos', 'numbers-agree-across-editions'],
  ['half', 'es', 'media hora en', 'una hora en', 'numbers-agree-across-editions'],
  ['unit', 'es', 'subió 11,3 m', 'subió 11,3 km', 'units-agree-across-editions'],
  ['month', 'es', 'mayo de 2014', 'marzo de 2014', 'dates-agree-across-editions'],
  ['century', 'es', 'siglo XXI', 'siglo XX', 'numbers-agree-across-editions'],
  ['relation', 'es', 'mayores de 65', 'menores de 65', 'numbers-agree-across-editions'],
  ['currency', 'es', '0,75 dólares', '0,75 euros', 'units-agree-across-editions'],
  ['decade', 'es', 'años noventa', 'años ochenta', 'numbers-agree-across-editions'],
  [
    'unit in words',
    'es',
    'estuvo parada dos semanas',
    'estuvo parada dos meses',
    'units-agree-across-editions',
  ],
  ['stated month', 'es', '[5 de marzo de 1998]', '[5 de mayo de 1998]', 'statement-agrees-across-editions'],
  ['link', 'es', '(service:ferry#closes). Los', '(service:ferry#opens). Los', 'link-target-is-kept'],
  ['note gone', 'es', 'crecidas.[^flood]', 'crecidas.', 'inline-markup-agrees-across-editions'],
  [
    'entity',
    'es',
    'llega a [Barra do Piracaí](place:barra)',
    'llega a [Barra do Piracaí](feature:piracai)',
    'link-target-is-kept',
  ],
  [
    'name',
    'es',
    '[Mercado Municipal](service:market), abierto',
    '[Mercado Central](service:market), abierto',
    'mention-uses-a-known-name',
  ],
  [
    'locator',
    'es',
    'Ya en el siglo XIX lo anotó un agrimensor ([Alves, 1887](work:alves-1887 \\"p. 112\\"))',
    'Ya en el siglo XIX lo anotó un agrimensor ([Alves, 1887](work:alves-1887 \\"p. 121\\"))',
    'locator-agrees-across-editions',
  ],
  ['points vs percent', 'es', 'cinco puntos porcentuales', 'cinco por ciento', 'units-agree-across-editions'],
  ['range turned', 'es', 'del 41 al 36 %', 'del 36 al 41 %', 'numbers-agree-across-editions'],
  ['relation', 'es', 'más de un tercio', 'menos de un tercio', 'numbers-agree-across-editions'],
  ['sign', 'es', 'trabaja a −3 °C', 'trabaja a 3 °C', 'numbers-agree-across-editions'],
  [
    'range turned, money',
    'es',
    'entre R$ 24 y R$ 32',
    'entre R$ 32 y R$ 24',
    'numbers-agree-across-editions',
  ],
  ['currency', 'es', 'desde R$ 690', 'desde US$ 690', 'units-agree-across-editions'],
  ['weekday', 'es', 'los miércoles y los viernes', 'los martes y los viernes', 'dates-agree-across-editions'],
  ['half', 'es', 'siete horas y media', 'siete horas', 'numbers-agree-across-editions'],
  ['relation', 'es', 'al menos 3 litros', 'a lo sumo 3 litros', 'numbers-agree-across-editions'],
  ['double→half', 'es', 'el doble de los', 'la mitad de los', 'numbers-agree-across-editions'],
  ['year', 'es', 'En 2004 era', 'En 2014 era', 'numbers-agree-across-editions'],
  ['hours', 'es', 'de 15 a 19', 'de 15 a 17', 'numbers-agree-across-editions'],
  [
    'cell',
    'es',
    'msgid "18.950"\nmsgstr "18.950"',
    'msgid "18.950"\nmsgstr "18.590"',
    'numbers-agree-across-editions',
  ],
  [
    'sign of a cell',
    'es',
    'msgid "+41 %"\nmsgstr "+41 %"',
    'msgid "+41 %"\nmsgstr "−41 %"',
    'numbers-agree-across-editions',
  ],
  [
    'cell exchanged',
    'es',
    'msgid "R$ 22,00"\nmsgstr "R$ 22,00"',
    'msgid "R$ 22,00"\nmsgstr "R$ 48,90"',
    'numbers-agree-across-editions',
  ],
  [
    'row relation',
    'es',
    'msgid "Caminhão de até 8 t"\nmsgstr "Camión de hasta 8 t"',
    'msgid "Caminhão de até 8 t"\nmsgstr "Camión de más de 8 t"',
    'numbers-agree-across-editions',
  ],
  ['noon', 'es', 'hasta el mediodía', 'hasta la medianoche', 'dates-agree-across-editions'],
  [
    'half of the day',
    'es',
    'A las tres de la tarde',
    'A las tres de la mañana',
    'dates-agree-across-editions',
  ],
  ['dates turned', 'es', 'del 20 al 26 de abril', 'del 26 al 20 de abril', 'numbers-agree-across-editions'],
  [
    'ordinal',
    'es',
    'frente a los 6.150 de la segunda',
    'frente a los 6.150 de la tercera',
    'numbers-agree-across-editions',
  ],
  ['a.m./p.m.', 'en', 'from 8 to 11 a.m. and', 'from 8 to 11 p.m. and', 'dates-agree-across-editions'],
  ['weekday', 'en', 'On Sundays there', 'On Saturdays there', 'dates-agree-across-editions'],
  [
    'stated half',
    'en',
    '[10 p.m.](service:ferry#closes)',
    '[10 a.m.](service:ferry#closes)',
    'statement-agrees-across-editions',
  ],
  ['currency', 'en', 'R$24 to R$32', 'US$24 to US$32', 'units-agree-across-editions'],
  ['relation', 'en', 'people over 65', 'people under 65', 'numbers-agree-across-editions'],
  ['unit in adjective', 'en', 'ten-year loan', 'ten-month loan', 'units-agree-across-editions'],
  ['per what', 'en', '6.25% interest a year', '6.25% interest a month', 'units-agree-across-editions'],
  ['month', 'en', 'October 12, 2020', 'December 12, 2020', 'dates-agree-across-editions'],
  ['dozen', 'en', 'a dozen oranges', 'two dozen oranges', 'numbers-agree-across-editions'],
  ['unit', 'en', 'at 38 °C in', 'at 38 °F in', 'units-agree-across-editions'],
  ['relation', 'en', 'within 800 m', 'over 800 m', 'numbers-agree-across-editions'],
  ['relation', 'en', 'less than R$200', 'more than R$200', 'numbers-agree-across-editions'],
  ['year', 'en', 'by 2030', 'by 2003', 'numbers-agree-across-editions'],
  ['half of the day', 'en', 'from 3 to 7 p.m.', 'from 3 to 7 a.m.', 'dates-agree-across-editions'],
  ['double', 'en', 'twice as many', 'three times as many', 'numbers-agree-across-editions'],
  ['per what', 'en', 'two flights a week', 'two flights a day', 'units-agree-across-editions'],
  ['fraction', 'en', 'two-thirds came', 'one-third came', 'numbers-agree-across-editions'],
  [
    'link',
    'en',
    '[Rosa Lima Library](service:library)',
    '[Rosa Lima Library](service:market)',
    'link-target-is-kept',
  ],
  ['hemisphere', 'en', '2°27′S 54°42′W', '2°27′N 54°42′W', 'statement-agrees-across-editions'],
  [
    'cross-reference',
    'en',
    'in a table ([](#table-fares))',
    'in a table ([](#box-visitors))',
    'inline-markup-agrees-across-editions',
  ],
  ['half', 'en', 'half an hour in', 'an hour and a half in', 'numbers-agree-across-editions'],
  ['unit', 'en', 'holds 90 m³', 'holds 90 m²', 'units-agree-across-editions'],
  [
    'stated value',
    'es',
    '[52.000](service:library#volumes)',
    '[25.000](service:library#volumes)',
    'statement-agrees-across-editions',
  ],
  ['stated unit', 'es', '[3.200 m²]', '[3.200 ha]', 'unit-is-known'],
  ['stated currency', 'es', '[18,7 millones de reales]', '[18,7 millones de dólares]', 'currency-is-known'],
  [
    'stated scale',
    'es',
    '[1,2 millones de dólares]',
    '[1,2 mil millones de dólares]',
    'statement-agrees-across-editions',
  ],
  [
    'currency of a cell',
    'es',
    'msgid "R$ 12,50"\nmsgstr "R$ 12,50"',
    'msgid "R$ 12,50"\nmsgstr "US$ 12,50"',
    'units-agree-across-editions',
  ],
  [
    'thousands',
    'en',
    'msgid "67.420"\nmsgstr "67,420"',
    'msgid "67.420"\nmsgstr "67.420"',
    'numbers-follow-the-locale',
  ],
  ['ordinal', 'es', 'El primer piso', 'El tercer piso', 'numbers-agree-across-editions'],
  [
    'more to less',
    'en',
    '[27.5%](service:market#growth) more',
    '[27.5%](service:market#growth) less',
    'numbers-agree-across-editions',
  ],
];

describe('a publication written in Portuguese', () => {
  test('has no finding in its translations', async () => {
    expect(await findingsAfter([])).toEqual([]);
  });

  test('nor has it one where the translations say all that in other words', async () => {
    expect(await findingsAfter(reworded)).toEqual([]);
  });

  /** Segments are compared each for itself, so that one run has a change in every segment that has one left. */
  test.each(roundsOf(changes))('a change is found at its line: %#', async (round) => {
    const found = await findingsAfter(round.map(([, ...change]) => change));
    for (const [what, language, words, , rule] of round) {
      const here = found.filter((one) =>
        one.startsWith(`${catalogOf(language)}:${lineOf(language, words)} `),
      );
      expect(here, what).toContain(`${catalogOf(language)}:${lineOf(language, words)} ${rule}`);
    }
    // Where a cell has the words of another, both are named; and a record whose name the text spells otherwise.
    const told = /(?: translations-are-distinct| label-agrees-with-text)$/;
    const elsewhere = found.filter((one) => !told.test(one));
    const changed = round.map(([, language, words]) => `${catalogOf(language)}:${lineOf(language, words)}`);
    expect(elsewhere.filter((one) => !changed.includes(one.split(' ')[0] ?? ''))).toEqual([]);
  });
});

function catalogOf(language: string): string {
  return `locales/${language}/margens.po`;
}

function textOf(language: string): string {
  return readFileSync(new URL(`../fixtures/${fixture}/${catalogOf(language)}`, import.meta.url), 'utf8');
}

/** Line of the translation that has these words, which its source may have as well. */
function lineOf(language: string, words: string): number {
  const text = textOf(language);
  return text.slice(0, text.lastIndexOf(words) + words.length).split('\n').length;
}

/** The changes in as few parts as no line has two in one. */
function roundsOf(all: typeof changes): [typeof changes][] {
  const rounds: (typeof changes)[] = [];
  for (const change of all) {
    const place = ([, language, words]: (typeof changes)[number]) => `${language} ${lineOf(language, words)}`;
    const free = rounds.find((round) => round.every((one) => place(one) !== place(change)));
    if (free) free.push(change);
    else rounds.push([change]);
  }
  return rounds.map((round) => [round]);
}

/** What a strict check finds when words of the translations are others. */
async function findingsAfter(
  replaced: [language: string, words: string, other: string, ...rest: string[]][],
): Promise<string[]> {
  const folder = temporaryFolder();
  copyFixture(fixture, folder);
  for (const language of ['es', 'en']) {
    const file = path.join(folder, catalogOf(language));
    let text = readFileSync(file, 'utf8');
    for (const [, words, other] of replaced.filter(([one]) => one === language)) {
      const at = text.lastIndexOf(words);
      expect(at, words).toBeGreaterThan(0);
      text = text.slice(0, at) + other + text.slice(at + words.length);
    }
    writeFileSync(file, text);
  }
  const { out } = await runInProcess(folder, 'check', '--strict', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  return findings.map(({ rule, path: at, start }) => `${at}:${start.line} ${rule}`);
}
