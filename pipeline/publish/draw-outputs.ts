import { createIris } from '../graph/iri.ts';
import type { OutputFile, Publication, SourceFile } from '../model.ts';
import { composeEditions } from './compose-editions.ts';
import { drawData } from './draw-data.ts';
import type { Drawing, Drawn, PublishingContext } from './drawing.ts';
import { writeMarkdown } from './markdown.ts';
import { publicationVersion } from './metadata.ts';
import { listLinks } from './outputs/list-links.ts';
import { markdownEdition } from './outputs/markdown-edition.ts';
import type { Output, PublicationOutput } from './outputs/output.ts';
import { publicationOutputs } from './outputs/outputs.ts';

/**
 * All that is published of one publication, in memory, and what the proof that it says the same everywhere needs.
 *
 * @param sources files that it was made from, those of published versions among them
 */
export async function drawOutputs(
  publication: Publication,
  context: PublishingContext & { sources: SourceFile[] },
): Promise<Drawn> {
  const { configuration, services } = context;
  services.progress('outputs');
  const composed = await composeEditions(publication, context);
  services.progress('data');
  const iris = createIris(configuration.base, publicationVersion(publication));
  const links = listLinks(publication);
  const input = { ...context, ...composed, publication, iris, links };
  const data = await drawData(input);
  const source = composed.editions.find(({ edition }) => edition.isSource)?.metadata;
  const drawing: Drawing = { ...input, ...data, source };
  const written = await writeAll(drawing);
  const filesOf: Drawn['filesOf'] = ({ name }) => written.get(name) ?? [];
  const rewrite: Drawn['rewrite'] = new Map(
    filesOf(markdownEdition).map((file) => [
      file.path,
      (edition) => ({ ...file, text: writeMarkdown(composed.recompose(edition)) }),
    ]),
  );
  return { ...drawing, outputs: [...written.values()].flat(), filesOf, rewrite };
}

/** The files of each output by its name; an output sees those before it that it needs. */
async function writeAll(drawing: Drawing): Promise<Map<string, OutputFile[]>> {
  const written = new Map<string, OutputFile[]>();
  const done: [Output, OutputFile[]][] = [];
  for (const output of publicationOutputs) {
    const files = await output.write(drawing, neededBy(output, done));
    done.push([output, files]);
    written.set(output.name, files);
  }
  return written;
}

function neededBy({ needs }: PublicationOutput, done: readonly [Output, OutputFile[]][]): OutputFile[] {
  if (needs === undefined) return [];
  return done.flatMap(([output, files]) => (output[needs] ? files : []));
}
