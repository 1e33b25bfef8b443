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
  const { vocabulary, configuration, wordsOf } = context;
  const { base, editions } = configuration;
  const { keep, tool } = context.services;
  const said = [vocabulary, base, JSON.stringify(editions)];
  const shapes = keep('shapes', said, () =>
    nodesToQuads(writeShapes(vocabulary, configuration), vocabulary.context),
  );
  const outputs: OutputFile[] = [];
  if (drawn.length === 0) return { outputs, shapes };
  const written = [...said, tool.version, ...editions.map(({ language }) => wordsOf(language))];
  for (const { name, write, isOfSchemas = false } of sharedOutputs) {
    const make = () => write({ ...context, drawn, shapes });
    outputs.push(...(await (isOfSchemas ? keep(`output ${name}`, written, make) : make())));
  }
  return { outputs, shapes };
}
