import { isInUse, type PoEntry, type PoFile } from '../po-file.ts';
import { type ChangeContext, findObstacle, type Obstacle } from './find-obstacle.ts';

/** Which fuzzy entries to confirm: those whose source was only corrected, all, or those at lines of the file. */
export type Choice = 'corrected' | 'all' | ReadonlySet<number>;

/** Why an entry stays fuzzy: an obstacle, or it is not known what it was translated from. */
export type Reason = Obstacle | 'origin' | 'context';

/** A fuzzy entry that was looked at. */
export interface Outcome {
  /** 1-based line of its msgstr. */
  line: number;
  msgid: string;
  /** Undefined where it is confirmed. */
  reason: Reason | undefined;
}

export interface ConfirmedFile {
  file: PoFile;
  /** In the file's order. */
  outcomes: Outcome[];
  /** Lines that were chosen and hold no fuzzy translation. */
  missed: number[];
}

/** Takes the mark "fuzzy" and the previous msgid off the entries that are chosen; nothing else changes. */
export function confirmCatalog(file: PoFile, choice: Choice, context: ChangeContext): ConfirmedFile {
  const isLines = typeof choice !== 'string';
  const lines = isLines ? [...choice].sort((a, b) => a - b) : [];
  const chosen = new Map(lines.map((line) => [line, entryAt(file.entries, line)]));
  const picked = new Set(chosen.values());
  const outcomes: Outcome[] = [];
  const entries = file.entries.map((entry) => {
    if (!isFuzzy(entry) || (isLines && !picked.has(entry))) return entry;
    const reason = choice === 'corrected' ? findReason(entry, context) : undefined;
    outcomes.push({ line: entry.location.start.line, msgid: entry.msgid, reason });
    return reason ? entry : { ...entry, fuzzy: false, previous: undefined };
  });
  const missed = lines.filter((line) => {
    const entry = chosen.get(line);
    return !entry || !isFuzzy(entry);
  });
  return { file: { ...file, entries }, outcomes, missed };
}

function isFuzzy(entry: PoEntry): boolean {
  return isInUse(entry) && entry.fuzzy && entry.msgstr !== '';
}

function findReason(
  { previous, msgctxt, msgid, msgstr }: PoEntry,
  context: ChangeContext,
): Reason | undefined {
  if (!previous) return 'origin';
  if (previous.msgctxt !== undefined && previous.msgctxt !== msgctxt) return 'context';
  return findObstacle({ before: previous.msgid, after: msgid, translation: msgstr }, context);
}

/** The entry that a line belongs to, or comes before: its comments stand above it. */
function entryAt(entries: readonly PoEntry[], line: number): PoEntry | undefined {
  return entries.find(({ location }) => location.end.line >= line);
}
