import { readFileSync } from 'node:fs';
import type { Paragraph } from 'mdast';
import type {
  Diagnostic,
  Edition,
  EditionSegment,
  LanguageHabits,
  LanguageMap,
  Segment,
  SegmentKind,
  TermMatch,
} from '../../../pipeline/model.ts';
import { checkQuality } from '../../../pipeline/rules/check-quality.ts';
import { parseSegment } from '../../../pipeline/text/syntax.ts';
import { unread } from '../../../pipeline/values/value-reader.ts';
import { packageRoot } from '../../package-root.ts';
import { vocabulary } from '../demo.ts';
import { namesGlossary } from '../names-glossary.ts';

/** The habits that come with the tool. */
export function habitsOf(language: string): LanguageHabits {
  try {
    return JSON.parse(readFileSync(`${packageRoot}locales/${language}/quality.json`, 'utf8'));
  } catch {
    return {};
  }
}

type QualityContext = Parameters<typeof checkQuality>[2];
type LanguageSide = QualityContext['source'];

/** A segment in two languages. */
export interface Pair {
  source: EditionSegment;
  target: EditionSegment;
}

/** A segment and its translation, both as Markdown; places in the translation count from its beginning. */
export function pairOf(source: string, target: string, kind: SegmentKind = 'paragraph', index = 0): Pair {
  return { source: segmentOf(source, kind, index), target: segmentOf(target, kind, index) };
}

/** A comparison between two languages with the habits of both, and a glossary of some names. */
export function contextOf(
  [from, to]: [string, string],
  names: Record<string, LanguageMap> = {},
  habits: (language: string) => LanguageHabits = habitsOf,
): QualityContext {
  const sideOf = (language: string): LanguageSide => ({
    language,
    tag: language,
    habits: habits(language),
    reader: { read: () => unread('value-is-readable', {}) },
    findValues: () => [],
  });
  const glossary = namesGlossary(names);
  const find = (text: string, language: string): TermMatch[] =>
    [...glossary.terms.values()].flatMap((term) =>
      (term.labels.get(language) ?? []).flatMap((label) => {
        const start = text.indexOf(label.text);
        return start < 0 ? [] : [{ term, label, start, end: start + label.text.length }];
      }),
    );
  return {
    source: sideOf(from),
    target: sideOf(to),
    languages: ['en', 'es', 'pt'],
    vocabulary,
    glossary: { ...glossary, find },
  };
}

/** What a rule says of one translation: the words it points at. */
export function pointedAt(
  rule: Diagnostic['rule'],
  pair: Pair,
  context: QualityContext = contextOf(['en', 'es']),
): string[] {
  return judge(rule, [pair], context).map(({ location: { start, end } }) =>
    pair.target.markdown.slice(start.offset, end.offset),
  );
}

/** What a rule says of an edition of these segments. */
export function judge(rule: Diagnostic['rule'], pairs: Pair[], context: QualityContext): Diagnostic[] {
  return judgeAll(pairs, context).filter((finding) => finding.rule === rule);
}

/** What all rules say of it. */
export function judgeAll(pairs: readonly Pair[], context: QualityContext): Diagnostic[] {
  const { source, target } = context;
  return checkQuality(
    editionOf(
      source,
      pairs.map((pair) => pair.source),
    ),
    editionOf(
      target,
      pairs.map((pair) => pair.target),
    ),
    context,
  );
}

function editionOf({ language, tag }: LanguageSide, segments: EditionSegment[]): Edition {
  const tree = { type: 'root' as const, children: [] };
  return { language, tag, isSource: false, tree, frontMatter: {}, segments };
}

function segmentOf(markdown: string, kind: SegmentKind, index: number): EditionSegment {
  const node: Paragraph = parseSegment(markdown, { footnotes: ['a', 'b'] });
  const point = { line: 1, column: 1, offset: 0 };
  const location = { path: 'source/demo/article.md', start: point, end: point };
  const segment = { index, kind, markdown, key: undefined, location, node: undefined } as unknown as Segment;
  return {
    segment,
    markdown,
    node,
    state: 'translated',
    remarks: [],
    locate: ({ position }) => ({
      path: 'locales/es/demo.po',
      start: position?.start ?? point,
      end: position?.end ?? point,
    }),
  };
}
