import type { CitationStyle, Configuration, Diagnostic, OutputFile, Proof, Recall, Tool } from '../model.ts';
import type { ReadsCldr } from '../values/cldr-locale.ts';
import type { Matches } from '../values/patterns/create-pattern-matcher.ts';

/** What a reader is told is being done, by its key in locales/<lang>/cli.json, "stages". */
export type Step =
  | 'files'
  | 'read'
  | 'editions'
  | 'graph'
  | 'parity'
  | 'outputs'
  | 'data'
  | 'readBack'
  | 'report';

/** What a project has published, as the manifest tells and the disk has it. */
export interface PublishedBefore {
  /** Files in dist/. */
  files: OutputFile[];
  /** Files beside it; paths are relative to the project. */
  pages: OutputFile[];
  /** By publication. */
  proofs: ReadonlyMap<string, Proof>;
}

/** What the stages need of the machine. */
export interface BuildServices {
  /** A CSL style by name, with the locale of a BCP 47 tag; undefined where there is no such style. */
  readCitationStyle: (name: string, tag: string) => Promise<CitationStyle | undefined>;
  /** The program that builds, and what the environment says about the build. */
  tool: Tool;
  /** CLDR's names and signs of currencies, by the tag of a locale. */
  readCldr: ReadsCldr;
  /** Matches a pattern within a bounded time; undefined where it was too short. */
  matchBounded: Matches;
  /** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
  digest: (text: string) => string;
  /**
   * Makes a value of these inputs, or gives back what was made under that name of the very same ones (===) before: what the
   * builds of one command share, such as the vocabulary. It saves time, and nothing depends on it.
   */
  keep: <T>(name: string, inputs: readonly unknown[], make: () => T) => T;
  /** Answers of earlier builds. */
  recall: Recall;
  /**
   * Ends the work in hand, so that what is held only until then can be let go (https://tc39.es/ecma262/#sec-weak-ref-objects): after it
   * the engines of citations leave the memory to the data.
   */
  rest: () => Promise<void>;
  /** Lays a file that is proven aside until all is written: it is the same, and its text takes no memory until it is asked for. */
  lay: (file: OutputFile) => OutputFile;
  /** A file of dist/ that lies in its place with the very bytes of its digest; undefined where other bytes do, or none. */
  inPlace: (file: Omit<OutputFile, 'text'>) => OutputFile | undefined;
  /** What was published before; a text that is held stays as it was. */
  published: () => PublishedBefore;
  /** Called as each stage begins. */
  progress: (stage: Step) => void;
  /** Called as each text begins, where somebody wants to know: its place among all, from 1, and how many there are. */
  beginText?: (place: number, count: number) => void;
  /**
   * Told what the texts and records come to where the outputs are drawn, before they are: whoever writes need not wait for the data.
   * What is found in the outputs is not among it.
   */
  foundInTexts?: (found: readonly Diagnostic[], configuration: Configuration) => Promise<void>;
}
