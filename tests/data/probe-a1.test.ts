import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { body, chile, editions, frontMatter, head, records, schema, useBuiltProject } from '../cli/bad-project.ts';
import { writeMarked } from '../cli/expect-finding.ts';
import { runInProcess } from '../cli/run-in-process.ts';
const { copyBase } = useBuiltProject();
const lake = (context: string) => schema(`{
  "title": "Lake",
  "description": "A lake.", "x-description": {"es": "Lago.", "pt": "Lago."},
  "x-label": { "es": "Lago", "pt": "Lago" },
  "x-plural": { "en": "Lakes", "es": "Lagos", "pt": "Lagos" },
  "x-jsonld-type": ["schema:LakeBodyOfWater"],
  "x-jsonld-context": ${context},
  "type": "object",
  "allOf": [{ "$ref": "location.json" }],
  "properties": { "depth": {"$ref": "../values.json#/$defs/string", "title": "D", "description": "D.", "x-description": {"es": "D.", "pt": "D."}, "x-label": {"es": "D", "pt": "D"}} }
}
`);
const b = (t: string) => ({ 'tinkuy.yaml': `${editions}base: ${t}\n` });
const cases: [string, Record<string, string>][] = [
  ['base rel', b('demo/')], ['base frag', b('https://example.org/#x')], ['base query', b('"https://example.org/?a=b"')],
  ['base noslash', b('https://example.org/demo')], ['base dots', b('https://example.org/a/../b/')], ['base unicode', b('https://example.org/ñandú/')], ['base idn', b('https://ñandú.org/')], ['base pct', b('https://example.org/%zz/')], ['base upper', b('HTTPS://EXAMPLE.org/')],['base port', b('https://example.org:99999/')], ['base []', b('"https://example.org/a[b]/"')],
  ['surrogate rec', chile('  isoCode: CL\n  description: { en: "a \\uD800 b", es: "a", pt: "a" }\n')],
  ['control rec', chile('  description: { en: "a \\u0001 b", es: "a", pt: "b" }\n')],
  ['nul rec', chile('  description: { en: "a \\0 b", es: "a", pt: "b" }\n')],
  ['fffe rec', chile('  description: { en: "a \\uFFFE b", es: "a", pt: "b" }\n')],
  ['surrogate fm', frontMatter(head.replace('Two countries and a border', '"Two \\uDC00 countries and a border"'))],
  ['control fm', frontMatter(head.replace('Two countries and a border', '"Two \\u0002 countries and a border"'))],
  ['ctrl body', body('[Peru](country:peru) \u0001 is.')],
  ['char ref body', body('[Peru](country:peru) &#xD800; &#1; is.')],
  ['csl surrogate', { 'source/demo/bibliography.json': '[{"id":"work:a","type":"book","title":"A \\ud800 b"}]' }],
  ['ctx url', lake('"https://evil.example/ctx.jsonld"')],
  ['ctx array', lake('["https://evil.example/ctx.jsonld"]')],
  ['ctx import', lake('{"@import": "https://evil.example/ctx.jsonld"}')],
  ['ctx scoped', lake('{"depth": {"@id": "schema:depth", "@context": "https://evil.example/ctx.jsonld"}}')],
  ['ctx scoped id', lake('{"depth": {"@id": "schema:depth", "@type": "@json", "@nest": "x", "@prefix": true}}')],
  ['ctx type remote', lake('{"depth": {"@id": "schema:depth", "@type": "foo:bar"}}')],
  ['ctx id space', lake('{"depth": "https://example.org/a b"}')],
  ['ctx reverse', lake('{"depth": {"@reverse": "schema:depth"}}')],
  ['ctx kw', lake('{"depth": "@type"}')],
  ['type space', { 'schemas/types/lake.json': lake('{}')['schemas/types/lake.json']!.replace('schema:LakeBodyOfWater', 'https://example.org/a b') }],
  ['sameAs self', chile('  sameAs: [https://example.org/id/country/chile]\n')],
  ['sameAs space', chile('  sameAs: ["https://example.org/a b"]\n')],
  ['sameAs angle', chile('  sameAs: ["https://example.org/a<b>"]\n')],
  ['sameAs rel', chile('  sameAs: ["/a/b"]\n')],
  ['sameAs pct', chile('  sameAs: ["https://example.org/%zz"]\n')],
  ['id case', records('place:Lima:\n  name: { en: A, es: B, pt: C }\n')],
  ['id unicode', records('"place:lim\u0061\u0301":\n  name: { en: A, es: B, pt: C }\n')],
  ['lang xx', chile('  description: { en: "a", xx: "b" }\n')],
  ['licence space', frontMatter(head.replace('data: all-rights-reserved', 'data: "https://example.org/a b"'))],
  ['version odd', frontMatter(`${head}version: "1 0/2#x"\n`)],
  ['orcid', frontMatter(`${head}authors: [{name: A, orcid: "https://orcid.org/a b"}]\n`)],
  ['canonical', frontMatter(`${head}canonical: "https://a b/"\n`)],
  ['doi', frontMatter(`${head}doi: "10.1/a b<c>"\n`)],
];
test.each(cases)('%s', async (name, files) => {
  const folder = copyBase();
  writeMarked(folder, files);
  let text = '';
  try {
    const { code, out, err } = await runInProcess(folder, 'build', '--reporter', 'json');
    const f = (() => { try { return JSON.parse(out).findings.map((x: any) => `${x.rule} ${x.path}:${x.start.line}:${x.start.column} ${x.message}`); } catch { return [out.slice(0, 300)]; } })();
    text = `${code} ${err.slice(0, 300).replace(/\n/g, '|')}\n    ${f.slice(0, 4).join('\n    ')}`;
  } catch (e) { text = `THROWN ${e}`; }
  appendFileSync('/tmp/a1/probe.txt', `## ${name}: ${text}\n`);
  expect(1).toBe(1);
}, 60000);
