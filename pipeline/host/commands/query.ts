import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { QueryFormat } from '../../linked/dataset/query.ts';
import type { SourceFile } from '../../model.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';
import { readPublishedData } from '../read-published-data.ts';
import { type Bounds, runQuery } from '../run-query.ts';
import { UsageError } from '../usage-error.ts';

export const queryFormats = ['table', 'json', 'csv', 'turtle'] as const;

export interface QueryOptions extends Bounds {
  format: QueryFormat | undefined;
  /** Language of labels. */
  labels: string | undefined;
}

/** `tinkuy query`: answers a SPARQL query, or one in a file, over what was built. Returns the exit code. */
export async function queryData(
  asked: string,
  folder: string,
  options: QueryOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const data = [...readPublishedData(project.root).values()];
  if (data.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
  const source = readQuery(asked, terminal.cwd);
  const query = await context.ways.query();
  const { value, diagnostics } = await query(
    {
      query: source,
      files: project.value,
      data,
      format: options.format,
      labels: options.labels,
      width: terminal.columns,
    },
    { runQuery: (request) => runQuery(request, options), say },
  );
  if (value === undefined) {
    const bounded = diagnostics.map((finding) => ({
      ...finding,
      values: { ...finding.values, time: options.time, memory: options.memory },
    }));
    const inspection = { root: terminal.cwd, diagnostics: bounded, rules: {}, files: [source] };
    await printFindings(inspection, { strict: false, reporter: 'terminal' }, context);
    return exitCodes.findings;
  }
  if ('formats' in value) {
    const [option, found] = ['--format', options.format ?? ''];
    throw new UsageError('invalidValue', { option, found, expected: value.formats.join(', ') });
  }
  terminal.write(value.text);
  return exitCodes.clean;
}

/** A name that ends in .rq or .sparql is a file; anything else is the query itself. */
function readQuery(asked: string, cwd: string): SourceFile {
  if (!/^[^{}]*\.(?:rq|sparql)$/i.test(asked)) return { path: 'SPARQL', text: asked };
  const full = path.resolve(cwd, asked);
  try {
    if (statSync(full).isFile()) {
      const text = readFileSync(full, 'utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n');
      return { path: path.relative(cwd, full).split(path.sep).join('/'), text };
    }
  } catch {
    // Told as a missing file.
  }
  throw new UsageError('noFile', { path: asked });
}
