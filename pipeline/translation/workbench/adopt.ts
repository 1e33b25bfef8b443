import type { Build } from '../../build.ts';
import type { Diagnostic, Edition, OutputFile, ProjectFiles, Publication, Staged } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import { editionPath } from '../../publish/outputs/markdown-edition.ts';
import { registerPath } from '../../publish/outputs/register.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { parseDocument } from '../../text/syntax.ts';
import { markWords } from '../adopt/mark-words.ts';
import { type Correction, readEdits } from '../adopt/read-edits.ts';
import { footnoteLabels } from '../footnote-labels.ts';
import type { AdoptedEdition, CandidateEntry, PublishedFile } from './candidate.ts';
import { type CatalogChoice, chooseCatalogs, type UnknownName } from './choose-catalogs.ts';
import { findFirstDifference } from './find-first-difference.ts';
import { findRecord } from './find-record.ts';
import { gatherCandidates } from './gather-candidates.ts';
import type { Workbench } from './open-workbench.ts';
import { proveCandidates } from './prove-candidates.ts';

export interface AdoptRequest extends CatalogChoice {
  /** Paths begin with "dist/". */
  published: PublishedFile[];
}

export interface Adoption {
  editions: AdoptedEdition[];
  /** Editions that were compared with their catalogs. */
  compared: number;
  unknown: UnknownName | undefined;
}

/** A project as it is before its edits are taken over, and how it is built with them. */
export interface AdoptInputs {
  workbench: Workbench;
  built: Build;
  build: (files: ProjectFiles) => Promise<Build>;
  digest: BuildServices['digest'];
}

/**
 * Carries what editors changed in published editions over to the catalogs, as far as a build with the new catalogs gives
 * what they typed. Where a build is not possible, nothing is taken.
 * Findings: those of the build; edited-edition-is-current; those of readEdits and proveCandidates.
 */
export async function adoptEdits(
  { workbench, built, build, digest }: AdoptInputs,
  { published, ...choice }: AdoptRequest,
): Promise<Staged<Adoption>> {
  const { texts, unknown } = chooseCatalogs(workbench.texts, choice);
  const nothing = { editions: [], compared: 0, unknown };
  if (unknown || built.outputs.length === 0) return { value: nothing, diagnostics: built.diagnostics };

  const diagnostics: Diagnostic[] = [];
  const candidates: CandidateEntry[] = [];
  let compared = 0;
  for (const text of texts) {
    const publication = built.publications.find(({ name }) => name === text.name);
    for (const edition of publication?.editions ?? []) {
      const catalog = text.catalogs.find((one) => one.edition.language === edition.language);
      if (!publication || (!catalog && (!edition.isSource || choice.editions.length > 0))) continue;
      const paths = [editionPath, registerPath].map((pathOf) => pathOf(publication, edition.language));
      const files = paths.flatMap((at) => published.find(({ path }) => path === `dist/${at}`) ?? []);
      if (files.length === 0) continue;
      compared += 1;
      const edits = files.map((file) => readEditedFile(file, publication, edition, built, digest));
      diagnostics.push(...edits.flatMap((each) => each.diagnostics));
      if (!catalog) continue;
      const corrections = edits.flatMap(({ value }) => value);
      const current = files.filter((file) => isCurrent(file, built, digest));
      const gathered = gatherCandidates(corrections, current, edition, catalog);
      diagnostics.push(...gathered.diagnostics);
      candidates.push(...gathered.value);
    }
  }
  const proved = await proveCandidates(candidates, workbench.files, built, build);
  diagnostics.push(...proved.diagnostics);
  return { value: { editions: proved.value, compared, unknown }, diagnostics };
}

/** What an editor changed in one file. Findings: edited-edition-is-current, and those of readEdits. */
function readEditedFile(
  file: PublishedFile,
  publication: Publication,
  edition: Edition,
  built: Build,
  digest: BuildServices['digest'],
): Staged<Correction[]> {
  const output = outputOf(file, built);
  const write = output && built.rewrite.get(output.path);
  if (!output || !write || output.text === file.text) return { value: [], diagnostics: [] };
  if (!isCurrent(file, built, digest)) {
    // A file as it was built last has no edits, whatever became of its catalog.
    if (file.digest === digest(file.text)) return { value: [], diagnostics: [] };
    const location = findFirstDifference(file, output.text);
    return { value: [], diagnostics: [diagnose('edited-edition-is-current', location, { path: file.path })] };
  }
  const marked = markWords(edition);
  const parse = (text: string) => parseDocument({ path: file.path, text }, { allowHtml: true }).value;
  return readEdits({
    edition,
    marked,
    published: parse(write(marked.edition).text),
    edited: parse(file.text),
    footnotes: footnoteLabels(publication.document.tree),
    findRecord: (anchor) => findRecord(anchor, publication),
  });
}

/** The file as the project gives it; undefined where it gives none, as a register without entities. */
function outputOf({ path }: PublishedFile, { outputs }: Build): OutputFile | undefined {
  return outputs.find((output) => path === `dist/${output.path}`);
}

/** Whether the last build wrote what one would write: then all that differs in the file is an editor's. */
function isCurrent(file: PublishedFile, built: Build, digest: BuildServices['digest']): boolean {
  const output = outputOf(file, built);
  return output !== undefined && file.digest === digest(output.text);
}
