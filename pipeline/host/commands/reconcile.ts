import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Build } from '../../build.ts';
import type { Question } from '../../linked/reconcile/plan-questions.ts';
import type { Service } from '../ask-questions.ts';
import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { address, optionalText, positive, textList, textOr } from '../parameters.ts';
import type { Patience } from '../send-request.ts';
import { UsageError } from '../usage-error.ts';

interface ReconcileOptions {
  service: string;
  language: string | undefined;
  types: readonly string[];
  output: string | undefined;
  patience: Patience;
}

/**
 * `tinkuy reconcile`: asks a service that speaks the W3C Reconciliation API what the entities without an address in its
 * dataset might be, and prints the candidates. Writes nothing but the file that `--output` names. The exit code is that of
 * findings where a question has no answer or a candidate no address, that of the host where the service stopped.
 */
export const reconcileCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    service: address('help.optionService'),
    language: optionalText('help.optionLabelLanguage', '<tag>'),
    type: textList('help.optionTypes', '<name>'),
    output: optionalText('help.optionReview', '<file>'),
    timeout: positive(60, 'help.optionServiceTimeout', '<seconds>'),
  },
  action: async ({ project, service, language, type: types, output, timeout }, context) => {
    const { hurry } = await import('../hurry.ts');
    const { patience } = await import('../send-request.ts');
    const options = {
      service,
      language,
      output,
      types,
      patience: hurry({ ...patience, timeout: 1000 * timeout }, context.terminal.env),
    };
    return reconcile(project, options, context);
  },
});

async function reconcile(
  folder: string,
  options: ReconcileOptions,
  context: CommandContext,
): Promise<number> {
  const { openFolder } = await import('../open-folder.ts');
  const { createProgress } = await import('../create-progress.ts');
  const { createServices } = await import('../create-services.ts');
  const { reportProject } = await import('../report-project.ts');
  const { refuseSecret } = await import('../refuse-secret.ts');
  const { askManifest, askQuestions } = await import('../ask-questions.ts');
  const { tellRound } = await import('../tell-round.ts');
  const { build } = await import('../../build.ts');
  const { findErrors } = await import('../../rules/find-errors.ts');
  const { terminal, say } = context;
  const { output } = options;
  const target = output === undefined ? undefined : path.resolve(terminal.cwd, output);
  refuseSecret('--service', options.service);
  if (target !== undefined && existsSync(target))
    throw new UsageError('outputExists', { path: output ?? '' });
  const project = openFolder(folder, terminal.cwd, { withMemory: false });
  const progress = createProgress(terminal);
  const step = (stage: string) => progress.show(say(`stages.${stage}`));
  const built = await build(project.value, createServices(step), { publishes: false }).finally(
    progress.clear,
  );
  const { diagnostics } = built;
  const { rules } = built.configuration;
  if (findErrors([...project.diagnostics, ...diagnostics], rules).length > 0) {
    await reportProject(project, { diagnostics, rules }, { strict: false, reporter: 'terminal' }, context);
    return exitCodes.findings;
  }
  const service = await createService(options);
  const manifest = await askManifest(service);
  const questions = await listQuestions(built, service.protocol.addressBeginnings(manifest), options);
  const round = await askQuestions(questions, manifest, service, {
    say,
    show: (done) => progress.show(say('reconcile.asking', { done, count: questions.length })),
  }).finally(progress.clear);
  tellRound(round, questions, context);
  if (target !== undefined) {
    const { writeReview } = await import('../../linked/reconcile/write-review.ts');
    const { toHostFailure } = await import('../host-failure.ts');
    try {
      writeFileSync(target, writeReview(round.candidates, manifest), { flag: 'wx' });
    } catch (error) {
      throw toHostFailure(error, target);
    }
    terminal.write(`${say('reconcile.written', { path: output ?? '' })}\n`);
  }
  if (round.stopped) return exitCodes.host;
  return round.unanswered.length + round.unusable.length > 0 ? exitCodes.findings : exitCodes.clean;
}

async function createService({ service: url, language, patience }: ReconcileOptions): Promise<Service> {
  const { addressBeginnings } = await import('../../linked/reconcile/entity-address.ts');
  const { readAnswers, writeQueries } = await import('../../linked/reconcile/read-answers.ts');
  const { readManifest } = await import('../../linked/reconcile/read-manifest.ts');
  return {
    protocol: { addressBeginnings, readAnswers, readManifest, writeQueries },
    url,
    patience,
    words: { key: 'service', values: { url } },
    headers: language ? { 'accept-language': language } : {},
  };
}

/** What to ask: of entities of all publications that have no address in the service's dataset. */
async function listQuestions(
  { publications, vocabulary }: Build,
  beginnings: readonly string[],
  { language, types }: ReconcileOptions,
): Promise<Question[]> {
  const { planQuestions } = await import('../../linked/reconcile/plan-questions.ts');
  return publications.flatMap(({ graph, editions }) => {
    const own = editions.find(({ isSource }) => isSource)?.language ?? 'en';
    return planQuestions(graph, vocabulary, { language: language ?? own, beginnings, types });
  });
}
