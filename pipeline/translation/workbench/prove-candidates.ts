/** The proof of `tinkuy catalog adopt`: the project is built with the corrections, and what comes out is read. */
import type { Build } from '../../build.ts';
import type { Diagnostic, Document, Location, ProjectFiles, Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { excerpt } from '../../rules/excerpt.ts';
import { findErrors } from '../../rules/find-errors.ts';
import { parseDocument } from '../../text/syntax.ts';
import { followCorrection } from '../adopt/follow-correction.ts';
import type { PairedPlace } from '../adopt/paired-place.ts';
import { replaceMsgstrs } from '../adopt/replace-msgstr.ts';
import { signatureOf, wordsOf } from '../adopt/tokens.ts';
import { tokensAt } from '../adopt/tokens-at.ts';
import { type Blamed, blameErrors, concerns, moveFinding, placesOf } from './blame-candidates.ts';
import type { AdoptedEdition, CandidateEntry, PublishedFile, RenewedFile } from './candidate.ts';

/** Candidates with which the project builds. */
interface Proved {
  kept: CandidateEntry[];
  built: Build;
  warnings: Diagnostic[];
}

/**
 * Takes the candidates with which the project builds and reads as edited. Those that break something are left out, with
 * what they break as findings, and the rest is tried again.
 * Findings: hand-edit-reads-back; any that a build with a candidate has, at the place of the edit.
 */
export async function proveCandidates(
  candidates: CandidateEntry[],
  files: ProjectFiles,
  before: Build,
  build: (files: ProjectFiles) => Promise<Build>,
): Promise<Staged<AdoptedEdition[]>> {
  const known = new Set(before.diagnostics.map(keyOf));
  const diagnostics: Diagnostic[] = [];
  const proved = await prove(candidates);
  if (!proved) return { value: [], diagnostics };
  return {
    value: describe(proved.kept, proved.built, before),
    diagnostics: [...diagnostics, ...proved.warnings],
  };

  async function prove(wanted: CandidateEntry[]): Promise<Proved | undefined> {
    if (wanted.length === 0) return undefined;
    const trial = withCandidates(files, wanted);
    const built = await build(trial);
    const fresh = built.diagnostics.filter((finding) => !known.has(keyOf(finding)));
    const errors = findErrors(fresh, built.configuration.rules);
    const places = placesOf(wanted, trial);
    const isBuilt = built.outputs.length > 0 && built.held.every((name) => before.held.includes(name));
    const blamed = isBuilt ? blameMismatches(wanted, built) : blameErrors(wanted, errors, places, trial);
    diagnostics.push(...blamed.map(({ finding }) => finding));
    if (blamed.length === 0) {
      if (!isBuilt) return proveHalves(wanted, errors);
      return { kept: wanted, built, warnings: warningsOf(fresh, wanted, places, trial) };
    }
    const refused = new Set(blamed.map(({ candidate }) => candidate));
    return prove(wanted.filter((candidate) => !refused.has(candidate)));
  }

  /** Nobody is named: of one candidate all is said, of several each half is tried. */
  async function proveHalves(wanted: CandidateEntry[], errors: Diagnostic[]): Promise<Proved | undefined> {
    const [only] = wanted;
    if (only && wanted.length === 1) {
      for (const finding of errors) diagnostics.push(moveFinding(finding, only, files));
      return undefined;
    }
    const half = Math.ceil(wanted.length / 2);
    const first = await prove(wanted.slice(0, half));
    const second = await prove(wanted.slice(half));
    const kept = [...(first?.kept ?? []), ...(second?.kept ?? [])];
    if (kept.length < wanted.length) return prove(kept);
    // Each half is right by itself, and both together are not: the first in the text is taken.
    const [other] = second?.kept ?? [];
    if (other) for (const finding of errors) diagnostics.push(moveFinding(finding, other, files));
    return first;
  }
}

/** Edits that do not read as they were typed once the project is built. Finding: hand-edit-reads-back. */
function blameMismatches(candidates: CandidateEntry[], built: Build): Blamed[] {
  return mismatches(candidates, built).map(({ candidate, place, found }) => {
    const values = { context: 'words', expected: excerpt(wordsOf(place.edited)), found: excerpt(found) };
    return { candidate, finding: diagnose('hand-edit-reads-back', place.change, values) };
  });
}

function withCandidates(files: ProjectFiles, candidates: CandidateEntry[]): ProjectFiles {
  const own = files.own.map((file) => {
    const replacements = candidates.filter(({ catalog }) => catalog.path === file.path);
    return replacements.length === 0 ? file : { ...file, text: replaceMsgstrs(file, replacements) };
  });
  return { ...files, own };
}

function warningsOf(
  fresh: Diagnostic[],
  candidates: CandidateEntry[],
  places: Map<CandidateEntry, Location>,
  trial: ProjectFiles,
): Diagnostic[] {
  return fresh.flatMap((finding) => {
    const guilty = candidates.find((candidate) => concerns(finding, places.get(candidate)));
    return guilty ? [moveFinding(finding, guilty, trial)] : [];
  });
}

/** Places that do not read as edited once the project is built. */
function mismatches(
  candidates: CandidateEntry[],
  { outputs }: Build,
): { candidate: CandidateEntry; place: PairedPlace; found: string }[] {
  const documents = new Map<string, Document>();
  for (const { path } of candidates.flatMap(({ files }) => files)) {
    const output = outputs.find((one) => `dist/${one.path}` === path);
    if (!output || documents.has(path)) continue;
    documents.set(path, parseDocument({ path, text: output.text }, { allowHtml: true }).value);
  }
  return candidates.flatMap((candidate) =>
    candidate.places.flatMap((place) => {
      const document = documents.get(place.change.path);
      const tokens = (document && tokensAt(document, place.path)) ?? [];
      const isAsEdited = signatureOf(tokens) === signatureOf(place.edited);
      return isAsEdited ? [] : [{ candidate, place, found: wordsOf(tokens) }];
    }),
  );
}

function describe(kept: CandidateEntry[], built: Build, before: Build): AdoptedEdition[] {
  const editions = [...new Set(kept.map(({ files }) => files))];
  return editions.flatMap((files): AdoptedEdition[] => {
    const own = kept.filter((candidate) => candidate.files === files);
    const catalog = own[0]?.catalog;
    const renewed = files.flatMap((file) => renew(file, built, before) ?? []);
    // Where the structure was edited too, which is a finding already, it may be unclear what follows.
    if (!catalog || renewed.length < files.length) return [];
    const taken = own.flatMap(({ places }) => places.map(({ change }) => change));
    const alsoAt = own.reduce((sum, { alike, places }) => sum + Math.max(0, alike - places.length), 0);
    const written = { path: catalog.path, text: replaceMsgstrs(catalog, own), before: catalog.text };
    return [{ files: renewed, catalog: written, taken, alsoAt }];
  });
}

/** A file with what follows from the corrections; undefined where it cannot be told which place is which. */
function renew({ path, text: saved }: PublishedFile, built: Build, before: Build): RenewedFile | undefined {
  const [text, published] = [textIn(built, path), textIn(before, path)];
  if (saved === published) return { path, text, edited: text };
  const parse = (version: string) => parseDocument({ path, text: version }, { allowHtml: true }).value;
  const edited = followCorrection(parse(published), parse(saved), parse(text));
  return edited === undefined ? undefined : { path, text, edited };
}

function textIn({ outputs }: Build, path: string): string {
  return outputs.find((output) => `dist/${output.path}` === path)?.text ?? '';
}

function keyOf({ rule, location, values }: Diagnostic): string {
  return JSON.stringify([rule, location.path, values]);
}
