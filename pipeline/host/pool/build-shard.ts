import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFolder } from '../open-folder.ts';
import { distributeTexts } from './distribute-texts.ts';
import type { Distribution } from './distribution.ts';
import { openStore } from './open-store.ts';
import type { TextStages } from './text-stages.ts';

/** Builds a part of the texts into a store and writes nothing else; what is found in them whoever joins tells. */
export async function buildShard(
  folder: string,
  distribution: Extract<Distribution, { kind: 'shard' }>,
  context: CommandContext,
  stages: TextStages,
): Promise<number> {
  const { terminal, say } = context;
  const project = openFolder(folder, terminal, { withMemory: false });
  const store = await openStore(distribution.store, terminal);
  const { asked, failures } = await distributeTexts(project, { distribution, store }, stages, context);
  const { index, count: shards } = distribution.shard;
  const count = asked.length - failures.size;
  terminal.write(`${say('pool.shard', { index, shards, count })}\n`);
  return failures.size > 0 ? exitCodes.findings : exitCodes.clean;
}
