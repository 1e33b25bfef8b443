import type {
  Diagnostic,
  Language,
  OwnRuleId,
  ProjectFiles,
  SegmentKind,
  Severity,
  SourceFile,
  Staged,
} from '../model.ts';
import { createSchemaCheck, type SchemaCheck } from '../rules/create-schema-check.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { OwnPatternRule, OwnRules } from '../rules/own/own-rules.ts';
import type { Expectation } from '../rules/patterns/find-breaches.ts';
import { rules } from '../rules/rules.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { isObject } from '../values/json-value.ts';
import { checkOwnRule } from './check-own-rule.ts';
import { listOwnRuleFiles } from './own-rule-files.ts';
import { toJson } from './to-json.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

type Compile = typeof import('../rules/patterns/compile-linear.ts').compileLinear;

/** A file of rules/ that schemas/rules.json accepts. */
export interface OwnRuleFile {
  pattern: string;
  except?: string;
  wholeWords?: boolean;
  expects?: Expectation;
  languages?: Language[];
  scope?: string | string[];
  severity?: Severity;
  suggestion?: string | Record<Language, string>;
  message: Record<Language, string>;
}

interface OwnRuleInput {
  id: OwnRuleId;
  file: SourceFile;
  check: SchemaCheck;
  compile: Compile;
  /** Of the editions; empty where they are not known. */
  languages: readonly Language[];
  /** That a message may be in besides: those of the tool. */
  spoken: readonly Language[];
}

/**
 * Reads the rules that a project wrote, rules/<id>.yaml. A rule with a mistake is left out.
 * Findings: own-rule-has-an-id-of-its-own, own-rule-is-well-formed, own-rule-pattern-can-be-run,
 * own-rule-has-a-message-in-every-language, those of a YAML file.
 *
 * @param languages of the editions
 */
export async function readOwnRules(
  { builtin, own }: ProjectFiles,
  languages: readonly Language[],
): Promise<Staged<OwnRules>> {
  const files = listOwnRuleFiles(own);
  const value: OwnRules = { rules: [], unread: [] };
  if (files.length === 0) return { value, diagnostics: [] };
  // Nobody waits for the engine who has no rules of their own.
  const { compileLinear: compile } = await import('../rules/patterns/compile-linear.ts');
  const check = createSchemaCheck(builtin, 'schemas/rules.json');
  const spoken = builtin.flatMap(({ path }) => /^locales\/([^/]+)\/edition\.json$/.exec(path)?.[1] ?? []);
  const diagnostics: Diagnostic[] = [];
  for (const [index, { file, id }] of files.entries()) {
    const first = files.slice(0, index).find((other) => other.id === id);
    const problems = checkId(id, file, first?.file);
    const read = readOwnRule({ id, file, check, compile, languages, spoken });
    diagnostics.push(...problems, ...read.diagnostics);
    if (problems.length === 0 && read.value) value.rules.push(read.value);
    else value.unread.push(id);
  }
  return { value, diagnostics };
}

function checkId(id: string, file: SourceFile, first: SourceFile | undefined): Diagnostic[] {
  const report = (context: string, related: Diagnostic['related'] = []): Diagnostic[] => [
    diagnose('own-rule-has-an-id-of-its-own', startOfFile(file.path), { context, found: id }, related),
  ];
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return report('form');
  if (Object.hasOwn(rules, id)) return report('known');
  return first ? report('twice', [{ location: startOfFile(first.path), role: 'first' }]) : [];
}

function readOwnRule(reading: OwnRuleInput): Staged<OwnPatternRule | undefined> {
  const { file, id } = reading;
  const { value: source, diagnostics } = readYaml(file);
  const { root } = source;
  const value = root && toJson(root);
  if (!root || !isObject(value)) {
    const place = root ? source.locate(root) : source.start;
    const found = JSON.stringify(value ?? null);
    const problem = diagnose('own-rule-is-well-formed', place, { context: 'object', found });
    return { value: undefined, diagnostics: diagnostics.length > 0 ? diagnostics : [problem] };
  }
  const checked = checkOwnRule({ ...reading, source, root, value });
  const all = [...diagnostics, ...checked.diagnostics];
  // Without a message in some language a rule still says something in the others.
  const isUsable = all.every(({ rule }) => rule === 'own-rule-has-a-message-in-every-language');
  if (!isUsable || !checked.value) return { value: undefined, diagnostics: all };
  const given = value as unknown as OwnRuleFile;
  const { severity = 'warning', message, languages, expects = 'absent', suggestion } = given;
  const { sides, kinds } = readScope(given.scope ?? []);
  return {
    value: {
      rule: { id, path: file.path, severity, message },
      pattern: checked.value,
      expects,
      languages,
      // What a text has cannot be compared with its source: it is the source.
      ofText: sides.length === 0 ? expects === 'absent' : sides.includes('text') && expects === 'absent',
      ofTranslation: sides.length === 0 || sides.includes('translation'),
      kinds: kinds.length === 0 ? undefined : kinds,
      suggestion: (language) => (typeof suggestion === 'object' ? suggestion[language] : suggestion),
      location: placeOfScope(source, root, given),
    },
    diagnostics: all,
  };
}

/** Names of sides and of kinds of segments, which stand in one list. */
function readScope(scope: string | string[]): { sides: string[]; kinds: SegmentKind[] } {
  const isSide = (name: string) => name === 'text' || name === 'translation';
  const names = [scope].flat();
  return {
    sides: names.filter(isSide),
    kinds: names.filter((name): name is SegmentKind => !isSide(name)),
  };
}

function placeOfScope(
  source: YamlSource,
  root: NonNullable<YamlSource['root']>,
  { scope, languages }: OwnRuleFile,
): OwnPatternRule['location'] {
  if (scope !== undefined) return source.locatePath(root, 'scope');
  return languages === undefined ? startOfFile(source.start.path) : source.locatePath(root, 'languages');
}
