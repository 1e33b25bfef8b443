import { createHash } from 'node:crypto';
import type { Recall } from '../model.ts';

/** What builds have asked, for as long as it is asked again. */
export interface AnswerStore {
  recall: Recall;
  /** A build begins: what neither it asks nor the one before it has asked is let go. */
  begin(): void;
  /** What was asked since the last beginning, undefined for what is held elsewhere, and whether some of it was not known before. */
  asked(): { answers: ReadonlyMap<string, string | undefined>; isNew: boolean };
}

/** Where the JSON of answers is held by the digests of their questions. */
export interface AnswerShelf {
  find: (question: string) => string | undefined;
  /** It need not take all. */
  add: (question: string, text: string) => void;
}

/** @param elsewhere holds the answers; they are held here unless given */
export function createAnswers(elsewhere?: AnswerShelf): AnswerStore {
  let before = new Map<string, string | undefined>();
  let now = new Map<string, string | undefined>();
  let isNew = false;
  const find = (question: string): string | undefined => {
    const own = now.get(question) ?? before.get(question);
    const text = own ?? elsewhere?.find(question);
    if (text !== undefined) now.set(question, own);
    return text;
  };
  const keep = <T>(question: string, made: T): T => {
    const text = JSON.stringify(made);
    elsewhere?.add(question, text);
    now.set(question, elsewhere ? undefined : text);
    isNew = true;
    return made;
  };
  const recall = <T>(name: string, read: readonly string[], answer: () => T): T => {
    const question = digestOf(name, read);
    const text = find(question);
    return text === undefined ? keep(question, answer()) : (JSON.parse(text) as T);
  };
  const later: Recall['later'] = async <T>(
    name: string,
    read: readonly string[],
    answer: () => Promise<T>,
  ): Promise<T> => {
    const question = digestOf(name, read);
    const text = find(question);
    return text === undefined ? keep(question, await answer()) : (JSON.parse(text) as T);
  };
  return {
    recall: Object.assign(recall, { later }),
    begin: () => {
      [before, now, isNew] = [now, new Map(), false];
    },
    asked: () => ({ answers: now, isNew }),
  };
}

/** SHA-256 of the name and of what was read, each after its length, so that no two questions are written alike. */
function digestOf(name: string, read: readonly string[]): string {
  const lengths = [name, ...read].map(({ length }) => length).join(' ');
  const hash = createHash('sha256').update(lengths).update(name);
  // Joined, what is long would be copied once more than it has to be.
  for (const part of read) hash.update(part);
  return hash.digest('hex');
}
