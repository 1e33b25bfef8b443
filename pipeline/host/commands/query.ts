import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../model.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { choice, optionalText, positive, textOr } from '../parameters.ts';
import { forPeople } from '../reporting.ts';
import { UsageError } from '../usage-error.ts';

/** `tinkuy query`: answers a SPARQL query, or one in a file, over what was built. */
export const queryCommand = defineCommand({
  arguments: { query: textOr('', 'help.sparql'), project: textOr('.', 'help.project') },
  options: {
    format: choice(['table', 'json', 'csv', 'spreadsheet', 'turtle'], undefined, 'help.optionQueryFormat'),
    // Language of labels.
    labels: optionalText('help.optionLabels', '<language>'),
    timeout: positive(30, 'help.optionTimeout', '<seconds>'),
    memory: positive(1024, 'help.optionMemory', '<MiB>'),
  },
  action: async ({ query: asked, project: folder, format, labels, timeout: time, memory }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { readPublishedData } = await import('../read-published-data.ts');
    const { terminal, say } = context;
    const project = openFolder(folder, terminal, { withMemory: false });
    const data = [...readPublishedData(project.root).values()];
    if (data.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
    const source = readQuery(asked, terminal.cwd);
    const { query } = await import('../../linked/dataset/query.ts');
    const { runQuery } = await import('../run-query.ts');
    const { value, diagnostics } = await query(
      { query: source, files: project.value, data, format, labels, width: terminal.columns },
      { runQuery: (request) => runQuery(request, { time, memory }), say },
    );
    if (value === undefined) {
      const { readConfiguration } = await import('../../project/read-configuration.ts');
      const { resolveSeverity } = await import('../../rules/resolve-severity.ts');
      const { printFindings } = await import('../print-findings.ts');
      const bounded = diagnostics.map((finding) => ({
        ...finding,
        values: { ...finding.values, time, memory },
      }));
      const chosen = readConfiguration(project.value).value.rules;
      // Why there is no answer is always told, also where its rule is off.
      const rules = resolveSeverity(bounded, chosen, false).length > 0 ? chosen : {};
      const inspection = { root: terminal.cwd, diagnostics: bounded, rules, files: [source] };
      await printFindings(inspection, forPeople, context);
      return exitCodes.findings;
    }
    if ('formats' in value) {
      const [option, found] = ['--format', format ?? ''];
      throw new UsageError('invalidValue', { option, found, expected: value.formats.join(', ') });
    }
    terminal.write(value.text);
    return exitCodes.clean;
  },
});

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
