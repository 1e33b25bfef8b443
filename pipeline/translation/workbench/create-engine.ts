/** The engines that `tinkuy catalog draft` knows, by name. A new one is a file in translation/draft/ and a line here. */
import type { EngineAccess, TranslationEngine } from '../draft/engine.ts';
import { createLibretranslate } from '../draft/libretranslate.ts';
import { createOpenai } from '../draft/openai.ts';

const engines: Record<string, { create: (access: EngineAccess) => TranslationEngine; needsModel: boolean }> =
  {
    libretranslate: { create: createLibretranslate, needsModel: false },
    openai: { create: createOpenai, needsModel: true },
  };

export const engineNames = Object.keys(engines);

/** Whether the engine runs one of several models, and must be told which. */
export function needsModel(name: string): boolean {
  return engines[name]?.needsModel ?? false;
}

/** @param name one of engineNames */
export function createEngine(name: string, access: EngineAccess): TranslationEngine {
  const known = engines[name];
  if (!known) throw new RangeError(`No engine ${name}`);
  return known.create(access);
}
