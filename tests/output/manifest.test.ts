import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeManifest } from '../../pipeline/publish/manifest.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('lists files by path, with bytes and digest', () => {
  const manifest = writeManifest(
    [
      { path: 'es/a.md', text: 'ñ\n', mediaType: 'text/markdown', language: 'es' },
      { path: 'data/a.jsonld', text: '', mediaType: 'application/ld+json', language: undefined },
    ],
    [{ path: 'README.es.md', text: 'ñ\n', mediaType: 'text/markdown', language: 'es' }],
    new Map([['a', { canonicalSha256: digest(''), triples: 0, oneGraph: undefined }]]),
    digest,
  );
  expect(manifest.path).toBe('manifest.json');
  expect(JSON.parse(manifest.text)).toEqual({
    publications: { a: { canonicalSha256: digest(''), triples: 0 } },
    files: [
      { path: 'data/a.jsonld', mediaType: 'application/ld+json', bytes: 0, sha256: digest('') },
      { path: 'es/a.md', mediaType: 'text/markdown', language: 'es', bytes: 3, sha256: digest('ñ\n') },
    ],
    pages: [
      { path: 'README.es.md', mediaType: 'text/markdown', language: 'es', bytes: 3, sha256: digest('ñ\n') },
    ],
  });
});
