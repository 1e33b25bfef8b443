import path from 'node:path';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { inspecting } from '../inspecting.ts';
import { flag, textOr } from '../parameters.ts';
import { distributing } from '../pool/distributing.ts';

/** `tinkuy build`: writes dist/ and the pages in other languages unless a finding is an error. */
export const buildCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  // Whether editions that were corrected by hand are written over.
  options: { ...inspecting, ...distributing, overwrite: flag('help.optionOverwrite') },
  action: async ({ project, overwrite, ...options }, context) => {
    const { readDistribution } = await import('../pool/distribution.ts');
    const distribution = readDistribution(options, context.terminal.env);
    if (distribution) {
      const { distributeTexts } = await import('../pool/distribute-texts.ts');
      const { openStore } = await import('../pool/open-store.ts');
      const { openFolder } = await import('../open-folder.ts');
      const { openTextsStub } = await import('../pool/stub.ts');
      const folder = openFolder(project, context.terminal, { withMemory: false });
      const store = await openStore(distribution.store ?? '/tmp/tkq/store-default', context.terminal);
      const done = await distributeTexts(folder, { distribution, store }, openTextsStub, context);
      console.error(done.failures);
      return 0;
    }
    const { inspect } = await import('../inspect.ts');
    const { isAsBuilt } = await import('../cache/is-as-built.ts');
    const findHandEdits = async () =>
      (await import('../../translation/workbench/find-hand-edits.ts')).findHandEdits;
    const inspected = await inspect(project, options, context, {
      build: async (...given) => (await import('../../build.ts')).build(...given),
      checkRepository: async (...given) =>
        (await import('../../files/check-repository.ts')).checkRepository(...given),
      isWhole: true,
      findHandEdits: overwrite ? undefined : async (files) => (await findHandEdits())(files),
      isEnough: isAsBuilt,
    });
    const {
      root,
      outputs,
      pages,
      edited,
      proofs,
      held,
      errors,
      unchanged = 0,
      progress,
      tell,
      end,
    } = inspected;
    const { terminal, say } = context;
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
    const { takeTurn } = await import('../take-turn.ts');
    const release = await takeTurn(root);
    try {
      const { writeBuild } = await import('../write-build.ts');
      const { stale, ...written } = writeBuild(root, {
        outputs,
        pages,
        unchanged,
        staging: inspected.staging,
      });
      tell(`${say('done.built', { folder: shown, ...written })}\n`);
      for (const name of held) tell(`${say('done.textHeld', { name })}\n`);
      for (const [publication, { canonicalSha256, triples, oneGraph }] of proofs) {
        if (held.includes(publication)) continue;
        tell(`${say('done.data', { publication, triples, digest: canonicalSha256 })}\n`);
        if (!oneGraph) continue;
        const { sha256, triples: shared, editions } = oneGraph;
        tell(`${say('done.oneGraph', { publication, count: editions, triples: shared, digest: sha256 })}\n`);
      }
      for (const page of stale) tell(`${say('done.generated', { path: page })}\n`);
    } finally {
      inspected.staging?.discard();
      release();
      progress.clear();
    }
    end();
    return errors > 0 ? exitCodes.findings : exitCodes.clean;
  },
});
