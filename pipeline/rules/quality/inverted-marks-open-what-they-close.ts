import { type Found, findAll, takeAway } from './find-surplus.ts';
import { hideCodes } from './hide-codes.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'inverted-marks-open-what-they-close';
/** A mark of doubt "(?)" or one that is spoken of ("the sign “!”") closes nothing, nor does one inside a name ("a?.b"). */
const marks = /[¿¡]|(?<![([“‘«]|(?<![\p{L}\p{N}\p{Po}])["'])[?!](?![\p{L}\p{N}=([]|[.:]\p{L})/gu;

/** A question or exclamation that closes has been opened, where the language does so; elsewhere none is opened. */
export const invertedMarksOpenWhatTheyClose: QualityRule = {
  id: rule,
  check: (pair, { source, target }) => {
    const { invertedMarks } = target.habits;
    if (!invertedMarks) return [];
    const found = findWrong(hideCodes(pair.target), invertedMarks);
    if (found.length === 0) return [];
    const own = takeAway(found, findWrong(hideCodes(pair.source), source.habits.invertedMarks ?? {}));
    return own.map((mark) => {
      const context = invertedMarks[mark.text] !== undefined ? 'missing' : 'open';
      const expected = invertedMarks[mark.text] ?? '';
      return reportInTarget(rule, pair, mark, { context, found: mark.text, expected });
    });
  },
};

/** A run of closing marks ("?!") closes one passage; it may be opened by the mark of either. */
function findWrong(text: string, invertedMarks: Record<string, string>): Found[] {
  const openers = new Set(Object.values(invertedMarks));
  const open: Found[] = [];
  const wrong: Found[] = [];
  let closed = -1;
  for (const mark of findAll(marks, text)) {
    const opener = invertedMarks[mark.text];
    if (mark.text === '¿' || mark.text === '¡') {
      if (openers.has(mark.text)) open.push(mark);
      else wrong.push(mark);
    } else if (opener !== undefined) {
      if (open.length > 0) open.length = 0;
      else if (mark.start !== closed) wrong.push(mark);
      closed = mark.end;
    }
  }
  return [...wrong, ...open].sort((a, b) => a.start - b.start);
}
