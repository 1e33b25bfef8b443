import type { ProjectFiles, SourceFile, TextSources } from '../../model.ts';
import type { TextOutcome } from '../../publish/text-outcome.ts';
import type { TextMemory } from '../cache/open-text-memory.ts';
import type { Inputs } from '../cache/run-record.ts';
import { digestSource } from '../digest-source.ts';
import { listTextKeys } from '../pool/text-keys.ts';

/**
 * Remembers what each text came to last, with its files, for as long as nothing changes that it can depend on. Only what is right is kept: a
 * finding on a mistake may propose what another text has.
 */
export function createTextMemory(): (files: ProjectFiles) => Pick<TextMemory, 'known' | 'made'> {
  const digests = new WeakMap<SourceFile, string>();
  const digestOf = (file: SourceFile): string => {
    const known = digests.get(file) ?? digestSource(file);
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
