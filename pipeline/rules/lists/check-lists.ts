import type {
  Diagnostic,
  Edition,
  EditionSegment,
  Extraction,
  Glossary,
  LanguageHabits,
  Vocabulary,
} from '../../model.ts';
import { paragraphMax } from '../../text/syntax.ts';
import { diagnose } from '../diagnose.ts';
import type { SegmentSide } from '../quality/quality-rule.ts';
import { readSide } from '../quality/segment-side.ts';
import { findBareItems } from './find-bare-items.ts';
import { findUnlinked, type SaidElsewhere, type Unlinked } from './find-unlinked.ts';
import { linkedAs } from './linked-as.ts';
import { listItems } from './list-items.ts';
import { type ListPart, readPart } from './list-parts.ts';
import { listRuns } from './list-runs.ts';
import type { PlacedMember } from './placed-member.ts';

/** What the lists of an edition are held against. */
export interface ListContext {
  habits: LanguageHabits;
  glossary: Glossary;
  vocabulary: Vocabulary;
  /** Of the edition: what is said elsewhere is no finding. */
  extraction: Extraction;
}

/**
 * Members of lists that have no link where others have: in enumerations within a sentence, and among the items of a list.
 * Findings: list-members-are-linked, one for each member; by the number of the segment.
 */
export function checkLists(edition: Edition, context: ListContext): Map<number, Diagnostic[]> {
  const { language } = edition;
  const said = readSaid(context.extraction);
  const found = new Map<number, Diagnostic[]>();
  const sides = new Map<unknown, SegmentSide>();
  const report = (all: readonly Unlinked<PlacedMember>[]): void => {
    for (const { member, like } of all) {
      const { index } = member.side.edition.segment;
      found.set(index, [...(found.get(index) ?? []), describe(member, like)]);
    }
  };
  for (const segment of edition.segments) {
    if (!isOwn(segment) || segment.markdown.length > paragraphMax) continue;
    const side = readSide(segment, context.vocabulary);
    sides.set(segment.node, side);
    if (side.links.length === 0) continue;
    for (const run of listMembers(side, context)) {
      const isWhole = run.length > 2 && run.slice(1).some(({ isJoined }) => isJoined);
      report(findUnlinked(run, { ...context, language, said, isWhole }));
    }
  }
  for (const items of findBareItems(edition.tree, sides, context.vocabulary))
    report(findUnlinked(items, { ...context, language, said, isWhole: true }));
  return found;
}

function isOwn({ state, segment }: EditionSegment): boolean {
  return (state === 'source' || state === 'translated') && segment.kind !== 'heading';
}

function readSaid({ statements, mentions }: Extraction): SaidElsewhere {
  const related = new Set(statements.map(({ entity, path, value }) => `${entity}#${path} ${String(value)}`));
  const mentioned = new Set(mentions.map(({ entity }) => entity));
  return {
    isRelated: (subject, path, entity) => related.has(`${subject}#${path} ${entity}`),
    isMentioned: (entity) => mentioned.has(entity),
  };
}

/** Enumerations within the sentences of a segment. */
function listMembers(side: SegmentSide, { habits, vocabulary }: ListContext): PlacedMember[][] {
  let masked = side.text;
  for (const { start, end } of side.links)
    masked = `${masked.slice(0, start)}${'x'.repeat(end - start)}${masked.slice(end)}`;
  const functionWords = new Set(habits.functionWords);
  const place = (part: ListPart) => {
    const { start, end } = part.words;
    const words = side.text.slice(start, end);
    return {
      as: part.link && linkedAs(part.link, vocabulary),
      hasLink: part.link !== undefined,
      words,
      isName: part.link ? /^\p{Lu}/u.test(words) : part.isName,
      isUncertain: !(part.isSure && (part.ends || part.item.isJoined)),
      side,
      start,
      end,
      isJoined: part.item.isJoined,
    };
  };
  return listItems(masked, habits).flatMap((items) => {
    const parts = items.map((item) => readPart(item, masked, side.links, functionWords));
    return listRuns(parts).map((run) => run.map(place));
  });
}

function describe(member: PlacedMember, { as, words }: Unlinked<PlacedMember>['like']): Diagnostic {
  const { side, start, end } = member;
  const address = as.path === undefined ? as.entity : `${as.subject}#${as.path}`;
  return {
    ...diagnose('list-members-are-linked', side.locate(start, end), {
      found: member.words,
      like: words,
      address,
    }),
    isOnWords: true,
  };
}
