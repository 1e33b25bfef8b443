import { findMovedMentions } from './moved-mentions.ts';
import type { PublishedToken, ShownSegment } from './own-words.ts';
import { codesOf, pairCodes } from './pair-codes.ts';
import { createSegmentWriter, type Part } from './segment-writer.ts';
import { type EditStep, stepsBetween } from './steps-between.ts';
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

/** What the segments of a block have to be for the block to read as edited. */
export interface Transfer {
  segments: Map<number, Part[]>;
  problems: Problem[];
}

/**
 * Carries the difference between a published and an edited block over to the segments that the block was written from.
 * What the writer made stays the writer's: where it was edited, that is a problem.
 */
export function transferEdit(
  published: PublishedToken[],
  segments: Map<number, ShownSegment>,
  edited: BlockToken[],
): Transfer {
  const pairs = pairCodes(published, edited);
  const steps = stepsBetween(published, edited, pairs);
  const moved = findMovedMentions(
    segments,
    published,
    steps.filter(({ isSame }) => !isSame),
    edited,
  );
  const writers = new Map(
    [...segments].map(([index, segment]) => [index, createSegmentWriter(segment, moved.suppressed)]),
  );
  const problems: Problem[] = [];
  const ownCodes = new Map<InlineMarkup, { segment: number; open: number; isBlank: boolean }>();
  for (const { code, kind, own } of published) {
    if (!code || !own || kind === 'close') continue;
    const isBlank = kind === 'open' && segments.get(own.segment)?.items[own.item]?.kind === 'whole';
    ownCodes.set(code, { segment: own.segment, open: own.item, isBlank });
  }
  /** Whether the words in a code are not the author's but the writer's. */
  const isWritten = (code: InlineMarkup): boolean =>
    code.type === 'link' && (ownCodes.get(code)?.isBlank ?? !ownCodes.has(code));
  const within = (parents: InlineMarkup[]): InlineMarkup | undefined => {
    const partners = parents.map((code) => [pairs.get(code), code] as const);
    return partners.find(([pair]) => pair !== undefined && isWritten(pair))?.[1];
  };

  const kept = new Set(pairs.values());
  for (const code of codesOf(published)) {
    if (kept.has(code)) continue;
    const isMarkup = code.type === 'emphasis' || code.type === 'strong';
    if (ownCodes.has(code)) {
      if (!isMarkup)
        problems.push({
          kind: 'link-removed',
          found: code.words || code.form,
          token: undefined,
          url: code.url,
        });
    } else {
      problems.push({ kind: 'written', found: code.words || code.form, token: undefined, url: code.url });
    }
  }

  let at = 0;
  let skipped = -1;
  /** Whether the step at hand has a problem with the writer's words. */
  let isTold = false;
  steps.forEach((step) => {
    if (step.isSame) for (const [index, token] of step.removed.entries()) keep(token, step.added[index]);
    else change(step);
    at += step.removed.length;
  });
  const written = new Map([...writers].map(([index, writer]) => [index, writer.finish()]));
  for (const [index, parts] of written) {
    for (const [place, { kind, form }] of parts.entries()) {
      if (kind !== 'open' || parts[place + 1]?.kind !== 'close') continue;
      const found = wordsOfCode(segments.get(index), form);
      problems.push({ kind: 'link-removed', found, token: undefined, url: undefined });
    }
  }
  return { segments: written, problems };

  function keep(token: PublishedToken, now: BlockToken | undefined): void {
    if (token.code) {
      if (now) writeCode(now, true);
    } else if (token.own) {
      writers.get(token.own.segment)?.keep(token.own.item);
    }
  }

  function change({ removed, added }: EditStep): void {
    const texts = removed.filter((token) => token.kind === 'text');
    const own = texts.flatMap((token) => token.own ?? []);
    const lost = texts.find((token) => !token.own && !isMovedWith(token));
    const [first, ...rest] = own;
    if (lost) {
      problems.push({ kind: 'written', found: lost.form, token: added[0], url: urlOf(lost) });
    }
    const owner = first?.segment ?? neighbour(removed.length);
    if (first) writers.get(first.segment)?.drop(first.item);
    isTold = lost !== undefined;
    for (const token of added) write(token, owner, first !== undefined);
    for (const { segment, item } of rest) writers.get(segment)?.drop(item);
  }

  function write(token: BlockToken, owner: number | undefined, replaces: boolean): void {
    if (token.code) {
      if (pairs.has(token.code)) writeCode(token, false);
      else if (token.code.type === 'emphasis' || token.code.type === 'strong') {
        if (owner !== undefined)
          writers.get(owner)?.insert({ form: token.form, raw: token.form, kind: token.kind });
      } else if (token.kind !== 'close') {
        problems.push({ kind: 'link-added', found: token.code.words || token.form, token, url: undefined });
      }
      return;
    }
    const code = within(token.parents);
    if (code) {
      const pair = pairs.get(code);
      if (pair && pair.words !== code.words) tellWritten(token, code.url);
      return;
    }
    const index = edited.indexOf(token);
    if (index < skipped) return;
    const mention = moved.places.get(index);
    if (mention) {
      skipped = index + mention.length;
      writers.get(mention.segment)?.move(mention.open, mention.close);
      return;
    }
    const writer = owner === undefined ? undefined : writers.get(owner);
    if (writer) writer.write(token.form, replaces);
    else tellWritten(token, undefined);
  }

  function tellWritten(token: BlockToken, url: string | undefined): void {
    if (!isTold) problems.push({ kind: 'written', found: token.form, token, url });
    isTold = true;
  }

  function writeCode(now: BlockToken, isInPlace: boolean): void {
    const pair = now.code && pairs.get(now.code);
    const own = pair && ownCodes.get(pair);
    if (!own) return;
    const writer = writers.get(own.segment);
    const other = segments.get(own.segment)?.items[own.open]?.other;
    const item = now.kind === 'close' ? (own.isBlank ? undefined : other) : own.open;
    if (item === undefined) return;
    if (isInPlace) writer?.keep(item);
    else writer?.move(item, item);
  }

  /** The segment that words belong to which stand between tokens of the block. */
  function neighbour(length: number): number | undefined {
    const before = published[at - 1];
    const after = published[at + length];
    const ownerOf = (token: PublishedToken | undefined): number | undefined =>
      token?.own?.segment ?? (token?.code && ownCodes.get(token.code)?.segment);
    const last = after ? undefined : published.findLast(({ own }) => own)?.own?.segment;
    return ownerOf(before) ?? ownerOf(after) ?? last;
  }

  /** Whether words of the writer's stand in a code that stands elsewhere now, with the same words. */
  function isMovedWith({ parents }: PublishedToken): boolean {
    return parents.some((code) =>
      [...pairs].some(([now, pair]) => pair === code && isWritten(code) && now.words === code.words),
    );
  }
}

/** Words of the first code of a form in a segment. */
function wordsOfCode(segment: ShownSegment | undefined, form: string): string {
  const items = segment?.items ?? [];
  const open = items.findIndex((item) => item.kind === 'open' && item.form === form);
  const inner = items.slice(open + 1, items[open]?.other);
  return inner.map((item) => (item.kind === 'text' ? item.form : '')).join('');
}

function urlOf({ parents }: BlockToken): string | undefined {
  return parents.findLast(({ url }) => url !== undefined)?.url;
}
