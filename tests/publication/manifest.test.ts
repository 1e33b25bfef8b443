import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isCommitted, readPublished } from './published.ts';

interface Manifest {
  files: { path: string; mediaType: string; language?: string; bytes: number; sha256: string }[];
}

const published = readPublished();
const manifest = JSON.parse(published.get('manifest.json')?.toString('utf8') ?? '') as Manifest;

/** Registered types, by the ending of a name. */
const mediaTypes: Record<string, RegExp> = {
  // https://www.iana.org/assignments/media-types/application/ld+json
  jsonld: /^application\/ld\+json$/,
  // https://www.w3.org/TR/turtle/#sec-mediaReg
  ttl: /^text\/turtle; charset=utf-8$/,
  // https://www.w3.org/TR/n-triples/#sec-mediatype
  nt: /^application\/n-triples$/,
  // https://www.rfc-editor.org/rfc/rfc8259, https://www.iana.org/assignments/media-types/application/csvm+json, https://citationstyles.org
  json: /^application\/(?:json|csvm\+json|vnd\.citationstyles\.csl\+json)$/,
  bib: /^text\/x-bibtex; charset=utf-8$/,
  // https://www.rfc-editor.org/rfc/rfc4180
  csv: /^text\/csv; charset=utf-8; header=present$/,
  txt: /^text\/plain; charset=utf-8$/,
  html: /^text\/html; charset=utf-8$/,
  // https://www.rfc-editor.org/rfc/rfc7763, with a variant of https://www.rfc-editor.org/rfc/rfc7764
  md: /^text\/markdown; charset=utf-8; variant=GFM$/,
};

/** What a manifest says wrongly of the files beside it. */
function findWrong({ files }: Manifest, beside: Map<string, Buffer>): string[] {
  const wrong = files
    .filter(({ path }) => isCommitted(path))
    .flatMap(({ path, mediaType, language, bytes, sha256 }) => {
      const content = beside.get(path);
      if (content === undefined) return [`${path} is not there`];
      return [
        bytes === content.length ? [] : [`${path} has ${content.length} bytes`],
        sha256 === createHash('sha256').update(content).digest('hex') ? [] : [`${path} has another digest`],
        mediaTypes[path.split('.').at(-1) ?? '']?.test(mediaType) ? [] : [`${path} is no ${mediaType}`],
        language === /^([a-z]{2,3})\/|\.([a-z]{2,3})\.md$/.exec(path)?.slice(1).find(Boolean)
          ? []
          : [`${path} is not in ${language}`],
      ].flat();
    });
  const listed = files.map(({ path }) => path);
  const unlisted = [...beside.keys()].filter((path) => path !== 'manifest.json' && !listed.includes(path));
  const double = listed.filter((path, index) => listed.indexOf(path) !== index);
  return [...wrong, ...unlisted.map((path) => `${path} is not listed`), ...double];
}

test('lists every file of dist/ as it is', () => {
  expect(findWrong(manifest, published)).toEqual([]);
  expect(manifest.files.map(({ path }) => path).filter(isCommitted)).toEqual([
    'data/context.jsonld',
    'data/peru-borders-citation.bib',
    'data/peru-borders-citation.json',
    'data/peru-borders-dataset.jsonld',
    'data/peru-borders-dataset.ttl',
    'data/peru-borders-observations.csv',
    'data/peru-borders-observations.csv-metadata.json',
    'data/peru-borders-references.bib',
    'data/peru-borders-references.json',
    'data/peru-borders.jsonld',
    'data/peru-borders.nt',
    'data/peru-borders.ttl',
    'data/shapes.ttl',
    ...['en', 'es', 'pt'].map((language) => `data/vocabulary.${language}.md`),
    'data/vocabulary.ttl',
    ...['en', 'es', 'pt'].flatMap((language) =>
      ['-blocks.json', '-dataset.jsonld', '-register.md', '.jsonld', '.md', '.txt'].map(
        (ending) => `${language}/peru-borders${ending}`,
      ),
    ),
  ]);
});

test('what a manifest says wrongly is refused', () => {
  const without = (path: string) => new Map([...published].filter(([other]) => other !== path));
  const changed = Buffer.from(published.get('en/peru-borders.md') ?? '');
  changed[changed.length - 2] = 0x21;
  expect(findWrong(manifest, new Map(published).set('en/peru-borders.md', changed))).toEqual([
    'en/peru-borders.md has another digest',
  ]);
  expect(findWrong(manifest, new Map(published).set('en/notes.md', changed))).toEqual([
    'en/notes.md is not listed',
  ]);
  expect(findWrong(manifest, without('data/context.jsonld'))).toEqual(['data/context.jsonld is not there']);
  const [first, ...rest] = manifest.files;
  const lies = { path: '', sha256: '', ...first, bytes: 1, mediaType: 'application/json', language: 'en' };
  expect(findWrong({ files: [lies, ...rest] }, published)).toHaveLength(3);
});
