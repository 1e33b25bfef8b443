import { createIris } from '../graph/iri.ts';
import type { Edition, OutputFile, Publication } from '../model.ts';
import { composeEditions } from './compose-editions.ts';
import { drawData } from './draw-data.ts';
import type { ComposedPublication, Drawing, Drawn, PublishingContext } from './drawing.ts';
import { type ComposedEdition, writeMarkdown } from './markdown.ts';
import { publicationVersion } from './metadata.ts';
import { listLinks } from './outputs/list-links.ts';
import { markdownEdition } from './outputs/markdown-edition.ts';
import type { WrittenOutput } from './outputs/output.ts';
import { publicationOutputs } from './outputs/outputs.ts';
import { register } from './outputs/register.ts';

/**
 * All that is published of one publication, in memory, and what the proof that it says the same everywhere needs.
 *
 * @param sources files that it was made from, those of published versions among them
 * @param isForProof whether outputs that no proof reads are left out
 */
export async function drawOutputs(
  publication: Publication,
  context: PublishingContext & Pick<Drawing, 'sources' | 'isForProof'>,
): Promise<Drawn> {
  const { configuration, services } = context;
  services.progress('outputs');
  const composed = await composeEditions(publication, context);
  await services.rest();
  services.progress('data');
  const iris = createIris(configuration.base, publicationVersion(publication));
  const links = listLinks(publication);
  const input = { ...context, ...composed, publication, iris, links };
  const data = await drawData(input);
  const source = composed.editions.find(({ edition }) => edition.isSource)?.metadata;
  const { editions, ...drawing } = { ...input, ...data, source };
  const written = await writeAll({ ...drawing, editions });
  return { ...drawing, ...arrange(written, composed.recompose) };
}

/** The outputs for whoever asks for them. What it makes holds no composed edition. */
function arrange(
  written: readonly WrittenOutput[],
  recompose: ComposedPublication['recompose'],
): Pick<Drawn, 'outputs' | 'filesOf' | 'rewrite'> {
  const filesOf: Drawn['filesOf'] = ({ name }) =>
    written.find(({ output }) => output.name === name)?.files ?? [];
  const rewriteWith =
    (write: (composed: ComposedEdition) => string) =>
    ({ path, mediaType, language }: OutputFile): [string, (edition: Edition) => OutputFile] => [
      path,
      (edition) => ({ path, mediaType, language, text: write(recompose(edition)) }),
    ];
  const rewrite: Drawn['rewrite'] = new Map([
    ...filesOf(markdownEdition).map(rewriteWith((own) => writeMarkdown(own.markdown, own.register))),
    ...filesOf(register).map(
      rewriteWith((own) => (own.register ? writeMarkdown(own.register, own.markdown) : '')),
    ),
  ]);
  return { outputs: written.flatMap(({ files }) => files), filesOf, rewrite };
}

/** An output sees what it needs of those before it. */
async function writeAll(drawing: Drawing): Promise<WrittenOutput[]> {
  const written: WrittenOutput[] = [];
  for (const output of publicationOutputs.filter(({ isUnread }) => !(drawing.isForProof && isUnread))) {
    const { needs } = output;
    const needed = written.filter((other) => needs !== undefined && other.output[needs]);
    written.push({ output, files: await output.write(drawing, needed) });
  }
  return written;
}
