import type { Paragraph } from 'mdast';
import type { Diagnostic, Edition, EditionSegment, Language, Location, Segment, Staged } from '../model.ts';
import { lookAtSegment } from './quality/ask-of-segment.ts';
import { pairSegments } from './quality/pair-segments.ts';
import type { LanguageSide, QualityContext, SegmentPair } from './quality/quality-rule.ts';
import { qualityRules } from './quality/quality-rules.ts';
import { weightOf } from './resolve-severity.ts';

/** A text that a record gives in a language, and where it stands. */
export interface RecordText {
  text: string;
  location: Location;
}

/** The rules that texts of records were held against, and those that are off. */
interface HeldRules {
  asked: readonly Diagnostic['rule'][];
  silent: readonly Diagnostic['rule'][];
}

/**
 * The rules that hold of a text whatever it is for: its values, its characters, its spaces. A record's texts are no translations of
 * sentences, so that length, order and emphasis are their own.
 */
const held: readonly Diagnostic['rule'][] = [
  'addresses-are-kept',
  'brackets-are-balanced',
  'characters-are-visible',
  'characters-are-whole',
  'dates-agree-across-editions',
  'letters-are-not-tripled',
  'letters-are-of-one-script',
  'numbers-agree-across-editions',
  'numbers-follow-the-locale',
  'placeholders-are-kept',
  'quotation-marks-are-paired',
  'spacing-is-clean',
  'units-agree-across-editions',
  'words-are-not-doubled',
];

/**
 * Holds the texts that records give in several languages against those in the language of the publication's text, by the rules on
 * values and characters. A finding stands at the text in the record.
 *
 * @param texts each in the languages that it has
 * @param sides the language of the text first
 */
export function checkRecordTexts(
  texts: readonly ReadonlyMap<Language, RecordText>[],
  [source, ...targets]: readonly LanguageSide[],
  context: Omit<QualityContext, 'source' | 'target'>,
): Staged<HeldRules> {
  if (!source) return { value: { asked: [], silent: held }, diagnostics: [] };
  const { severities = {} } = context;
  const rules = qualityRules.filter(
    ({ id }) => held.includes(id) && weightOf({ rule: id, severity: undefined }, severities) !== 'off',
  );
  const original = editionOf(source, texts);
  const found = targets.flatMap((target) => {
    const all = { ...context, source, target };
    const pairs = pairSegments(original, editionOf(target, texts), all);
    const checks = rules.flatMap(({ check, createCheck }) => createCheck?.(all) ?? check ?? []);
    const ofPairs = pairs.flatMap((pair) =>
      lookAtSegment('text of a record', pair, all, () => checks.flatMap((check) => check(pair, all))).map(
        (finding) => beside(finding, pair),
      ),
    );
    return [...ofPairs, ...rules.flatMap(({ checkAll }) => checkAll?.(pairs, all) ?? [])];
  });
  const asked = rules.map(({ id }) => id);
  return { value: { asked, silent: held.filter((id) => !asked.includes(id)) }, diagnostics: found };
}

/** A finding with the text that it is held against, which may be the one that is wrong. */
function beside(finding: Diagnostic, { source, segment }: SegmentPair): Diagnostic {
  const location = source.edition.locate(source.node);
  const isOfText = (one: Location): boolean => isSamePoint(one.start, segment.location.start);
  const related = finding.related.filter((one) => !isOfText(one.location));
  return { ...finding, related: [{ location, role: 'record' }, ...related] };
}

function isSamePoint(a: Location['start'], b: Location['start']): boolean {
  return a.line === b.line && a.column === b.column;
}

/** The texts in a language as an edition of their own, each a segment. */
function editionOf(
  { language, tag }: LanguageSide,
  texts: readonly ReadonlyMap<Language, RecordText>[],
): Edition {
  const segments = texts.flatMap((text, index) => {
    const own = text.get(language);
    return own ? [segmentOf(own, index)] : [];
  });
  return { language, tag, isSource: false, tree: { type: 'root', children: [] }, frontMatter: {}, segments };
}

function segmentOf({ text, location }: RecordText, index: number): EditionSegment {
  const node: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] };
  const segment: Segment = {
    index,
    kind: 'paragraph',
    markdown: text,
    location,
    section: '',
    node: undefined,
    key: undefined,
  };
  return { segment, markdown: text, node, state: 'translated', remarks: [], locate: () => location };
}
