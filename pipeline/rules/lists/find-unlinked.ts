import type { EntityId, Glossary, Language } from '../../model.ts';
import { type LinkedAs, typeOf } from './linked-as.ts';

/** A member of a list as it is weighed, in running text or as an item of its own. */
export interface Member {
  /** Undefined where no link is there, or where it says something else. */
  as: LinkedAs | undefined;
  hasLink: boolean;
  /** Whether a conjunction stands before it. */
  isJoined: boolean;
  /** Words of the member alone. */
  words: string;
  /** Whether it has a capital, as names have. */
  isName: boolean;
  /** Whether its words may be the end of a longer phrase, or the beginning of one: it is a member only if a name says so. */
  isUncertain: boolean;
}

/** What the text says, wherever. */
export interface SaidElsewhere {
  isRelated: (subject: EntityId, path: string, entity: EntityId) => boolean;
  isMentioned: (entity: EntityId) => boolean;
}

interface Weighing {
  glossary: Glossary;
  language: Language;
  said: SaidElsewhere;
  /** Whether the list ends as lists do, so that common nouns between linked members are members, too. */
  isWhole: boolean;
}

/** A member without a link, with the one whose link it should have been given, too. */
export interface Unlinked<M extends Member> {
  member: M;
  like: M & { as: LinkedAs };
}

/**
 * Members that have no link, where others of their list are linked alike. Who bears the name of an entity is one if the relation
 * can lead to that entity and the text says it nowhere else; any other words are one beside two linked members of the same sort, and
 * only where no more are without a link than with one.
 */
export function findUnlinked<M extends Member>(members: readonly M[], weighing: Weighing): Unlinked<M>[] {
  const linked = members.filter((member): member is M & { as: LinkedAs } => member.as !== undefined);
  const bare = members.filter(({ hasLink }) => !hasLink);
  // Two with a comma between them may be a place and where it lies.
  const least = members.slice(1).some(({ isJoined }) => isJoined) ? 1 : 2;
  if (linked.length < least || bare.length === 0 || isPairs(members)) return [];
  return bare.flatMap((member): Unlinked<M>[] => {
    const named = weighing.glossary
      .named(member.words, weighing.language)
      .filter(({ label }) => label.role !== 'avoided')
      .map(({ term }) => term.entity);
    const like =
      named.length > 0
        ? linked.find(({ as }) => named.some((entity) => isMissing(entity, as, linked, weighing.said)))
        : linked.find((each) => isAlike(member, each, { members, linked, bare }, weighing));
    return like ? [{ member, like }] : [];
  });
}

/** "Quito, Ecuador, and Bogotá, Colombia": every second one tells of the one before. */
function isPairs(members: readonly Member[]): boolean {
  return members.length > 3 && members.every(({ hasLink }, index) => hasLink === (index % 2 === 0));
}

function isMissing(
  entity: EntityId,
  as: LinkedAs,
  linked: readonly { as: LinkedAs }[],
  said: SaidElsewhere,
): boolean {
  const { subject, path, property } = as;
  if (!property || subject === undefined || path === undefined)
    return as.kind === typeOf(entity) && !said.isMentioned(entity);
  const alike = linked.filter(({ as: other }) => other.kind === as.kind);
  const subjects = alike.map(({ as: other }) => other.subject ?? '');
  const types =
    property.range.length > 0 ? property.range : alike.map(({ as: other }) => typeOf(other.entity));
  if (!types.includes(typeOf(entity)) || subjects.includes(entity)) return false;
  const isOne = new Set(subjects).size === 1;
  if (isOne && !property.many) return false;
  return isOne || alike.length > 1 ? !subjects.some((one) => said.isRelated(one, path, entity)) : false;
}

function isAlike<M extends Member>(
  member: M,
  { as }: { as: LinkedAs },
  {
    members,
    linked,
    bare,
  }: Record<'members' | 'bare', readonly M[]> & { linked: readonly (M & { as: LinkedAs })[] },
  { isWhole }: Weighing,
): boolean {
  const alike = linked.filter(({ as: other }) => other.kind === as.kind);
  if (alike.length < 2 || alike.length < bare.length || member.isUncertain) return false;
  const subjects = new Set(alike.map(({ as: other }) => other.subject));
  if (as.property && !as.property.many && subjects.size === 1) return false;
  if (member.isName) return alike.every(({ isName }) => isName);
  if (!isWhole || member.isJoined || as.property === undefined || subjects.size > 1) return false;
  const at = members.indexOf(member);
  const neighbors = [
    members.slice(0, at).findLast((one) => one.hasLink),
    members.slice(at).find((one) => one.hasLink),
  ];
  return neighbors.every((one) => one?.as?.kind === as.kind && !one.isName);
}
