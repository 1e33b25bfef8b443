import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeManifest } from '../../pipeline/publish/manifest.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const legend = { name: 'b', paths: ['{language}/{name}.md'], title: { en: 'B' }, purpose: { en: 'reading' } };

test('lists files by path, with bytes and digest, and says what they are', () => {
  const manifest = writeManifest(
    {
      files: [
        { path: 'es/a.md', text: 'ñ\n', mediaType: 'text/markdown', language: 'es' },
        { path: 'data/a.jsonld', text: '', mediaType: 'application/ld+json', language: undefined },
      ],
      pages: [{ path: 'README.es.md', text: 'ñ\n', mediaType: 'text/markdown', language: 'es' }],
      proofs: new Map([['a', { canonicalSha256: digest(''), triples: 0, oneGraph: undefined }]]),
      legend: [legend],
    },
    digest,
  );
  expect(manifest.path).toBe('manifest.json');
  expect(JSON.parse(manifest.text)).toEqual({
    publications: { a: { canonicalSha256: digest(''), triples: 0 } },
    outputs: [legend],
    files: [
      { path: 'data/a.jsonld', mediaType: 'application/ld+json', bytes: 0, sha256: digest('') },
      { path: 'es/a.md', mediaType: 'text/markdown', language: 'es', bytes: 3, sha256: digest('ñ\n') },
    ],
    pages: [
      { path: 'README.es.md', mediaType: 'text/markdown', language: 'es', bytes: 3, sha256: digest('ñ\n') },
    ],
  });
});
