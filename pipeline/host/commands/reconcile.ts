import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { createProgress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { exitCodes } from '../exit-codes.ts';
import { fetchPatiently } from '../fetch-patiently.ts';
import { HostFailure, toHostFailure } from '../host-failure.ts';
import { openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';
import type { Patience } from '../send-request.ts';
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
 * dataset might be, and prints the candidates. Writes nothing but the file that `--output` names. Returns the exit code.
 */
export async function reconcile(
  folder: string,
  options: ReconcileOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const { service, patience, output } = options;
  const target = output === undefined ? undefined : path.resolve(terminal.cwd, output);
  if (target !== undefined && existsSync(target))
    throw new UsageError('outputExists', { path: output ?? '' });
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const ways = await context.ways.reconcile();
  const headers = {
    accept: 'application/json',
    ...(options.language ? { 'accept-language': options.language } : {}),
  };
  const manifest = ways.readManifest(await fetchPatiently(service, { headers }, patience));
  if (!manifest) throw new HostFailure('service', { url: service, answer: say('reconcile.noManifest') });
  const progress = createProgress(terminal);
  const step = (stage: string) => progress.show(say(`stages.${stage}`));
  const { language, types } = options;
  const asked = { language, types, space: manifest.identifierSpace };
  const { questions, diagnostics, rules } = await ways.listQuestions(
    project.value,
    createServices(step),
    asked,
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
      writeFileSync(target, ways.writeReview(candidates, manifest), { flag: 'wx' });
    } catch (error) {
      throw toHostFailure(error, target);
    }
    terminal.write(`${say('reconcile.written', { path: output ?? '' })}\n`);
  }
  return exitCodes.clean;
}
