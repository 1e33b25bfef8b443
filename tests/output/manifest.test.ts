import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createServices } from '../../pipeline/host/create-services.ts';
import type { Configuration } from '../../pipeline/model.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { startOutcome } from '../../pipeline/publish/text-outcome.ts';
import { editionWords } from '../edition-words.ts';
import { sampleConfiguration } from './sample-publication.ts';
import { sampleVocabulary } from './sample-vocabulary.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const { outputs: words } = JSON.parse(readFileSync('locales/en/edition.json', 'utf8'));
const wordsOf = (language: string) => editionWords(language, sampleVocabulary());
const { editions } = sampleConfiguration;
const configuration: Configuration = { ...sampleConfiguration, editions: editions.slice(0, 1) };

test('lists files by path, with bytes and digest, and says what they are', async () => {
  const services = { ...createServices(() => undefined), digest };
  const files = [
    { path: 'es/a.md', text: 'ñ\n', mediaType: 'text/markdown', language: 'es' },
    { path: 'data/a.jsonld', text: '', mediaType: 'application/ld+json', language: undefined },
  ];
  const pages = [{ path: 'README.es.md', text: 'ñ\n', mediaType: 'text/markdown', language: 'es' }];
  const proofs = new Map([['a', { canonicalSha256: digest(''), triples: 0, oneGraph: undefined }]]);
  const outcome = { ...startOutcome({ name: 'a', page: undefined }), isHeld: false };
  const page = { ...startOutcome({ name: 'readme', page: undefined }), isHeld: false, pages };
  const context = { configuration, vocabulary: sampleVocabulary(), wordsOf, styles: new Map(), services };
  const texts = [{ ...outcome, outputs: files, proof: proofs.get('a') }, page];
  const published = await publish(texts, () => context);
  expect(published.outputs.slice(0, -1)).toEqual(files);
  const manifest = published.outputs.at(-1);
  expect(manifest?.path).toBe('manifest.json');
  expect(JSON.parse(manifest?.text ?? '')).toEqual({
    publications: { a: { canonicalSha256: digest(''), triples: 0 } },
    outputs: [
      {
        name: 'markdown-edition',
        paths: ['{language}/{name}.md'],
        title: { en: words['markdown-edition'].title },
        purpose: { en: words['markdown-edition'].purpose },
      },
      {
        name: 'linked-data',
        paths: ['data/{name}.jsonld', 'data/{name}.ttl', 'data/{name}.nt'],
        title: { en: words['linked-data'].title },
        purpose: { en: words['linked-data'].purpose },
      },
    ],
    files: [
      { path: 'data/a.jsonld', mediaType: 'application/ld+json', bytes: 0, sha256: digest('') },
      { path: 'es/a.md', mediaType: 'text/markdown', language: 'es', bytes: 3, sha256: digest('ñ\n') },
    ],
    pages: [
      { path: 'README.es.md', mediaType: 'text/markdown', language: 'es', bytes: 3, sha256: digest('ñ\n') },
    ],
  });
});
