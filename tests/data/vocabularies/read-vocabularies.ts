import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { packageRoot } from '../../package-root.ts';
import { packaged } from '../terms.ts';

/** A vocabulary that others rest on, and that the data need not use. */
const further = { 'http://purl.org/dc/dcmitype/': 'dcmitype' };
/** Lists of things, not of classes and properties: that each which is used is there, `terms.test.ts` tells. */
const lists = new Set(['http://qudt.org/vocab/unit/']);

/** What the packaged vocabularies say of their own terms. Some files repeat others’, and constrain them for their own use. */
export function readVocabularies(): Quad[] {
  return Object.entries({ ...packaged, ...further })
    .filter(([namespace]) => !lists.has(namespace))
    .flatMap(([namespace, folder]) => {
      const root = path.join(packageRoot, 'node_modules/@vocabulary', folder);
      const name = readdirSync(root).find((each) => each.endsWith('.nq')) ?? '';
      const quads = new Parser({ format: 'N-Quads' }).parse(readFileSync(path.join(root, name), 'utf8'));
      // Unions of classes are blank.
      return quads.filter(
        ({ subject }) => subject.termType === 'BlankNode' || subject.value.startsWith(namespace),
      );
    });
}
