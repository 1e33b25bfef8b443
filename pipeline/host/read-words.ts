import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, SourceFile } from '../model.ts';
import { createFurniture, type Translate } from '../project/furniture.ts';
import { tellOwn } from '../rules/own/tell-own.ts';
import type { ReportWords } from '../rules/report/report.ts';
import { packageRoot } from './package-root.ts';

/** Reads the words of the command line in a language: `say('usage.title')`. */
export function readCommandWords(language: string): Translate {
  const translate = createFurniture(readLocales(language, ['cli.json']), language);
  return (key, values) => translate(`cli:${key}`, values);
}

/** Reads the words of a report on these diagnostics; rules of the project's own bring theirs. */
export function readReportWords(
  language: string,
  say: Translate,
  diagnostics: readonly Diagnostic[],
): ReportWords {
  const isOurs = diagnostics.some(({ own }) => own === undefined);
  const translate = createFurniture(isOurs ? readLocales(language, ['rules.json']) : [], language);
  const text = ({ rule, own, values }: Diagnostic, part: 'message' | 'help') => {
    if (own) return tellOwn(own, clipValues(values), { language, say })[part];
    const found = translate(`rules:${rule}.${part}`, clipValues(values));
    return found === `${rule}.${part}` ? '' : found;
  };
  return {
    message: (finding) =>
      text(finding, 'message') || `${finding.rule} ${JSON.stringify(clipValues(finding.values))}`,
    help: (finding) => text(finding, 'help'),
    say,
  };
}

/** Longest value that a message quotes, in UTF-16 code units: a value may be a whole paragraph. */
const valueMax = 300;

function clipValues(values: Diagnostic['values']): Diagnostic['values'] {
  const clip = (value: string | number) =>
    typeof value === 'string' && value.length > valueMax
      ? `${value.slice(0, valueMax).replace(/[\uD800-\uDBFF]$/, '')}…`
      : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clip(value)]));
}

function readLocales(language: string, names: readonly string[]): SourceFile[] {
  const paths = [...new Set(['en', language])].flatMap((folder) =>
    names.map((name) => `locales/${folder}/${name}`),
  );
  return paths.flatMap((at) => {
    const full = path.join(packageRoot, at);
    return existsSync(full) ? [{ path: at, text: readFileSync(full, 'utf8') }] : [];
  });
}
