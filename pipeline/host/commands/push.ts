import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { HostFailure } from '../host-failure.ts';
import { address, choice, optionalAddress, optionalText, positive, textOr } from '../parameters.ts';
import type { LargeUpload } from '../push-large.ts';
import type { Loading } from '../push-upload.ts';
import type { FileGraph, TripleReading } from '../survey-triples.ts';
import { UsageError } from '../usage-error.ts';

/** Largest file that is pushed in one piece, and compared in memory, in bytes. */
const heldMax = 64 * 2 ** 20;

/**
 * `tinkuy push`: puts the data of every publication, or a file, into a store, first in the graph of its version, and when that has come
 * back as it was sent, in the current graph. Where anything fails the current graph is as it was, and the next publication
 * is pushed, unless the store is not there at all.
 */
export const pushCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    endpoint: address('help.optionEndpoint'),
    auth: choice(['none', 'basic', 'digest', 'bearer'], undefined, 'help.optionAuth', '<scheme>'),
    user: optionalText('help.optionUser', '<name>'),
    graphParameter: textOr('graph', 'help.optionGraphParameter', '<name>'),
    verify: choice(['graph', 'count', 'none'], 'graph', 'help.optionVerify', '<how>'),
    timeout: positive(300, 'help.optionStoreTimeout', '<seconds>'),
    file: optionalText('help.optionFile', '<file>'),
    graph: optionalText('help.optionGraph', '<address>'),
    sparql: optionalAddress('help.optionSparql'),
  },
  action: async (given, context) => {
    const { createProgress } = await import('../create-progress.ts');
    const { hurry } = await import('../hurry.ts');
    const { refuseSecret } = await import('../refuse-secret.ts');
    const { chooseAuthentication } = await import('../choose-authentication.ts');
    const { patience } = await import('../send-request.ts');
    const { createStoreClient } = await import('../store-client.ts');
    const { HttpFailure } = await import('../http-failure.ts');
    const { tellFailure } = await import('../tell-failure.ts');
    const { endpoint, sparql, verify } = given;
    const { terminal, say } = context;
    const { env } = terminal;
    refuseSecret('--endpoint', endpoint);
    if (sparql !== undefined) refuseSecret('--sparql', sparql);
    const access = {
      authentication: chooseAuthentication(given.auth, given.user ?? env.TINKUY_STORE_USER, env),
      patience: hurry({ ...patience, timeout: 1000 * given.timeout }, env),
    };
    const client = createStoreClient({ ...access, endpoint, parameter: given.graphParameter });
    const progress = createProgress(terminal);
    const loading = { client, endpoint, verify, progress, context };
    const asked =
      sparql === undefined
        ? undefined
        : (await import('../create-sparql-client.ts')).createSparqlClient({ ...access, sparql });
    const large: PushLarge = async (upload) => {
      const { pushLarge } = await import('../push-large.ts');
      const { compareTallies, comparePredicates } = await import('../../linked/push/compare-tallies.ts');
      const reading = { ...(await readingOfTriples()), compareTallies, comparePredicates };
      await pushLarge(upload, { ...loading, countIn: asked?.count, copy: asked?.copy, reading });
    };
    const pushes =
      given.file === undefined
        ? await planProject(given.project, loading, large)
        : await planFile(path.resolve(terminal.cwd, given.file), given.graph, large);
    let failed = 0;
    try {
      for (const push of pushes) {
        try {
          await push();
        } catch (error) {
          // A graph that cannot be loaded costs itself; a store that is not there costs the rest.
          if (!(error instanceof HostFailure) || (error instanceof HttpFailure && error.isOfServer))
            throw error;
          progress.clear();
          terminal.writeError(`${tellFailure(error, say)}\n`);
          failed += 1;
        }
      }
    } finally {
      progress.clear();
    }
    return failed > 0 ? exitCodes.host : exitCodes.clean;
  },
});

type PushLarge = (upload: LargeUpload) => Promise<void>;

async function readingOfTriples(): Promise<TripleReading> {
  const { createGraphTally } = await import('../../linked/push/create-graph-tally.ts');
  const { readTripleLine } = await import('../../linked/push/read-triple-line.ts');
  return { createGraphTally, readTripleLine };
}

/** What a build wrote, a graph for each publication. @throws UsageError where nothing is built */
async function planProject(
  folder: string,
  loading: Omit<Loading, 'graphs'>,
  large: PushLarge,
): Promise<(() => Promise<void>)[]> {
  const { openFolder } = await import('../open-folder.ts');
  const { pushUpload } = await import('../push-upload.ts');
  const { planPush } = await import('../../linked/push/plan-push.ts');
  const { compareLoaded } = await import('../../linked/push/compare-loaded.ts');
  const { findUnrestorable } = await import('../../linked/push/read-stored.ts');
  const { readDescriptions } = await import('../read-descriptions.ts');
  const { root } = openFolder(folder, loading.context.terminal, { withMemory: false });
  const full = (at: string) => path.join(root, at);
  const plans = planPush(readDescriptions(root), (at) => existsSync(full(at)));
  if (plans.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
  return plans.map((plan) => async () => {
    if (statSync(full(plan.path)).size > heldMax) {
      for (const one of await survey(full(plan.path), true)) await large({ ...plan, ...one });
      return;
    }
    const text = readFileSync(full(plan.path), 'utf8');
    const triples = text.split('\n').filter((line) => line !== '').length;
    await pushUpload({ ...plan, text, triples }, { ...loading, graphs: { compareLoaded, findUnrestorable } });
  });
}

/** The graphs of a file. @throws UsageError where it is none, or a graph has no name */
async function planFile(
  file: string,
  graph: string | undefined,
  large: PushLarge,
): Promise<(() => Promise<void>)[]> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError('noFile', { path: file });
  if (graph !== undefined && !/^[a-z][a-z0-9+.-]*:[^<>"{}|^`\\\s]+$/i.test(graph))
    throw new UsageError('invalidValue', { option: '--graph', found: graph, expected: 'https://…' });
  const graphs = await survey(file, graph !== undefined);
  return graphs.map((one) => async () => {
    const current = graph ?? one.graph;
    if (current === undefined)
      throw new UsageError('missingOption', { option: '--graph', expected: 'https://…' });
    await large({ ...one, current, version: undefined });
  });
}

async function survey(file: string, isOne: boolean): Promise<FileGraph[]> {
  const { surveyTriples } = await import('../survey-triples.ts');
  const { NoTriple } = await import('../read-triples.ts');
  const { quoteAnswer } = await import('../quote-answer.ts');
  try {
    return await surveyTriples(file, await readingOfTriples(), isOne);
  } catch (error) {
    if (!(error instanceof NoTriple)) throw error;
    const found = quoteAnswer(error.found, { keepsTags: true });
    throw new UsageError('noTriples', { path: file, line: String(error.line), found });
  }
}
