import type { Diagnostic, LanguageHabits } from '../../model.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import { type Found, findAll, findSurplus } from './find-surplus.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInMarkdown } from './report-in-markdown.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'spacing-is-clean';
/** A full stop before a letter or digit begins a name (" .NET"); three dots may stand for what is left out. */
const before = / +(?:[,;:?!)\]}»”…]|\.(?![\p{L}\p{N}.]))/gu;
const after = /[([{¿¡“«‘] +/gu;
/** Between two letters a sign is followed by a space; a word of the source ("urn:lex", "3:1") is as it is. */
const missing =
  /(?<=[\p{L}\p{M}”»)])[,;:?!](?=\p{L})|(?<=\p{N})[,;](?=\p{L})|(?<=\p{Ll})[.…](?=\p{Lu}\p{Ll})|(?<=\p{L}{2})\((?=\p{L}{4})|(?<=\p{L})\)(?=\p{L}{2})/gu;

/** Spaces stand where the language has them, one at a time, and none at the ends. */
export const spacingIsClean: QualityRule = {
  id: rule,
  check: (pair, { target: { habits, language } }) => {
    const { text } = pair.target;
    const { text: source } = pair.source;
    const report = (context: string, found: Found[]): Diagnostic[] =>
      found.map((each) => reportInTarget(rule, pair, each, { context, found: each.text }));
    const spaced = new Set(habits.spaceBefore ?? []);
    const opened = new Set(habits.spaceAfter ?? []);
    return [
      ...checkEnds(pair),
      ...report('double', findSurplus(/ {2,}/gu, text, source)),
      ...report(
        'before',
        findSurplus(before, text, source).filter((each) => !spaced.has(each.text.trim())),
      ),
      ...report(
        'after',
        findSurplus(after, text, source).filter((each) => !opened.has(each.text.trim())),
      ),
      ...report(
        'missing',
        findSurplus(missing, text, source).filter((each) => !isOfSource(each, text, source)),
      ),
      ...report(
        'unit',
        findUnits(text, source, habits).filter(
          (each) => !isLanguages(each, pair.target.edition.markdown, language),
        ),
      ),
      ...checkLinks(pair, habits),
    ];
  },
};

/** Space at the ends of a translation, and tabs in it, which the plain text does not show. */
function checkEnds(pair: SegmentPair): Diagnostic[] {
  const { markdown } = pair.target.edition;
  const ends = findAll(/^\s+|\s+$|\t+/gu, markdown);
  return ends.map((each) => {
    const context = each.text.includes('\t') ? 'tab' : 'end';
    return reportInMarkdown(rule, pair, each, { context, found: '' });
  });
}

function isOfSource({ start, end }: Found, text: string, source: string): boolean {
  const from = text.lastIndexOf(' ', start) + 1;
  const to = text.indexOf(' ', end);
  const word = text.slice(from, to < 0 ? text.length : to).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return source.includes(word) || /[/@\\]|\p{L}\.\p{L}+\.\p{L}/u.test(word);
}

/** "70 %" where the language writes "70%"; "15km" where the source has "15 km". */
function findUnits(text: string, source: string, { tightUnits = [] }: LanguageHabits): Found[] {
  const tight = tightUnits.map(escapePattern).join('|');
  const isApart = tight !== '' && /\d /u.test(text);
  const apart = isApart ? findSurplus(new RegExp(`(?<=\\d) (?:${tight})`, 'gu'), text, source) : [];
  const joined = findAll(/(?<=\d)\p{L}[\p{L}²³]*/gu, text).filter(({ text: unit }) =>
    new RegExp(`\\d ${escapePattern(unit)}(?![\\p{L}²³])`, 'u').test(source),
  );
  return [...apart, ...joined];
}

/** Whether a sign stands behind a no-break space where CLDR has one in the language: "27 %" in Spanish. */
function isLanguages({ text: unit }: Found, markdown: string, language: string): boolean {
  const sign = unit.trim();
  const isKnown = /\d[\u00a0\u202f]%/u.test(
    new Intl.NumberFormat(language, { style: 'percent' }).format(0.5),
  );
  return sign === '%' && isKnown && /\d[\u00a0\u202f]%/u.test(markdown) && !/\d %/u.test(markdown);
}

/** Words of a link neither begin nor end with a space, and do not run into the words around them. */
function checkLinks(pair: SegmentPair, { functionWords = [] }: LanguageHabits): Diagnostic[] {
  const { text, links } = pair.target;
  const words = new Set(functionWords);
  return links.flatMap(({ start, end, url }): Diagnostic[] => {
    const inside = text.slice(start, end);
    if (inside.trim() === '') return [];
    const report = (context: string, from: number, to: number): Diagnostic =>
      reportInTarget(rule, pair, { start: from, end: to }, { context, found: text.slice(from, to) });
    if (inside !== inside.trim()) return [report('link', start, end)];
    // A language without a list of its words may write them onto a link, as Arabic does "and", and Quechua "from".
    if (words.size === 0) return [];
    const [, glued = ''] = /([\p{L}\p{M}]+)$/u.exec(text.slice(0, start)) ?? [];
    const [suffix = ''] = /^[\p{L}\p{M}]+/u.exec(text.slice(end)) ?? [];
    const isGlued = glued !== '' && /^[\p{L}\p{N}]/u.test(inside);
    const isTail = suffix.length > 3 || words.has(suffix.toLowerCase());
    if (isGlued && !isGluedInSource(pair, url, true)) return [report('glued', start - glued.length, end)];
    if (isTail && !isGluedInSource(pair, url, false)) return [report('glued', start, end + suffix.length)];
    return [];
  });
}

function isGluedInSource({ source: { text, links } }: SegmentPair, url: string, atStart: boolean): boolean {
  return links.some((link) => {
    const next = atStart ? text.slice(link.start - 1, link.start) : text.slice(link.end, link.end + 1);
    return link.url === url && /\p{L}/u.test(next);
  });
}
