import type { OutputFile } from '../model.ts';
import type { TextOutcome } from '../publish/text-outcome.ts';

/** A file without its text, as JSON has it. */
export type ListedFile = Omit<OutputFile, 'text'>;

/** The same outcome with other files in the places of its files. */
export function exchangeFiles(
  { share, ...outcome }: TextOutcome,
  exchange: (file: OutputFile) => OutputFile,
): TextOutcome {
  const exchanged = share && {
    ...share,
    entities: share.entities.map(({ entity, turtle, jsonld }) => ({
      entity,
      turtle: exchange(turtle),
      jsonld: exchange(jsonld),
    })),
    dataset: share.dataset && { ...share.dataset, ntriples: exchange(share.dataset.ntriples) },
  };
  const [outputs, pages] = [outcome.outputs.map(exchange), outcome.pages.map(exchange)];
  return { ...outcome, share: exchanged, outputs, pages };
}

/** A file whose text is read when somebody asks for it, and is none of what JSON writes of it. */
export function withText({ path, mediaType, language, digest }: ListedFile, read: () => string): OutputFile {
  const file = { path, mediaType, language, ...(digest && { digest }) };
  return Object.defineProperty(file as OutputFile, 'text', { enumerable: false, get: read });
}
