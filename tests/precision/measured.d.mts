/** What a rule finds in the corpora, of one weight. */
export interface MeasuredFindings {
  /** Segments with findings, by corpus and direction. */
  findings: Record<string, number>;
  judged: number;
  true: number;
  false: number;
  /** Per cent of the judged findings that were true. */
  precision: number | 'too few';
}

export interface MeasuredRule extends MeasuredFindings {
  /** Those that are advice, which are apart. */
  advice?: MeasuredFindings;
}

export interface PrecisionRecord {
  /** Segments by corpus and direction. */
  segments: Record<string, number>;
  rules: Record<string, MeasuredRule>;
}

export const sampleSize: number;
export const tooFew: number;
export function writeMeasured(record: PrecisionRecord, id: string): string;
