import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Question } from '../../linked/reconcile/plan-questions.ts';
import type { Manifest } from '../../linked/reconcile/read-manifest.ts';
import type { Round, Service } from '../ask-questions.ts';
import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { toHostFailure } from '../host-failure.ts';
import { address, optionalText, positive, textList, textOr } from '../parameters.ts';
import { forPeople } from '../reporting.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `tinkuy reconcile`: asks a service that speaks the W3C Reconciliation API what the entities without an address in its
 * dataset might be, and prints the candidates. Writes nothing but the file that `--output` names. The exit code is that
 * of findings where the project has errors, a question has no answer or a candidate no address, that of the host where
 * the service stopped.
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
  action: async ({ project: folder, service: url, language, type: types, output, timeout }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { createProgress } = await import('../create-progress.ts');
    const { createServices } = await import('../create-services.ts');
    const { hurry } = await import('../hurry.ts');
    const { patience } = await import('../send-request.ts');
    const { askQuestions } = await import('../ask-questions.ts');
    const { refuseSecret } = await import('../refuse-secret.ts');
    const { terminal, say } = context;
    const target = output === undefined ? undefined : path.resolve(terminal.cwd, output);
    refuseSecret('--service', url);
    if (target !== undefined && existsSync(target))
      throw new UsageError('outputExists', { path: output ?? '' });
    const project = openFolder(folder, terminal, { withMemory: false });
    const progress = createProgress(terminal);
    const { build } = await import('../../build.ts');
    const { findErrors } = await import('../../rules/find-errors.ts');
    const services = createServices((stage) => progress.show(say(`stages.${stage}`)), terminal.keep);
    const built = await build(project.value, services, { until: 'texts' }).finally(progress.clear);
    const { diagnostics, configuration, vocabulary, publications } = built;
    const { rules } = configuration;
    const { addressBeginnings } = await import('../../linked/reconcile/entity-address.ts');
    const { planQuestions } = await import('../../linked/reconcile/plan-questions.ts');
    const service: Service = {
      protocol: await import('../../linked/reconcile/read-answers.ts'),
      url,
      patience: hurry({ ...patience, timeout: 1000 * timeout }, terminal.env),
      words: { key: 'service', values: { url } },
      headers: language ? { 'accept-language': language } : {},
    };
    const manifest = await askManifest(service);
    const beginnings = addressBeginnings(manifest);
    const asked = publications.flatMap(({ graph, editions }) => {
      const own = editions.find(({ isSource }) => isSource)?.language ?? 'en';
      return planQuestions(graph, vocabulary, { language: language ?? own, beginnings, types });
    });
    // Several publications speak of one entity.
    const questions = [...new Map(asked.map((question) => [question.entity, question])).values()];
    if (questions.length === 0 && findErrors([...project.diagnostics, ...diagnostics], rules).length > 0) {
      // Nothing to ask because of what is wrong.
      const { reportProject } = await import('../report-project.ts');
      await reportProject(project, { diagnostics, rules }, forPeople, context);
      return exitCodes.findings;
    }
    const round = await askQuestions(questions, manifest, service, {
      say,
      show: (done) => progress.show(say('reconcile.asking', { done, count: questions.length })),
    }).finally(progress.clear);
    await tellRound(round, questions, context);
    if (target !== undefined) {
      await writeCandidates(target, round, manifest);
      terminal.write(`${say('reconcile.written', { path: output ?? '' })}\n`);
    }
    if (round.stopped) return exitCodes.host;
    return round.unanswered.length + round.unusable.length > 0 ? exitCodes.findings : exitCodes.clean;
  },
});

/** @throws HttpFailure */
async function askManifest({ url, patience, words, headers }: Service): Promise<Manifest> {
  const { fetchJson } = await import('../fetch-json.ts');
  const { HttpFailure } = await import('../http-failure.ts');
  const { quoteAnswer } = await import('../quote-answer.ts');
  const { readManifest } = await import('../../linked/reconcile/read-manifest.ts');
  const { json, said } = await fetchJson({ method: 'GET', url, headers, words }, patience);
  const manifest = readManifest(json);
  if (!('problem' in manifest)) return manifest;
  const reason =
    manifest.problem === 'version'
      ? { key: 'otherVersion', values: { versions: quoteAnswer(manifest.versions) } }
      : { key: 'noManifest', values: { found: said } };
  throw new HttpFailure(words, reason, true);
}

/** Prints candidates, and beside them what is missing. */
async function tellRound(
  round: Round,
  questions: readonly Question[],
  { terminal, say }: CommandContext,
): Promise<void> {
  const { HttpFailure } = await import('../http-failure.ts');
  const { quoteAnswer } = await import('../quote-answer.ts');
  const { tellFailure } = await import('../tell-failure.ts');
  const { candidates, unanswered, unusable, stopped } = round;
  const show = (text: string) => quoteAnswer(text, { keepsTags: true });
  for (const { question, address, name, score, isMatch } of candidates) {
    const sign = isMatch ? '=' : '?';
    const found = [show(address), show(name), ...(score === undefined ? [] : [String(score)])].join('  ');
    terminal.write(`${question.entity}  ${question.label}\n  ${sign} ${found}\n`);
  }
  const counts = { questions: questions.length, candidates: candidates.length };
  terminal.write(`${say('reconcile.done', counts)}\n`);
  for (const [key, all] of Object.entries({ unanswered, unusable })) {
    for (const { question, found } of all) {
      const { entity, label } = question;
      const words = found === '' ? 'missing' : key;
      terminal.writeError(`${say(`reconcile.${words}`, { entity, label, found: show(found) })}\n`);
    }
  }
  if (stopped) {
    const { reason, cause, values } = stopped;
    terminal.writeError(
      `${tellFailure(new HttpFailure({ key: 'serviceStopped', values }, reason, true, cause), say)}\n`,
    );
  }
}

/** For somebody to review; never over a file that is there. @throws HostFailure */
async function writeCandidates(target: string, { candidates }: Round, manifest: Manifest): Promise<void> {
  const { writeReview } = await import('../../linked/reconcile/write-review.ts');
  try {
    writeFileSync(target, writeReview(candidates, manifest), { flag: 'wx' });
  } catch (error) {
    throw toHostFailure(error, target);
  }
}
