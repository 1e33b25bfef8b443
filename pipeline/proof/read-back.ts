import type { Diagnostic, Language, OutputFile, Publication, Recall, Vocabulary } from '../model.ts';
import { editionPath } from '../publish/outputs/markdown-edition.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { readBuiltEdition } from './built-edition.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkBuiltValues } from './check-built-values.ts';
import { compareBuilt, type LocatedEdition } from './compare-built.ts';
import { readPublishedMarkdown } from './read-published-markdown.ts';

/**
 * Reads the built editions of a publication again and proves that they still agree with each other and with what
 * was extracted: the proof holds for the bytes that readers get, whatever the writer did. Places are in dist/.
 *
 * @param readers by language, as for the extraction
 */
export function readBack(
  outputs: readonly OutputFile[],
  publication: Publication,
  vocabulary: Vocabulary,
  readers: Map<Language, ValueReader>,
  recall: Recall,
): Diagnostic[] {
  const files = new Map<Language, LocatedEdition>();
  for (const { language } of publication.editions) {
    const output = outputs.find(({ path }) => path === editionPath(publication, language));
    if (output) files.set(language, readFile(output, recall));
  }
  const source = publication.editions.find((edition) => edition.isSource);
  const sourceFile = source && files.get(source.language);
  const diagnostics = [...files].flatMap(([language, file]) => {
    const extraction = publication.extractions.find((candidate) => candidate.language === language);
    const reader = readers.get(language);
    return [
      ...checkAnchors(file, publication.document),
      ...(sourceFile && file !== sourceFile ? compareBuilt(sourceFile, file) : []),
      ...(extraction && reader ? checkBuiltValues(file, extraction, publication, vocabulary, reader) : []),
    ];
  });
  // What an author wrote once is wrong in every edition.
  const seen = new Set<string>();
  return diagnostics.filter(({ rule, location, values }) => {
    const key = JSON.stringify([rule, location.path, location.start.offset, values]);
    return !seen.has(key) && seen.add(key);
  });
}

function readFile({ path, text }: OutputFile, recall: Recall): LocatedEdition {
  const file = { path: `dist/${path}`, text };
  const begin = { line: 1, column: 1, offset: 0 };
  return {
    built: readBuiltEdition(recall('tree of an edition', [text], () => readPublishedMarkdown(text))),
    locate: (node) => ({
      path: file.path,
      start: node.position?.start ?? begin,
      end: node.type === 'root' ? begin : (node.position?.end ?? begin),
    }),
  };
}
