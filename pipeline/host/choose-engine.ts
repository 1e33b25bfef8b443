import type { EngineAccess, TranslationEngine } from '../translation/draft/engine.ts';
import { oneOf } from './parameters.ts';
import { refuseSecret } from './refuse-secret.ts';
import { UsageError } from './usage-error.ts';

/** The engines there are; see catalog/create-engine.ts. */
export interface Engines {
  engineNames: readonly string[];
  needsModel: (name: string) => boolean;
  createEngine: (name: string, access: EngineAccess) => TranslationEngine;
}

/**
 * An engine with its address and key out of the environment, where they are not seen in a list of processes:
 * TINKUY_<ENGINE>_URL, TINKUY_<ENGINE>_KEY, TINKUY_<ENGINE>_MODEL.
 * @throws UsageError where there is no such engine, or its address or model is missing
 */
export function chooseEngine(
  given: string | undefined,
  { engineNames, needsModel, createEngine }: Engines,
  env: Readonly<Record<string, string | undefined>>,
): TranslationEngine {
  if (given === undefined) {
    throw new UsageError('missingOption', { option: '--engine', expected: engineNames.join(', ') });
  }
  const engine = oneOf('--engine', given, engineNames);
  const nameOf = (part: string) => `TINKUY_${engine.toUpperCase()}_${part}`;
  const need = (part: string): string => {
    const value = env[nameOf(part)];
    if (!value) throw new UsageError('missingVariable', { name: nameOf(part) });
    return value;
  };
  const url = need('URL');
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new UsageError('invalidAddress', { name: nameOf('URL'), address: url });
  }
  refuseSecret(nameOf('URL'), url);
  const model = needsModel(engine) ? need('MODEL') : undefined;
  return createEngine(engine, { url, key: env[nameOf('KEY')] || undefined, model });
}
