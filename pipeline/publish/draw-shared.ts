import type { Quad } from '@rdfjs/types';
import { nodesToQuads } from '../linked/rdf/nodes-to-quads.ts';
import type { OutputFile } from '../model.ts';
import type { PublishingContext } from './drawing.ts';
import { sharedOutputs } from './outputs/outputs.ts';
import { writeShapes } from './shapes/write-shapes.ts';
import type { TextShare } from './text-share.ts';

/**
 * Writes what the publications of a project share, out of its schemas and of what each gives to it; nothing is proven by it.
 * None where the project has no publication: they would be nobody's.
 */
export async function drawShared(
  shares: readonly TextShare[],
  context: PublishingContext,
): Promise<OutputFile[]> {
  const { vocabulary, configuration, wordsOf, services } = context;
  const { base, editions } = configuration;
  const outputs: OutputFile[] = [];
  const of = [vocabulary, base, JSON.stringify(editions)];
  const shapes = services.keep('shapes of all', of, () => drawShapes(context));
  const read = [...of, services.tool.version, ...editions.map(({ language }) => wordsOf(language))];
  for (const { name, write, isOfSchemas = false, isOfMany = false } of sharedOutputs) {
    if (shares.length < (isOfMany ? 2 : 1)) continue;
    const make = () => write({ ...context, shares, shapes });
    // One after the other: a corpus has more files than a call may have arguments.
    for (const file of await (isOfSchemas ? services.keep(`output ${name}`, read, make) : make()))
      outputs.push(file);
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
