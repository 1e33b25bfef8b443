import path from 'node:path';
import { isAsBuilt } from './cache/is-as-built.ts';
import type { CommandContext } from './command-context.ts';
import { exitCodes } from './exit-codes.ts';
import { type Inspected, inspect, type Stages } from './inspect.ts';
import type { InspectOptions } from './inspecting.ts';
import type { buildDistributed } from './pool/build-distributed.ts';
import type { Distribution } from './pool/distribution.ts';
import type { TextStages } from './pool/text-stages.ts';
import { takeTurn } from './take-turn.ts';
import { writeBuild } from './write-build.ts';

/** Publications of which each is told by itself. */
const toldMax = 20;

/** The rooms, as the command hands them over. */
export type BuildStages = TextStages & Pick<Stages, 'checkRepository' | 'findHandEdits'>;

export interface BuildDemand extends InspectOptions {
  /** Who builds the texts; this process unless given. */
  distribution: Distribution | undefined;
}

/** Builds a project, or has its texts built, and writes what may be published. Returns the exit code. */
export async function buildProject(
  project: string,
  { distribution, ...options }: BuildDemand,
  context: CommandContext,
  stages: BuildStages,
): Promise<number> {
  if (distribution?.kind === 'shard') {
    const { buildShard } = await import('./pool/build-shard.ts');
    return buildShard(project, distribution, context, stages);
  }
  const elsewhere = distribution && (await startElsewhere())(project, distribution, context, stages);
  try {
    const inspected = await inspect(project, options, context, {
      ...stages,
      build: elsewhere?.build ?? stages.build,
      isWhole: true,
      isEnough: isAsBuilt,
    });
    return await publishInspected(inspected, context);
  } finally {
    elsewhere?.discard();
  }
}

/** Loaded where it is needed: most builds are of one process. */
async function startElsewhere(): Promise<typeof buildDistributed> {
  return (await import('./pool/build-distributed.ts')).buildDistributed;
}

async function publishInspected(inspected: Inspected, { terminal, say }: CommandContext): Promise<number> {
  const { root, outputs, pages, edited, held, errors, unchanged = 0, progress, tell, end } = inspected;
  const target = path.join(root, 'dist');
  const shown = path.relative(terminal.cwd, target) || '.';
  if (inspected.isBlocked || outputs.length + unchanged === 0 || edited.length > 0) {
    // A correction is the only copy of somebody's work, whatever severity the project gives the finding.
    if (!inspected.isBlocked) for (const at of edited) tell(`${say('done.kept', { path: at })}\n`);
    tell(`${say('done.untouched', { folder: shown })}\n`);
    end();
    return exitCodes.findings;
  }
  progress.show(say('stages.write'));
  const release = await takeTurn(root);
  try {
    const { stale, ...written } = writeBuild(root, {
      outputs,
      pages,
      unchanged,
      staging: inspected.staging,
    });
    progress.clear();
    tell(`${say('done.built', { folder: shown, ...written })}\n`);
    for (const name of held) tell(`${say('done.textHeld', { name })}\n`);
    tell(tellProofs(inspected, say));
    for (const page of stale) tell(`${say('done.generated', { path: page })}\n`);
  } finally {
    inspected.staging?.discard();
    release();
    progress.clear();
  }
  end();
  return errors > 0 ? exitCodes.findings : exitCodes.clean;
}

/** What was proven of the data of each publication, or of all together where a screen would not hold it. */
function tellProofs({ proofs, held }: Inspected, say: CommandContext['say']): string {
  const fresh = [...proofs].filter(([publication]) => !held.includes(publication));
  if (fresh.length > toldMax) {
    const triples = fresh.reduce((sum, [, proof]) => sum + proof.triples, 0);
    return `${say('done.dataOfMany', { count: fresh.length, triples })}\n`;
  }
  const lines = fresh.flatMap(([publication, { canonicalSha256, triples, oneGraph }]) => {
    const own = say('done.data', { publication, triples, digest: canonicalSha256 });
    if (!oneGraph) return [own];
    const { sha256, triples: shared, editions } = oneGraph;
    return [own, say('done.oneGraph', { publication, count: editions, triples: shared, digest: sha256 })];
  });
  return lines.map((line) => `${line}\n`).join('');
}
