import type { Quad } from '@rdfjs/types';
import { nodesToQuads } from '../linked/rdf/nodes-to-quads.ts';
import type { OutputFile } from '../model.ts';
import type { Drawn, PublishingContext } from './drawing.ts';
import { sharedOutputs } from './outputs/outputs.ts';
import { writeShapes } from './shapes/write-shapes.ts';

/** What is published of a project as a whole. */
export interface DrawnShared {
  /** None where the project has no publication: what they share would be nobody's. */
  outputs: OutputFile[];
  /** SHACL shapes that the data of every publication has to fit. */
  shapes: Quad[];
}

/** Draws what the publications of a project share, out of its schemas and of what was drawn of them. */
export async function drawShared(drawn: readonly Drawn[], context: PublishingContext): Promise<DrawnShared> {
  const { vocabulary, configuration } = context;
  const shapes = nodesToQuads(writeShapes(vocabulary, configuration), vocabulary.context);
  const outputs: OutputFile[] = [];
  if (drawn.length === 0) return { outputs, shapes };
  for (const { write } of sharedOutputs) outputs.push(...(await write({ ...context, drawn, shapes })));
  return { outputs, shapes };
}
