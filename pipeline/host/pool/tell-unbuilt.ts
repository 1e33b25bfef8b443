import type { Diagnostic, TextSources } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { startOfFile } from '../../rules/start-of-file.ts';
import type { TextFailure } from './text-task.ts';

/** What a text would have been built by, where nobody has tried. */
export interface UnbuiltText {
  /** As --shard has it. */
  shard: string;
  /** Address of the store. */
  store: string;
}

/** text-is-built: why nothing came back of a text that was built elsewhere, or was to be. */
export function tellUnbuilt({ article }: TextSources, why: TextFailure | UnbuiltText): Diagnostic {
  const values =
    'kind' in why
      ? { context: why.kind, detail: why.detail.split('\n')[0] ?? '' }
      : { shard: why.shard, store: why.store };
  return diagnose('text-is-built', startOfFile(article.path), values);
}
