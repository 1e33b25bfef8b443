import type { Quad } from '@rdfjs/types';
import { nodesToQuads } from '../linked/rdf/nodes-to-quads.ts';
import type { OutputFile } from '../model.ts';
import type { Drawn, PublishingContext } from './drawing.ts';
import { sharedOutputs } from './outputs/outputs.ts';
import { writeShapes } from './shapes/write-shapes.ts';

/**
 * Writes what the publications of a project share, out of its schemas and of what was drawn of them; nothing is proven by it.
 * None where the project has no publication: they would be nobody's.
 */
export async function drawShared(drawn: readonly Drawn[], context: PublishingContext): Promise<OutputFile[]> {
  const { vocabulary, configuration, wordsOf, services } = context;
  const { base, editions } = configuration;
  const outputs: OutputFile[] = [];
  const of = [vocabulary, base, JSON.stringify(editions)];
  const shapes = services.keep('shapes of all', of, () => drawShapes(context));
  const read = [...of, services.tool.version, ...editions.map(({ language }) => wordsOf(language))];
  for (const { name, write, isOfSchemas = false } of drawn.length > 0 ? sharedOutputs : []) {
    const make = () => write({ ...context, drawn, shapes });
    outputs.push(...(await (isOfSchemas ? services.keep(`output ${name}`, read, make) : make())));
  }
  return outputs;
}

/** SHACL shapes that data of this vocabulary has to fit. */
export function drawShapes({
  vocabulary,
  configuration,
}: Pick<PublishingContext, 'vocabulary' | 'configuration'>): Quad[] {
  return nodesToQuads(writeShapes(vocabulary, configuration), vocabulary.context);
}
