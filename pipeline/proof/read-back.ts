import type { Diagnostic, Language, OutputFile, Publication } from '../model.ts';
import type { PublishingContext } from '../publish/drawing.ts';
import { editionPath } from '../publish/outputs/markdown-edition.ts';
import { registerPath } from '../publish/outputs/register.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { readBuiltEdition } from './built-edition.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkBuiltValues } from './check-built-values.ts';
import { compareBuilt } from './compare-built.ts';
import { countDifferingWords } from './count-differing-words.ts';
import type { LocatedEdition, LocatedFile } from './located-edition.ts';
import { readPublishedMarkdown } from './read-published-markdown.ts';
import { checkReferenceLists } from './reference-lists/check-reference-lists.ts';

type ReadBackContext = Pick<PublishingContext, 'vocabulary' | 'configuration' | 'styles'> & {
  services: Pick<PublishingContext['services'], 'recall'>;
};

/**
 * Reads the built editions of a publication and their registers again and proves that they still agree with each other, with what
 * was extracted, and in their reference lists with the bibliography: the proof holds for the bytes that readers get, whatever the
 * writer did. Places are in dist/, but for what a style leaves out of a reference list.
 *
 * @param outputs editions and registers
 * @param readers by language, as for the extraction
 */
export function readBack(
  outputs: readonly OutputFile[],
  publication: Publication,
  { vocabulary, configuration, styles, services: { recall } }: ReadBackContext,
  readers: Map<Language, ValueReader>,
): Diagnostic[] {
  const editions = new Map<Language, LocatedEdition>();
  for (const { language } of publication.editions) {
    const paths = [editionPath(publication, language), registerPath(publication, language)];
    const names = paths.map((path) => path.replace(/^.*\//, ''));
    const [text, register] = paths.map((path, index) => {
      const output = outputs.find((candidate) => candidate.path === path);
      return output && readFile(output, names[index] ?? path, recall);
    });
    if (text) editions.set(language, { text, register, names });
  }
  const source = publication.editions.find(({ isSource }) => isSource);
  const original = source && editions.get(source.language);
  const compare = (language: Language, edition: LocatedEdition): Diagnostic[] => {
    const own = publication.editions.find((candidate) => candidate.language === language);
    if (!source || !original || !own || edition === original) return [];
    return compareBuilt(original, edition, countDifferingWords(source, own, vocabulary));
  };
  const diagnostics = [...editions].flatMap(([language, edition]) => {
    const extraction = publication.extractions.find((candidate) => candidate.language === language);
    const reader = readers.get(language);
    return [
      ...checkAnchors(edition, publication.document),
      ...compare(language, edition),
      ...(extraction && reader ? checkBuiltValues(edition, extraction, publication, vocabulary, reader) : []),
    ];
  });
  const listed = configuration.editions.flatMap((edition) => {
    const built = editions.get(edition.language);
    const style = styles.get(edition.language);
    return built && style ? [{ configuration: edition, style, built }] : [];
  });
  diagnostics.push(...checkReferenceLists(listed, publication.graph.entities.values(), vocabulary, recall));
  // What an author wrote once is wrong in every edition.
  const seen = new Set<string>();
  return diagnostics.filter(({ rule, location, values }) => {
    const key = JSON.stringify([rule, location.path, location.start.offset, values]);
    return !seen.has(key) && seen.add(key);
  });
}

function readFile(
  { path, text }: OutputFile,
  name: string,
  recall: ReadBackContext['services']['recall'],
): LocatedFile {
  const begin = { line: 1, column: 1, offset: 0 };
  return {
    name,
    built: recall('built edition', [text], () => readBuiltEdition(readPublishedMarkdown(text))),
    locate: (node) => ({
      path: `dist/${path}`,
      start: node.position?.start ?? begin,
      end: node.type === 'root' ? begin : (node.position?.end ?? begin),
    }),
  };
}
