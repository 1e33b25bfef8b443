import type { MovedMention } from './moved-mentions.ts';
import { isEmphasis, isWritten, type OwnCode } from './own-codes.ts';
import type { PublishedToken, ShownSegment } from './own-words.ts';
import type { SegmentWriter } from './segment-writer.ts';
import type { EditStep } from './steps-between.ts';
import type { BlockToken, InlineMarkup } from './tokens.ts';

/** Why an edit cannot be taken over. */
export interface Problem {
  kind: 'link-removed' | 'link-added' | 'written';
  /** Words, or the code, that it is about. */
  found: string;
  /** Of the edited block; undefined where something is missing there. */
  token: BlockToken | undefined;
  /** Address of the published link that it is about. */
  url: string | undefined;
}

/** A block while its edit is carried over to its segments: what is known of it, and what comes of it. */
export interface CarriedBlock {
  published: readonly PublishedToken[];
  segments: ReadonlyMap<number, ShownSegment>;
  edited: readonly BlockToken[];
  /** Published codes by the edited ones that they are. */
  pairs: ReadonlyMap<InlineMarkup, InlineMarkup>;
  ownCodes: ReadonlyMap<InlineMarkup, OwnCode>;
  /** Mentions that stand elsewhere now, by the edited token that they begin at. */
  moved: ReadonlyMap<number, MovedMention>;
  writers: ReadonlyMap<number, SegmentWriter>;
  problems: Problem[];
  /** Index of the edited token before which the words of a moved mention end. */
  skipped: number;
}

/** Carries one step of an edit over; `at` is the index of the published token that it begins with. */
export function carryStep(step: EditStep, at: number, block: CarriedBlock): void {
  if (step.isSame) for (const [index, token] of step.removed.entries()) keep(token, step.added[index], block);
  else change(step, at, block);
}

function keep(token: PublishedToken, now: BlockToken | undefined, block: CarriedBlock): void {
  if (token.code) {
    if (now) writeCode(now, true, block);
  } else if (token.own) {
    block.writers.get(token.own.segment)?.keep(token.own.item);
  }
}

/** New tokens in the place of old ones. */
interface StepReplacement {
  /** The segment that new words go to. */
  owner: number | undefined;
  /** Whether they stand for words that are gone. */
  replaces: boolean;
  /** Whether it has been told that words of the writer's were edited. */
  isTold: boolean;
}

function change({ removed, added }: EditStep, at: number, block: CarriedBlock): void {
  const { writers, problems } = block;
  const texts = removed.filter((token) => token.kind === 'text');
  const own = texts.flatMap((token) => token.own ?? []);
  const lost = texts.find((token) => !token.own && !isMovedWith(token, block));
  const [first, ...rest] = own;
  if (lost) {
    problems.push({ kind: 'written', found: lost.form, token: added[0], url: urlOf(lost) });
  }
  const owner = first?.segment ?? neighbour(at, removed.length, block);
  if (first) writers.get(first.segment)?.drop(first.item);
  const replacement = { owner, replaces: first !== undefined, isTold: lost !== undefined };
  for (const token of added) {
    if (token.code) writeNewCode(token, token.code, replacement, block);
    else writeWord(token, replacement, block);
  }
  for (const { segment, item } of rest) writers.get(segment)?.drop(item);
}

function writeNewCode(
  token: BlockToken,
  code: InlineMarkup,
  { owner }: StepReplacement,
  block: CarriedBlock,
): void {
  if (block.pairs.has(code)) writeCode(token, false, block);
  else if (isEmphasis(code)) {
    if (owner !== undefined)
      block.writers.get(owner)?.insert({ form: token.form, raw: token.form, kind: token.kind });
  } else if (token.kind !== 'close') {
    block.problems.push({ kind: 'link-added', found: code.words || token.form, token, url: undefined });
  }
}

function writeWord(token: BlockToken, replacement: StepReplacement, block: CarriedBlock): void {
  const { pairs, edited, moved, writers } = block;
  const code = findWritten(token.parents, block);
  if (code) {
    const pair = pairs.get(code);
    if (pair && pair.words !== code.words) tellWritten(token, code.url, replacement, block);
    return;
  }
  const index = edited.indexOf(token);
  if (index < block.skipped) return;
  const mention = moved.get(index);
  if (mention) {
    block.skipped = index + mention.length;
    writers.get(mention.segment)?.move(mention.open, mention.close);
    return;
  }
  const { owner, replaces } = replacement;
  const writer = owner === undefined ? undefined : writers.get(owner);
  if (writer) writer.write(token.form, replaces);
  else tellWritten(token, undefined, replacement, block);
}

function tellWritten(
  token: BlockToken,
  url: string | undefined,
  replacement: StepReplacement,
  { problems }: CarriedBlock,
): void {
  if (!replacement.isTold) problems.push({ kind: 'written', found: token.form, token, url });
  replacement.isTold = true;
}

function writeCode(now: BlockToken, isInPlace: boolean, block: CarriedBlock): void {
  const pair = now.code && block.pairs.get(now.code);
  const own = pair && block.ownCodes.get(pair);
  if (!own) return;
  const writer = block.writers.get(own.segment);
  const other = block.segments.get(own.segment)?.items[own.open]?.other;
  const item = now.kind === 'close' ? (own.isBlank ? undefined : other) : own.open;
  if (item === undefined) return;
  if (isInPlace) writer?.keep(item);
  else writer?.move(item, item);
}

/** The outermost of some edited codes whose words are the writer's. */
function findWritten(
  parents: readonly InlineMarkup[],
  { pairs, ownCodes }: CarriedBlock,
): InlineMarkup | undefined {
  return parents.find((code) => {
    const pair = pairs.get(code);
    return pair !== undefined && isWritten(pair, ownCodes);
  });
}

/** The segment that words belong to which stand between tokens of the block. */
function neighbour(at: number, length: number, { published, ownCodes }: CarriedBlock): number | undefined {
  const before = published[at - 1];
  const after = published[at + length];
  const ownerOf = (token: PublishedToken | undefined): number | undefined =>
    token?.own?.segment ?? (token?.code && ownCodes.get(token.code)?.segment);
  const last = after ? undefined : published.findLast(({ own }) => own)?.own?.segment;
  return ownerOf(before) ?? ownerOf(after) ?? last;
}

/** Whether words of the writer's stand in a code that stands elsewhere now, with the same words. */
function isMovedWith({ parents }: PublishedToken, { pairs, ownCodes }: CarriedBlock): boolean {
  return parents.some((code) =>
    [...pairs].some(([now, pair]) => pair === code && isWritten(code, ownCodes) && now.words === code.words),
  );
}

function urlOf({ parents }: BlockToken): string | undefined {
  return parents.findLast(({ url }) => url !== undefined)?.url;
}
