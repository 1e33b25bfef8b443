import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Node } from 'yaml';
import type { Diagnostic, JsonObject, Language, Location, SourceFile, Staged } from '../model.ts';
import type { SchemaCheck } from '../rules/create-schema-check.ts';
import { describeErrors, describeUnknown } from '../rules/describe-errors.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { LinearPattern } from '../rules/patterns/compile-linear.ts';
import { isObject } from '../values/json-value.ts';
import type { YamlSource } from './yaml-source.ts';

/** A file of rules/ while it is read. */
interface OwnRuleForm {
  file: SourceFile;
  source: YamlSource;
  root: Node;
  value: JsonObject;
  check: SchemaCheck;
  compile: typeof import('../rules/patterns/compile-linear.ts').compileLinear;
  /** Of the editions; empty where they are not known. */
  languages: readonly Language[];
  /** That a message may be in besides. */
  spoken: readonly Language[];
}

const form = 'own-rule-is-well-formed';

/**
 * Holds a file of rules/ against schemas/rules.json and the project; the value is its pattern, where that can be run.
 * Findings: own-rule-is-well-formed, own-rule-pattern-can-be-run, own-rule-has-a-message-in-every-language.
 */
export function checkOwnRule(reading: OwnRuleForm): Staged<LinearPattern | undefined> {
  const pattern = compilePattern(reading);
  const diagnostics = [
    ...checkForm(reading),
    ...pattern.diagnostics,
    ...checkLanguages(reading),
    ...checkHoles(reading),
    ...checkGroups(reading, pattern.value),
  ];
  return { value: pattern.value, diagnostics };
}

function checkForm({ source, root, value, check }: OwnRuleForm): Diagnostic[] {
  // That a text is none of the allowed ones is said by the text itself.
  const errors = check.findErrors(value).filter(({ keyword }) => keyword !== 'if');
  return describeErrors(errors, value).map(({ path, key, values }, index) => {
    const place = key === undefined ? source.locatePath(root, path) : source.locateKey(root, path, key);
    const variant = ownVariant(errors[index]);
    const told = variant === undefined ? values : { ...values, context: variant };
    // What is missing is missing at the start of what should hold it.
    return diagnose(form, told.context === 'missing' ? { ...place, end: place.start } : place, told);
  });
}

/** Variants of the message that only these files have. */
function ownVariant(error: ErrorObject | undefined): string | undefined {
  if (error?.keyword === 'minLength') return 'emptyText';
  if (error?.keyword === 'uniqueItems') return 'twice';
  return error?.keyword === 'type' && String(error.params.type) === 'string,array'
    ? 'stringOrArray'
    : undefined;
}

function compilePattern({
  file,
  source,
  root,
  value,
  compile,
}: OwnRuleForm): Staged<LinearPattern | undefined> {
  const { pattern, except, wholeWords } = value;
  if (typeof pattern !== 'string' || pattern === '') return { value: undefined, diagnostics: [] };
  const isGiven = typeof except === 'string' && except !== '';
  const compiled = compile(pattern, {
    except: isGiven ? except : undefined,
    wholeWords: wholeWords === true,
  });
  if (!('context' in compiled)) return { value: compiled, diagnostics: [] };
  const { part, context, found, at } = compiled;
  const whole = source.locatePath(root, part);
  const place = at === undefined ? whole : narrow(whole, file.text, found, String(value[part]).slice(0, at));
  const diagnostics = [diagnose('own-rule-pattern-can-be-run', place, { context, found })];
  return { value: undefined, diagnostics };
}

/** The part of a place where words stand, after what stands before them; all of it where they are written otherwise there. */
function narrow(place: Location, text: string, words: string, before: string): Location {
  const from = place.start.offset ?? 0;
  const written = text.slice(from, place.end.offset);
  let at = written.indexOf(words);
  for (const _ of before.split(words).slice(1)) at = written.indexOf(words, at + 1);
  if (at < 0) return place;
  const pointAt = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
  };
  return { path: place.path, start: pointAt(from + at), end: pointAt(from + at + words.length) };
}

/** Languages are those of the editions, and each of these has a message. */
function checkLanguages({ source, root, value, languages, spoken }: OwnRuleForm): Diagnostic[] {
  if (languages.length === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const report = (place: Location, found: string, known: readonly Language[]) =>
    diagnostics.push(diagnose(form, place, describeUnknown(found, known)));
  for (const [index, language] of (Array.isArray(value.languages) ? value.languages : []).entries()) {
    if (typeof language !== 'string' || languages.includes(language)) continue;
    report(source.locatePath(root, `languages/${index}`), language, languages);
  }
  const known = [...new Set([...languages, ...spoken])];
  for (const name of ['message', 'suggestion']) {
    const words = value[name];
    for (const language of isObject(words) ? Object.keys(words) : []) {
      if (!known.includes(language)) report(source.locateKey(root, name, language), language, known);
    }
  }
  const { message } = value;
  const missing = isObject(message) ? languages.filter((language) => !Object.hasOwn(message, language)) : [];
  if (missing.length > 0) {
    const place = source.locateKey(root, '', 'message');
    const values = { expected: languages.join(', '), found: missing.join(', ') };
    diagnostics.push(diagnose('own-rule-has-a-message-in-every-language', place, values));
  }
  return diagnostics;
}

/** A hole that nothing fills would be shown to readers. */
function checkHoles({ source, root, value }: OwnRuleForm): Diagnostic[] {
  if (!isObject(value.message)) return [];
  const names = [
    'found',
    ...(value.suggestion === undefined ? [] : ['suggestion']),
    ...(value.expects === 'same-as-source' ? ['expected'] : []),
  ];
  const expected = names.map((name) => `{{${name}}}`).join(', ');
  return Object.entries(value.message).flatMap(([language, text]) =>
    [...String(text).matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)]
      .filter(([, name = '']) => !names.includes(name))
      .map(([hole]) =>
        diagnose(form, source.locatePath(root, `message/${language}`), {
          context: 'hole',
          expected,
          found: hole,
        }),
      ),
  );
}

/** "$2" in a suggestion is the second group of the pattern. */
function checkGroups({ source, root, value }: OwnRuleForm, pattern: LinearPattern | undefined): Diagnostic[] {
  const { suggestion } = value;
  if (!pattern || suggestion === undefined) return [];
  const texts: [path: string, text: unknown][] = isObject(suggestion)
    ? Object.entries(suggestion).map(([language, text]) => [`suggestion/${language}`, text])
    : [['suggestion', suggestion]];
  return texts.flatMap(([path, text]) =>
    [...String(text).matchAll(/\$\$|\$(\d)/g)]
      .filter(([, group]) => group !== undefined && (group === '0' || Number(group) > pattern.groups))
      .map(([found]) =>
        diagnose(form, source.locatePath(root, path), { context: 'group', expected: pattern.groups, found }),
      ),
  );
}
