import type { ProjectFiles, SourceFile, TextSources } from '../../model.ts';
import type { TextOutcome } from '../../publish/text-outcome.ts';
import type { Inputs } from '../cache/run-record.ts';
import { listTextKeys } from '../pool/text-keys.ts';
import { sha256 } from '../sha256.ts';

/** What the texts of a project come to in a build of a watch, as options of the build. */
export interface RoundMemory {
  known: (name: string, all: readonly TextSources[]) => TextOutcome | undefined;
  made: (outcome: TextOutcome, all: readonly TextSources[]) => void;
}

/**
 * Remembers what each text came to last, with its files, for as long as nothing changes that it can depend on. Only what is right is kept: a
 * finding on a mistake may propose what another text has.
 */
export function createTextMemory(): (files: ProjectFiles) => RoundMemory {
  const digests = new WeakMap<SourceFile, string>();
  const digestOf = (file: SourceFile): string => {
    const known =
      digests.get(file) ?? sha256(file.form ? `${file.text}${JSON.stringify(file.form)}` : file.text);
    digests.set(file, known);
    return known;
  };
  let kept = new Map<string, TextOutcome>();
  return ({ own, builtin }) => {
    const before = kept;
    kept = new Map();
    let keys: ReadonlyMap<string, string> | undefined;
    const keyOf = (name: string, all: readonly TextSources[]): string => {
      keys ??= listTextKeys(listFiles(), all, own).byName;
      return keys.get(name) ?? '';
    };
    const listFiles = (): Inputs => [
      ['(code)', builtin.map(digestOf).join(' ')],
      ...own.map((file) => [file.path, digestOf(file)] as const),
    ];
    return {
      known: (name, all) => {
        const key = keyOf(name, all);
        const outcome = before.get(key);
        if (!outcome) return undefined;
        kept.set(key, outcome);
        return copyOf(outcome);
      },
      made: (outcome, all) => {
        if (!outcome.isHeld && outcome.isProven) kept.set(keyOf(outcome.name, all), copyOf(outcome));
      },
    };
  };
}

/** Whether a text contradicts others is said of it when all are known. */
function copyOf(outcome: TextOutcome): TextOutcome {
  return { ...outcome, diagnostics: [...outcome.diagnostics] };
}
