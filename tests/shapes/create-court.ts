import type { Quad } from '@rdfjs/types';
import { expect } from 'vitest';
import { compileShapes } from '../../pipeline/proof/shapes/compile-shapes.ts';
import type { Violation } from '../../pipeline/proof/shapes/find-violations.ts';
import { validateData } from '../../pipeline/proof/validate-data.ts';
import { createJudge } from './create-judge.ts';

/** The judge says nothing of the languages that it expects. */
const comparable = (found: Violation[]): Violation[] =>
  found.map((each) => (each.constraint === 'LanguageIn' ? { ...each, message: '' } : each));

/** What compiled shapes find in data, which has to be what the judge finds. */
export function createCourt(shapes: Quad[]): (data: Quad[]) => Promise<Violation[]> {
  const compiled = compileShapes(shapes);
  const judge = createJudge(shapes);
  return async (data) => {
    const found = validateData(data, compiled);
    expect(comparable(found)).toEqual(comparable(await judge(data)));
    return found;
  };
}
