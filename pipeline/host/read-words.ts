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
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const text = ({ rule, own, values, phrases = {} }: Diagnostic, part: 'message' | 'help') => {
    const filled = Object.entries(phrases).map(([hole, each]) => {
      const told = each.map((one) => translate(`rules:${rule}.phrase`, markNothing(clipValues(one))));
      return [hole, list.format(told)];
    });
    const shown = { ...markNothing(clipValues(values)), ...Object.fromEntries(filled) };
    const nothing = say('report.nothing');
    if (own) return tellNothing(tellOwn(own, shown, { language, say })[part], nothing);
    const found = tellNothing(translate(`rules:${rule}.${part}`, shown), nothing);
    return found === `${rule}.${part}` ? '' : found;
  };
  return {
    message: (finding) =>
      text(finding, 'message') || `${finding.rule} ${JSON.stringify(clipValues(finding.values))}`,
    help: (finding) => text(finding, 'help'),
    say,
  };
}

/** Longest value that a message quotes, in UTF-16 code units: a value may be a whole paragraph, but a list of keys is told to its end. */
const valueMax = 400;

function clipValues(values: Diagnostic['values']): Diagnostic['values'] {
  const clip = (value: string | number) =>
    typeof value === 'string' && value.length > valueMax
      ? `${value.slice(0, valueMax).replace(/[\uD800-\uDBFF]$/, '')}…`
      : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clip(value)]));
}

/** A noncharacter, which no text that an author wrote comes with into a message: it stands for a value that is not there. */
const absent = '\uFFFF';

/** Marks values without words. The context chooses the message, and is not in it. */
function markNothing(values: Diagnostic['values']): Diagnostic['values'] {
  const mark = (name: string, value: string | number) =>
    name !== 'context' && value === '' ? absent : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mark(name, value)]));
}

/** Puts the word for nothing in the place of such values, and of the quotation marks around them. */
function tellNothing(message: string, nothing: string): string {
  return message.replace(new RegExp(`[“"«\`]?${absent}[”"»\`]?`, 'g'), nothing);
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
