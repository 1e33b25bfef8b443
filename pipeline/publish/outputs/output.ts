import type { OutputFile } from '../../model.ts';
import type { Drawing, SharedDrawing } from '../drawing.ts';

/** A file as an output declares it: there is one for each publication, edition or entity that fills the holes of its path. */
export interface FileKind {
  /** In dist/. {name} is that of the publication, {language} that of the edition, {type} and {slug} are the entity's. */
  path: string;
  mediaType: string;
  /** How an edition links to it (edition-link.ts); editions do not tell of it unless given. Such a file is always written. */
  relation?: 'alternate' | 'describedby';
  /** Key of words (locales/<lang>/edition.json, "about") by which an edition's last section names it; needs a relation. */
  about?: string;
}

/** What a build writes: files of one content, in one form or several. */
export interface Output {
  /** In kebab-case, as its file; its title and what it is for are under "outputs" in locales/<lang>/edition.json. */
  name: string;
  files: readonly FileKind[];
  /** Whether its files are the dataset of the publication, or a part of it (dcat:Distribution). */
  isDistribution?: boolean;
  /** Whether its files are JSON-LD that the page of their language carries in its head. */
  isEmbedded?: boolean;
  /** Whether git ignores it in this repository, for it is large and every build makes it. */
  isIgnored?: boolean;
  /** Whether the README lists it: what most come for. */
  isMain?: boolean;
}

/** Made of one publication. */
export interface PublicationOutput extends Output {
  /** Of which other outputs it has to see the files; these stand before it in the registry. */
  needs?: 'isDistribution' | 'isEmbedded';
  /** Whether neither a proof nor another output reads its files, so that to find what is wrong they need not be made. */
  isUnread?: true;
  write: (drawing: Drawing, needed: readonly WrittenOutput[]) => Promise<OutputFile[]>;
}

/** An output and what it wrote. */
export interface WrittenOutput {
  output: Output;
  files: readonly OutputFile[];
}

/** Made once for a project, after its publications. */
export interface SharedOutput extends Output {
  /** Whether it is written from schemas, configuration and words alone, so that builds of one project have the same. */
  isOfSchemas?: true;
  /** Whether only a project with several publications has it. */
  isOfMany?: true;
  write: (drawing: SharedDrawing) => Promise<OutputFile[]>;
}
