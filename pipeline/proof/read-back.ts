import type { Diagnostic, Language, OutputFile, Publication, Recall, Vocabulary } from '../model.ts';
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

/**
 * Reads the built editions of a publication and their registers again and proves that they still agree with each other and with what
 * was extracted: the proof holds for the bytes that readers get, whatever the writer did. Places are in dist/.
 *
 * @param outputs editions and registers
 * @param readers by language, as for the extraction
 */
export function readBack(
  outputs: readonly OutputFile[],
  publication: Publication,
  vocabulary: Vocabulary,
  readers: Map<Language, ValueReader>,
  recall: Recall,
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
  // What an author wrote once is wrong in every edition.
  const seen = new Set<string>();
  return diagnostics.filter(({ rule, location, values }) => {
    const key = JSON.stringify([rule, location.path, location.start.offset, values]);
    return !seen.has(key) && seen.add(key);
  });
}

function readFile({ path, text }: OutputFile, name: string, recall: Recall): LocatedFile {
  const begin = { line: 1, column: 1, offset: 0 };
  return {
    name,
    built: readBuiltEdition(recall('tree of an edition', [text], () => readPublishedMarkdown(text))),
    locate: (node) => ({
      path: `dist/${path}`,
      start: node.position?.start ?? begin,
      end: node.type === 'root' ? begin : (node.position?.end ?? begin),
    }),
  };
}
