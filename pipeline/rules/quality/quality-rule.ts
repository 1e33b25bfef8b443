import type {
  ChosenSeverity,
  Diagnostic,
  EditionSegment,
  Glossary,
  Language,
  LanguageHabits,
  Location,
  Recall,
  Segment,
  SegmentNode,
  Severity,
  TextRange,
  TextValue,
  Vocabulary,
} from '../../model.ts';
import type { ValueReader } from '../../values/value-reader.ts';
import type { OwnRules } from '../own/own-rules.ts';
import type { ValueComparison } from './compare-values.ts';

/** One language of a comparison. */
export interface LanguageSide {
  language: Language;
  /** BCP 47 tag of the edition. */
  tag: string;
  habits: LanguageHabits;
  reader: ValueReader;
  /** Numbers and months of a running text; document/find-values.ts finds them. */
  findValues: (text: string) => TextValue[];
}

/** The words of one segment in one language, as a reader sees them. */
export interface SegmentSide {
  edition: EditionSegment;
  node: SegmentNode;
  /**
   * Plain text in one line: words of links in their place, no markup. A code without words (a footnote call, inline
   * code, an image, a link whose words the pipeline writes) is one U+FFFC, so that what stands around it does not meet.
   */
  text: string;
  /** Place of a range of `text`, in UTF-16 code units, in the file where the words are edited. */
  locate: (start: number, end: number) => Location;
  /** Ranges of `text` that are inline code, or words that the pipeline writes: words of the sentence, unlike a footnote call. */
  codes: TextRange[];
  /**
   * Ranges of `text` whose words parity has read as a value and compared: those of annotations with a property, unless
   * a title carries the value, or the words are a text.
   */
  stated: TextRange[];
  /** Ranges of `text` that are the words of a link, with its address; `words` has the text of inline code, too. */
  links: { start: number; end: number; url: string; title: string | undefined; words: string }[];
}

/** A translated segment beside its source. Only confirmed translations are compared. */
export interface SegmentPair {
  segment: Segment;
  source: SegmentSide;
  target: SegmentSide;
  /** How the numbers and months of the two texts differ, for what parity has not compared. */
  values: ValueComparison;
}

/** A translation into a third language. */
export interface OtherEdition {
  language: Language;
  habits: LanguageHabits;
  /** Its confirmed translations, as Markdown, by number of the segment. */
  texts: ReadonlyMap<number, string>;
}

export interface QualityContext {
  source: LanguageSide;
  target: LanguageSide;
  /** Of all editions; undefined where only these two are known. */
  languages?: Language[];
  /** The other editions that are translations, which a text may have come from by mistake; none unless given. */
  beside?: OtherEdition[];
  vocabulary: Vocabulary;
  glossary: Glossary;
  /** The project's own rules; none unless given. */
  own?: OwnRules;
  /** What the project has rules weigh, by id; those that are off are not asked. All are asked unless given. */
  severities?: Readonly<Record<string, ChosenSeverity>>;
  /** What was found where the editions' statements, links and codes were compared; nothing unless given. */
  compared?: Diagnostic[];
  /** What is known of these segments; nothing unless given. */
  known?: KnownWordings;
}

/** Answers about the wording of segments. */
export interface KnownWordings {
  recall: Recall;
  /** Digest of all that a segment is held against: both languages, the glossary, the rules of the project. */
  basis: string;
}

/**
 * One thing that should hold of a translation. Findings are placed in the catalog; `related` names the source with
 * the role "source" where that helps. A rule is silent where its language data is missing.
 */
export interface QualityRule {
  id: Diagnostic['rule'];
  /** What a rule of the project weighs; that of others stands in their pages. */
  severity?: Severity;
  /** Looks at one segment: at its kind and at the words of its two sides, and at nothing else of the editions. */
  check?: (pair: SegmentPair, context: QualityContext) => Diagnostic[];
  /** The same, where something is to be made ready once for all segments. */
  createCheck?: (context: QualityContext) => (pair: SegmentPair) => Diagnostic[];
  /** Looks at all segments of an edition together. */
  checkAll?: (pairs: SegmentPair[], context: QualityContext) => Diagnostic[];
}
