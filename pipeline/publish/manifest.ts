import type { LanguageMap, OutputFile, Proof } from '../model.ts';
import { asKept } from '../values/as-kept.ts';
import { countBytes } from './count-bytes.ts';
import { manifestFile } from './outputs/manifest.ts';
import { placePieces } from './outputs/place-pieces.ts';

/** What a kind of file is, for whoever opens the folder. */
export interface LegendEntry {
  name: string;
  /** With holes: {name} is that of a publication, {language} that of an edition, {type} and {slug} are an entity's. */
  paths: string[];
  /** By language. */
  title: LanguageMap;
  purpose: LanguageMap;
}

export interface ManifestInput {
  files: readonly OutputFile[];
  /** Files outside of dist/, with paths relative to the project. */
  pages: readonly OutputFile[];
  /** By publication. */
  proofs: ReadonlyMap<string, Proof>;
  /** Of the outputs that have files. */
  legend: LegendEntry[];
  /** Texts with a mistake: they are as they were published before, if they were. */
  held: readonly { name: string; isPublished: boolean }[];
}

/**
 * Lists every file of dist/ with media type, language, size in bytes of UTF-8 and digest; itself it cannot list. Before
 * them it says what was proven, the digest of the data and that of the graph that all editions carry, and what the files
 * are for; which texts are held, and stay as they were, where some are. Sizes and digests of pages are those of the text with LF as line end, as a repository keeps it, whatever a checkout made of it.
 *
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal.
 */
export function writeManifest(
  { files, pages, proofs, legend, held }: ManifestInput,
  digest: (text: string) => string,
): OutputFile {
  const manifest = {
    publications: Object.fromEntries(proofs),
    ...(held.length === 0 ? {} : { held }),
    ...(legend.length === 0 ? {} : { outputs: legend }),
  };
  const lists = { files: [...files], pages: pages.map(withLf) };
  return placePieces(manifestFile, function* () {
    yield JSON.stringify(manifest, null, 2).slice(0, -2);
    for (const [name, listed] of Object.entries(lists)) {
      if (name === 'pages' && listed.length === 0) continue;
      yield `,\n  "${name}": [`;
      for (const [index, file] of listed.sort(byPath).entries())
        yield `${index === 0 ? '' : ','}\n${indent(describe(file, digest))}`;
      yield listed.length === 0 ? ']' : '\n  ]';
    }
    yield '\n}\n';
  });
}

/** A page as a repository keeps it; whoever counted its bytes counted those of its checkout. */
function withLf({ path, mediaType, language, text }: OutputFile): OutputFile {
  return { path, mediaType, language, text: asKept(text) };
}

function byPath(a: OutputFile, b: OutputFile): number {
  return a.path < b.path ? -1 : 1;
}

/** As `JSON.stringify` has an object in a list in an object. */
function indent(value: object): string {
  return JSON.stringify(value, null, 2).replace(/^/gm, '    ');
}

function describe(file: OutputFile, digest: (text: string) => string): object {
  return {
    path: file.path,
    mediaType: file.mediaType,
    ...(file.language === undefined ? {} : { language: file.language }),
    ...countBytes(file, digest),
  };
}
