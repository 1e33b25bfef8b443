import { toString as plainText } from 'mdast-util-to-string';
import type { Segment } from '../../model.ts';
import { extract } from '../../text/extract.ts';
import { parseSegment } from '../../text/syntax.ts';
import { addTo } from '../../values/add-to.ts';
import { kindOf } from '../../values/kind-of.ts';
import { showCanonicalValue } from '../../values/show-canonical-value.ts';
import type { SegmentAnnotation, TranslatorContext } from '../describe-segments.ts';
import { localize } from '../localize.ts';
import type { Workbench, WorkbenchText } from './open-workbench.ts';

/** What translators are told of a text. */
export function readFacts(text: WorkbenchText, workbench: Workbench): TranslatorContext {
  const plain = ({ node, markdown }: Segment): string =>
    plainText(node ?? parseSegment(markdown, { footnotes: [] }));
  const headings = new Map<string, string>();
  for (const segment of text.segments) {
    if (segment.kind !== 'heading' || headings.has(segment.section)) continue;
    headings.set(segment.section, plain(segment));
  }
  const { glossary, language: source } = text;
  return { annotations: readAnnotations(text, workbench), headings, plain, glossary, source };
}

/**
 * What the links of the source text state, by index of the segment, as far as it can be read; what is wrong with
 * them is for `tinkuy check` to tell. A page states nothing, nor does a text in a language that no edition has.
 */
function readAnnotations(
  { document, segments, language, sources }: WorkbenchText,
  { configuration, vocabulary, wordsOf }: Workbench,
): Map<number, SegmentAnnotation[]> {
  const edition = configuration.editions.find((other) => other.language === language);
  if (!edition || sources.page) return new Map();
  const { reader } = wordsOf(edition.language);
  const original = localize(document, segments, undefined, edition, vocabulary).value;
  const { mentions, statements, blanks } = extract(original, vocabulary, reader).value;
  const placed = [
    ...mentions.map((mention): [Placed, SegmentAnnotation] => {
      const { entity, locator } = mention;
      const role = vocabulary.types.get(entity.split(':')[0] ?? '')?.role;
      const isCitation = role === 'bibliography';
      return [mention, isCitation ? { kind: 'citation', entity, locator } : { kind: 'entity', entity }];
    }),
    ...statements.map((statement): [Placed, SegmentAnnotation] => {
      const { entity, path, value } = statement;
      if (kindOf(statement).isTagged) return [statement, { kind: 'words', entity, path }];
      return [statement, { kind: 'value', entity, path, value: showCanonicalValue(value, statement) }];
    }),
    ...blanks.map((blank): [Placed, SegmentAnnotation] => {
      const { entity, path } = blank;
      return [blank, { kind: 'blank', entity, path }];
    }),
  ];
  const facts = new Map<number, SegmentAnnotation[]>();
  for (const [{ segment }, fact] of placed.sort(([a], [b]) => a.segment - b.segment || a.order - b.order)) {
    addTo(facts, segment, fact);
  }
  return facts;
}

/** Of an annotation: its segment, and its place among those of the segment. */
interface Placed {
  segment: number;
  order: number;
}
