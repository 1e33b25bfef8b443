import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { HostFailure, toHostFailure } from '../host-failure.ts';
import { address, list, positive, text, textOr } from '../parameters.ts';
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
 * dataset might be, and prints the candidates. Writes nothing but the file that `--output` names.
 */
export const reconcileCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    service: address('help.optionService'),
    language: text('help.optionLabelLanguage', '<tag>'),
    type: list('help.optionTypes', '<name>'),
    output: text('help.optionReview', '<file>'),
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
  const { fetchPatiently } = await import('../fetch-patiently.ts');
  const { reportProject } = await import('../report-project.ts');
  const { build } = await import('../../build.ts');
  const { findErrors } = await import('../../rules/find-errors.ts');
  const { planQuestions } = await import('../../linked/reconcile/plan-questions.ts');
  const ways = await import('../../linked/reconcile/read-answers.ts');
  const { writeReview } = await import('../../linked/reconcile/write-review.ts');
  const { terminal, say } = context;
  const { service, patience, output } = options;
  const target = output === undefined ? undefined : path.resolve(terminal.cwd, output);
  if (target !== undefined && existsSync(target))
    throw new UsageError('outputExists', { path: output ?? '' });
  const project = openFolder(folder, terminal.cwd, { withMemory: false });
  const progress = createProgress(terminal);
  const step = (stage: string) => progress.show(say(`stages.${stage}`));
  const { language, types } = options;
  const built = await build(project.value, createServices(step), { publishes: false }).finally(
    progress.clear,
  );
  const { diagnostics, configuration, vocabulary } = built;
  const { rules } = configuration;
  if (findErrors([...project.diagnostics, ...diagnostics], rules).length > 0) {
    await reportProject(project, { diagnostics, rules }, { strict: false, reporter: 'terminal' }, context);
    return exitCodes.findings;
  }
  const headers = {
    accept: 'application/json',
    ...(options.language ? { 'accept-language': options.language } : {}),
  };
  const manifest = ways.readManifest(await fetchPatiently(service, { headers }, patience));
  if (!manifest) throw new HostFailure('service', { url: service, answer: say('reconcile.noManifest') });
  const questions = built.publications.flatMap(({ graph, editions }) => {
    const own = editions.find(({ isSource }) => isSource)?.language ?? 'en';
    const asked = { language: language ?? own, space: manifest.identifierSpace, types };
    return planQuestions(graph, vocabulary, asked);
  });
  const candidates = [];
  try {
    for (let from = 0; from < questions.length; from += ways.batchSize) {
      const batch = questions.slice(from, from + ways.batchSize);
      progress.show(say('reconcile.asking', { done: from, count: questions.length }));
      const body = new URLSearchParams({ queries: ways.writeQueries(batch) });
      const answer = await fetchPatiently(service, { method: 'POST', headers, body }, patience);
      const found = ways.readCandidates(answer, batch, manifest);
      if (!found) throw new HostFailure('service', { url: service, answer: say('reconcile.noAnswer') });
      candidates.push(...found);
    }
  } finally {
    progress.clear();
  }
  for (const { question, address, name, score, isMatch } of candidates) {
    const sign = isMatch ? '=' : '?';
    terminal.write(`${question.entity}  ${question.label}\n  ${sign} ${address}  ${name}  ${score}\n`);
  }
  terminal.write(
    `${say('reconcile.done', { questions: questions.length, candidates: candidates.length })}\n`,
  );
  if (target !== undefined) {
    try {
      writeFileSync(target, writeReview(candidates, manifest), { flag: 'wx' });
    } catch (error) {
      throw toHostFailure(error, target);
    }
    terminal.write(`${say('reconcile.written', { path: output ?? '' })}\n`);
  }
  return exitCodes.clean;
}
