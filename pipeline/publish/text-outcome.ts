import type { Claims } from '../graph/take-claims.ts';
import type { Diagnostic, Entity, Language, OutputFile, Proof, TextSources } from '../model.ts';
import type { TextShare } from './text-share.ts';

/**
 * What one text came to: all that a project's outputs are joined from. JSON can write it, but for the texts of the files, so that
 * it may be known from elsewhere.
 */
export interface TextOutcome {
  name: string;
  /** Path of its source, where it is a page. */
  page: string | undefined;
  /** Of the source text, as it says itself; '' where it could not be read. */
  language: Language;
  /** Whether it has gone its way, as far as that leads; of others nothing is known. */
  isBuilt: boolean;
  /** Whether it was drawn and read back, so that nothing that was found follows from something else. */
  isProven: boolean;
  /** Whether its editions were held against each other: all of it was read. */
  isCompared: boolean;
  /** Whether something that was found keeps it from being published. */
  isHeld: boolean;
  diagnostics: Diagnostic[];
  /** In dist/; none of a text that is held, or where outputs were not asked for. */
  outputs: OutputFile[];
  /** Of a page; paths are relative to the project. */
  pages: OutputFile[];
  /** Of a publication that is not held. */
  proof: Proof | undefined;
  /** Of a publication whose outputs were asked for. */
  share: TextShare | undefined;
  /** What of its words the others need; undefined where nothing was stated. */
  words: SharedWords | undefined;
  /** What a publication says that others may contradict; undefined where nothing was stated. */
  claims: Claims | undefined;
}

/** What the words of a publication's entities are to the texts beside it. */
export interface SharedWords {
  /** By language, types and properties that are printed and have no label in it: "border", "border#length". */
  lacking: [Language, string[]][];
  /** Its entities with the properties that glossaries are made of; none where no page shares them. */
  named: Pick<Entity, 'id' | 'properties'>[];
}

/** That of a text of which nothing is known yet. */
export function startOutcome({ name, page }: Pick<TextSources, 'name' | 'page'>): TextOutcome {
  return {
    name,
    page: page?.path,
    language: '',
    isBuilt: false,
    isProven: false,
    isCompared: false,
    isHeld: true,
    diagnostics: [],
    outputs: [],
    pages: [],
    proof: undefined,
    share: undefined,
    words: undefined,
    claims: undefined,
  };
}
