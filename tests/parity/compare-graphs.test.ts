import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compareGraphs } from '../../pipeline/proof/compare-graphs.ts';
import { recallNothing } from '../../pipeline/values/recall-nothing.ts';

const base = 'https://example.org/';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const published = `<${base}id/lake/uno> <${base}def#name> "Lago Uno"@es .
<${base}id/lake/uno> <${base}def#name> "Lake Uno"@en .
<${base}id/lake/uno> <${base}def#level> "1528"^^<${xsd}decimal> .
<${base}id/lake/uno> <${base}def#in> <${base}id/country/peru> .
<${base}edition/a/en> <http://schema.org/name> "Lakes"@en .
<${base}edition/a/es> <http://schema.org/name> "Lagos"@es .
`;

interface Said {
  name: string;
  level: string;
  more?: string;
}

function page(language: string, { name, level, more = '' }: Said) {
  const about = `about="${base}id/lake/uno"`;
  const text = `<!doctype html><html lang="${language}"><head><title>x</title><link rel="license" href="x"></head><body>
<h1 about="${base}edition/a/${language}" property="http://schema.org/name">${language === 'en' ? 'Lakes' : 'Lagos'}</h1>
<p><span ${about} property="${base}def#name" content="${name}" lang="${language}">words</span>
<span ${about} property="${base}def#level" content="${level}" datatype="${xsd}decimal">words</span>
<span ${about} property="${base}def#in" resource="${base}id/country/peru">Peru</span>${more}</p></body></html>`;
  return {
    language,
    isSource: language === 'en',
    file: { path: `${language}/a.html`, text, mediaType: 'text/html', language },
    address: `${base}${language}/a.html`,
    edition: `${base}edition/a/${language}`,
  };
}

const en = page('en', { name: 'Lake Uno', level: '1528' });

test('two editions that state the same have one hash, which is that of the canonical triples', async () => {
  const { value, diagnostics } = await compareGraphs(
    [en, page('es', { name: 'Lago Uno', level: '1528' })],
    published,
    { digest, recall: recallNothing },
  );
  expect(diagnostics).toEqual([]);
  const canonical = `<${base}id/lake/uno> <${base}def#in> <${base}id/country/peru> .\n<${base}id/lake/uno> <${base}def#level> "1528"^^<${xsd}decimal> .\n`;
  expect(value).toEqual({ sha256: digest(canonical), triples: 2, editions: 2 });
});

test('another number in one edition is found in it, as missing, as added, and as unknown to the data', async () => {
  const es = page('es', { name: 'Lago Uno', level: '1582' });
  const { value, diagnostics } = await compareGraphs([en, es], published, { digest, recall: recallNothing });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ rule, location, values }) => [rule, location.path, values.context])).toEqual([
    ['editions-carry-one-graph', 'dist/es/a.html', 'unknown'],
    ['editions-carry-one-graph', 'dist/es/a.html', 'missing'],
    ['editions-carry-one-graph', 'dist/es/a.html', 'added'],
  ]);
  expect(diagnostics[1]?.values.triple).toContain('"1528"');
  expect(diagnostics[2]?.values.triple).toContain('"1582"');
});

test('words of a language that the data does not have are found', async () => {
  const es = page('es', { name: 'Lago Dos', level: '1528' });
  const { diagnostics } = await compareGraphs([en, es], published, { digest, recall: recallNothing });
  expect(diagnostics.map(({ values }) => values.context)).toEqual(['unknown']);
});

test('what all editions state and the data does not have is found in each', async () => {
  const more = `<span about="${base}id/lake/dos" property="${base}def#in" resource="${base}id/country/peru">Dos</span>`;
  const pages = [
    page('en', { name: 'Lake Uno', level: '1528', more }),
    page('es', { name: 'Lago Uno', level: '1528', more }),
  ];
  const { value, diagnostics } = await compareGraphs(pages, published, { digest, recall: recallNothing });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ location, values }) => [location.path, values.context])).toEqual([
    ['dist/en/a.html', 'unknown'],
    ['dist/es/a.html', 'unknown'],
  ]);
});
