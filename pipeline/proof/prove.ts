import type { StatedText } from '../graph/state.ts';
import type { Diagnostic, Language, OutputFile, PlainText, Proof, Publication, Staged } from '../model.ts';
import { checkTables } from '../publish/check-tables.ts';
import { composeEditions } from '../publish/compose-editions.ts';
import { drawOutputs } from '../publish/draw-outputs.ts';
import { drawPages } from '../publish/draw-pages.ts';
import type { Drawn } from '../publish/drawing.ts';
import { shareText } from '../publish/share-text.ts';
import type { TextOutcome } from '../publish/text-outcome.ts';
import type { TextShare } from '../publish/text-share.ts';
import type { ProofRoom } from './open-proof.ts';
import { provePublication } from './prove-publication.ts';
import { readPageBack } from './read-page-back.ts';

/** What may be published of a text, in memory, and what was proven of it. */
export interface ProvenText {
  /** The editions of a publication as plain text. */
  texts: Map<Language, PlainText>;
  /** Of a publication, in dist/; none where outputs were not asked for. */
  outputs: OutputFile[];
  /** What the outputs of the project are joined from; undefined as outputs are none. */
  share: TextShare | undefined;
  /** By the path of an edition or its register: writes it with another tree and other segments of that edition. */
  rewrite: Drawn['rewrite'];
  /** Files of dist/ that findings point into. */
  shown: OutputFile[];
  /** Of a page. Paths are relative to the project. */
  pages: OutputFile[];
  /** Of a publication. */
  proof: Proof | undefined;
}

interface Proving {
  /** Whether what was found keeps the text from being published. */
  isBlocked: (found: readonly Diagnostic[]) => boolean;
  /** As `build` has it. */
  until: 'texts' | 'proof' | 'outputs';
  /** Told the findings before the outputs are drawn. */
  tell: (found: readonly Diagnostic[]) => Promise<void>;
  /** What became of the texts before it. */
  before: readonly TextOutcome[];
}

/**
 * The fourth of the five calls of a build: holds the editions of a text against each other, has the outputs drawn, and reads
 * them back as readers get them. Nothing is drawn of what contradicts itself: the value is undefined then.
 * Findings: those of compareText, checkTables, provePublication, readPageBack.
 */
export async function prove(
  text: StatedText,
  room: ProofRoom,
  { isBlocked, until, tell, before }: Proving,
): Promise<Staged<ProvenText | undefined>> {
  const { publication } = text;
  const diagnostics = room.compare(text, before);
  if (publication) diagnostics.push(...checkTables(publication, room.project.vocabulary));
  if (isBlocked(diagnostics)) return { value: undefined, diagnostics };
  await tell(diagnostics);

  const proven: ProvenText = {
    texts: new Map(),
    outputs: [],
    share: undefined,
    rewrite: new Map(),
    shown: [],
    pages: [],
    proof: undefined,
  };
  if (until !== 'texts') diagnostics.push(...(await readBack(proven, text, room, until)));
  else if (publication)
    proven.texts = (await composeEditions(publication, room.contextOf(publication).context)).texts;
  return { value: proven, diagnostics };
}

/** Draws the outputs of a text into what is proven, and reads them back. */
async function readBack(
  proven: ProvenText,
  text: StatedText,
  room: ProofRoom,
  until: Proving['until'],
): Promise<Diagnostic[]> {
  const { publication } = text;
  const diagnostics = publication ? await readDataBack(proven, publication, room, until) : [];
  for (const { output, edition } of drawPages(text, room.project)) {
    proven.pages.push(output);
    diagnostics.push(...readPageBack(output, edition, room.project.recall));
  }
  return diagnostics;
}

async function readDataBack(
  proven: ProvenText,
  publication: Publication,
  room: ProofRoom,
  until: Proving['until'],
): Promise<Diagnostic[]> {
  const { context, judges } = room.contextOf(publication);
  const sources = room.filesOf(publication.name);
  const drawn = await drawOutputs(publication, { ...context, sources, isForProof: until === 'proof' });
  const { value, diagnostics } = await provePublication(drawn, judges);
  const places = new Set(diagnostics.map(({ location }) => location.path));
  proven.proof = value;
  proven.shown = drawn.outputs.filter(({ path }) => places.has(`dist/${path}`));
  if (until === 'outputs') {
    proven.outputs = drawn.outputs;
    proven.rewrite = drawn.rewrite;
    proven.share = await shareText(drawn);
  }
  return diagnostics;
}
