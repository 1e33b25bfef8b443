import { diffArrays } from 'diff';
import type { PublishedToken } from './own-words.ts';
import { codesOf } from './pair-codes.ts';
import type { BlockToken, InlineMarkup } from './tokens.ts';

/** Both blocks where they are the same, or where one has something else than the other. */
export interface EditStep {
  removed: PublishedToken[];
  added: BlockToken[];
  isSame: boolean;
}

/** What has to be done to a published block for it to be the edited one, in the order of the text. */
export function stepsBetween(
  published: PublishedToken[],
  edited: BlockToken[],
  pairs: Map<InlineMarkup, InlineMarkup>,
): EditStep[] {
  const numbers = new Map(codesOf(published).map((code, index) => [code, index]));
  const keyOf = ({ kind, form, code }: BlockToken, pair: InlineMarkup | undefined): string =>
    code ? `${kind} ${(pair && numbers.get(pair)) ?? `new ${form}`}` : `text ${form}`;
  const changes = diffArrays(
    published.map((token) => keyOf(token, token.code)),
    edited.map((token) => keyOf(token, token.code && pairs.get(token.code))),
  );
  const steps: EditStep[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes) {
    const isSame = !added && !removed;
    const last = steps.at(-1);
    const step = last && !isSame && !last.isSame ? last : { removed: [], added: [], isSame };
    if (step !== last) steps.push(step);
    if (!added) step.removed.push(...published.slice(i, i + count));
    if (!removed) step.added.push(...edited.slice(j, j + count));
    if (!added) i += count;
    if (!removed) j += count;
  }
  return steps;
}
