import type { Quad } from '@rdfjs/types';
import { nodesToQuads } from '../linked/rdf/nodes-to-quads.ts';
import type { OutputFile } from '../model.ts';
import type { Drawn, PublishingContext } from './drawing.ts';
import { sharedOutputs } from './outputs/outputs.ts';
import { writeShapes } from './shapes/write-shapes.ts';

/** What is published of a project as a whole. */
export interface DrawnShared {
  /** Writes the outputs, which nothing is proven by. None where the project has no publication: they would be nobody's. */
  write: () => Promise<OutputFile[]>;
  /** SHACL shapes that the data of every publication has to fit, made when they are asked for. */
  shapes: () => Quad[];
}

/** Draws what the publications of a project share, out of its schemas and of what was drawn of them. */
export function drawShared(drawn: readonly Drawn[], context: PublishingContext): DrawnShared {
  const { vocabulary, configuration, wordsOf } = context;
  const { base, editions } = configuration;
  const { keep, tool } = context.services;
  const said = [vocabulary, base, JSON.stringify(editions)];
  const shapes = () =>
    keep('shapes', said, () => nodesToQuads(writeShapes(vocabulary, configuration), vocabulary.context));
  const write = async () => {
    const outputs: OutputFile[] = [];
    const written = [...said, tool.version, ...editions.map(({ language }) => wordsOf(language))];
    for (const { name, write, isOfSchemas = false } of drawn.length > 0 ? sharedOutputs : []) {
      const make = () => write({ ...context, drawn, shapes: shapes() });
      outputs.push(...(await (isOfSchemas ? keep(`output ${name}`, written, make) : make())));
    }
    return outputs;
  };
  return { write, shapes };
}
