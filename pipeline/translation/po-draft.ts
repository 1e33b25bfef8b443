import type { Remark } from '../model.ts';
import type { PoEntry } from './po-file.ts';
import { createLocate, type QuotedRun } from './po-positions.ts';
import { readQuotedText } from './po-strings.ts';

type Keyword = 'msgctxt' | 'msgid' | 'msgstr' | 'other';

/** A string while it is read line by line. */
interface Field {
  keyword: Keyword;
  value: string;
  runs: QuotedRun[];
  /** 0-based column and line of its first opening quotation mark. */
  inside: { line: number; column: number; offset: number };
}

/** An entry while it is read line by line. */
export interface Draft {
  comments: string[];
  remarks: Remark[];
  previous: string[];
  fields: Field[];
  body: string[];
  obsolete: boolean;
  /** Has strings that the pipeline has no use for: plural forms. */
  plural: boolean;
  broken: boolean;
  first: { text: string; line: number; offset: number } | undefined;
}

/** The keyword that a line begins with. */
export const keywordLine = /^(msgctxt|msgid_plural|msgid|msgstr\[\d+\]|msgstr)(?=[\s"]|$)/;

export function newDraft(): Draft {
  return {
    comments: [],
    remarks: [],
    previous: [],
    fields: [],
    body: [],
    obsolete: false,
    plural: false,
    broken: false,
    first: undefined,
  };
}

export function newField(keyword: string, place: { line: number; offset: number }, inside: number): Field {
  const known = keyword === 'msgctxt' || keyword === 'msgid' || keyword === 'msgstr';
  return {
    keyword: known ? keyword : 'other',
    value: '',
    runs: [],
    inside: { line: place.line, column: inside, offset: place.offset + inside },
  };
}

export function hasField(draft: Draft, keyword: Keyword): boolean {
  return draft.fields.some((field) => field.keyword === keyword);
}

/** Whether a comment now belongs to the next entry. */
export function isComplete(draft: Draft): boolean {
  const last = draft.fields.at(-1)?.keyword;
  return last === 'msgstr' || (draft.plural && last === 'other');
}

/** Whether a keyword line belongs to the next entry. */
export function startsEntry(draft: Draft, keyword: string, obsolete: boolean): boolean {
  if (draft.body.length === 0) return false;
  if (draft.obsolete !== obsolete) return true;
  if (keyword === 'msgctxt' || draft.fields.length === 0) return true;
  return keyword === 'msgid' && !draft.fields.every((field) => field.keyword === 'msgctxt');
}

export function closeDraft(draft: Draft, path: string): PoEntry {
  const find = (keyword: Keyword): Field | undefined =>
    draft.fields.find((field) => field.keyword === keyword);
  const msgstr = find('msgstr');
  const inside = msgstr?.inside ?? {
    line: draft.first?.line ?? 1,
    column: 0,
    offset: draft.first?.offset ?? 0,
  };
  const empty = { line: inside.line, column: inside.column + 1, offset: inside.offset };
  const locate = createLocate(path, msgstr?.runs ?? [], empty);
  const flags = draft.comments
    .filter((line) => line.startsWith('#,'))
    .flatMap((line) => line.slice(2).split(','))
    .map((flag) => flag.trim())
    .filter((flag) => flag !== '');
  return {
    comments: draft.comments.filter((line) => !/^#[.:,]/.test(line)),
    remarks: draft.remarks,
    extracted: textsOf(draft.comments, '#.'),
    references: textsOf(draft.comments, '#:'),
    flags: flags.filter((flag) => flag !== 'fuzzy'),
    fuzzy: flags.includes('fuzzy'),
    obsolete: draft.obsolete,
    previous: readPrevious(draft.previous),
    msgctxt: find('msgctxt')?.value,
    msgid: find('msgid')?.value ?? '',
    msgstr: msgstr?.value ?? '',
    body: draft.body.join('\n'),
    readable: !draft.broken && !draft.plural,
    location: locate(0, msgstr?.value.length ?? 0),
    locate,
  };
}

function textsOf(comments: string[], mark: string): string[] {
  return comments.filter((line) => line.startsWith(mark)).map((line) => line.slice(2).trim());
}

/** Strings of "#| msgid …" lines; those that cannot be read are left out, they are not the author's. */
function readPrevious(lines: string[]): PoEntry['previous'] {
  const strings: Record<string, string> = {};
  let current: string | undefined;
  for (const line of lines) {
    const content = line.replace(/^#~?\|\s*/, '');
    const keyword = keywordLine.exec(content)?.[1];
    current = keyword ?? current;
    if (current === undefined) continue;
    const { value } = readQuotedText(content, keyword?.length ?? 0, { line: 1, offset: 0 });
    strings[current] = (strings[current] ?? '') + value;
  }
  const { msgid, msgctxt } = strings;
  return msgid === undefined ? undefined : { msgid, msgctxt, lines };
}
