import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest, Question } from '../../linked/dataset/reconcile.ts';
import { askQuestions, type Round, type Service } from '../ask-questions.ts';
import type { CommandContext } from '../command-context.ts';
import { createProgress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { exitCodes } from '../exit-codes.ts';
import { fetchJson } from '../fetch-json.ts';
import { toHostFailure } from '../host-failure.ts';
import { HttpFailure } from '../http-failure.ts';
import { openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';
import { quoteAnswer } from '../quote-answer.ts';
import { refuseSecret } from '../refuse-secret.ts';
import type { Patience } from '../send-request.ts';
import { tellFailure } from '../tell-failure.ts';
import { UsageError } from '../usage-error.ts';

export interface ReconcileOptions {
  service: string;
  language: string | undefined;
  types: readonly string[];
  output: string | undefined;
  patience: Patience;
}

/**
 * `tinkuy reconcile`: asks a service that speaks the W3C Reconciliation API what the entities without an address in its
 * dataset might be, and prints the candidates. Writes nothing but the file that `--output` names. Returns the exit code:
 * that of findings where a question has no answer or a candidate no address, that of the host where the service stopped.
 */
export async function reconcile(
  folder: string,
  options: ReconcileOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const { output, language, types } = options;
  const target = output === undefined ? undefined : path.resolve(terminal.cwd, output);
  refuseSecret('--service', options.service);
  if (target !== undefined && existsSync(target))
    throw new UsageError('outputExists', { path: output ?? '' });
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const service: Service = {
    ways: await context.ways.reconcile(),
    url: options.service,
    patience: options.patience,
    words: { key: 'service', values: { url: options.service } },
    headers: language ? { 'accept-language': language } : {},
  };
  const manifest = await askManifest(service);
  const progress = createProgress(terminal);
  const { questions, diagnostics, rules } = await service.ways.listQuestions(
    project.value,
    createServices((stage) => progress.show(say(`stages.${stage}`))),
    { language, types, beginnings: service.ways.addressBeginnings(manifest) },
  );
  progress.clear();
  if (questions.length === 0 && diagnostics.length > 0) {
    const files = [...project.value.own, ...project.value.builtin];
    await printFindings(
      { root: project.root, diagnostics, rules, files },
      { strict: false, reporter: 'terminal' },
      context,
    );
    return exitCodes.findings;
  }
  const round = await askQuestions(questions, manifest, service, {
    say,
    show: (done) => progress.show(say('reconcile.asking', { done, count: questions.length })),
  }).finally(progress.clear);
  tellRound(round, questions, context);
  if (target !== undefined) {
    try {
      writeFileSync(target, service.ways.writeReview(round.candidates, manifest), { flag: 'wx' });
    } catch (error) {
      throw toHostFailure(error, target);
    }
    terminal.write(`${say('reconcile.written', { path: output ?? '' })}\n`);
  }
  if (round.stopped) return exitCodes.host;
  return round.unanswered.length + round.unusable.length > 0 ? exitCodes.findings : exitCodes.clean;
}

async function askManifest({ ways, url, patience, words, headers }: Service): Promise<Manifest> {
  const { json, said } = await fetchJson({ method: 'GET', url, headers, words }, patience);
  const manifest = ways.readManifest(json);
  if (!('problem' in manifest)) return manifest;
  const reason =
    manifest.problem === 'version'
      ? { key: 'otherVersion', values: { versions: quoteAnswer(manifest.versions) } }
      : { key: 'noManifest', values: { found: said } };
  throw new HttpFailure(words, reason, true);
}

/** Prints candidates, and beside them what is missing. */
function tellRound(round: Round, questions: readonly Question[], { terminal, say }: CommandContext): void {
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
