import { toString as plainText } from 'mdast-util-to-string';
import type { ProjectFiles, Segment } from '../../model.ts';
import { createEditionWords } from '../../project/edition-words.ts';
import { showValue } from '../../proof/show-value.ts';
import { extract } from '../../text/extract.ts';
import { parseSegment } from '../../text/syntax.ts';
import type { ReadsCurrencies } from '../../values/currency-locale.ts';
import { kindOf } from '../../values/kind-of.ts';
import type { Fact, SegmentFacts } from '../describe-segment.ts';
import { localize } from '../localize.ts';
import type { Workbench, WorkbenchText } from './open-workbench.ts';

/** What translators are told of a text. */
export function readFacts(
  text: WorkbenchText,
  workbench: Workbench,
  files: ProjectFiles,
  currencies?: ReadsCurrencies,
): SegmentFacts {
  const plain = ({ node, markdown }: Segment): string =>
    plainText(node ?? parseSegment(markdown, { footnotes: [] }));
  const headings = new Map<string, string>();
  for (const segment of text.segments) {
    if (segment.kind !== 'heading' || headings.has(segment.section)) continue;
    headings.set(segment.section, plain(segment));
  }
  const { glossary, language: source } = text;
  return { facts: readAnnotations(text, workbench, files, currencies), headings, plain, glossary, source };
}

/**
 * What the links of the source text state, by index of the segment, as far as it can be read; what is wrong with
 * them is for `tinkuy check` to tell. A page states nothing, nor does a text in a language that no edition has.
 */
function readAnnotations(
  { document, segments, language, sources }: WorkbenchText,
  { configuration, vocabulary }: Workbench,
  files: ProjectFiles,
  currencies: ReadsCurrencies | undefined,
): Map<number, Fact[]> {
  const edition = configuration.editions.find((other) => other.language === language);
  if (!edition || sources.page) return new Map();
  const { reader } = createEditionWords(files, edition, vocabulary, currencies);
  const original = localize(document, segments, undefined, edition, vocabulary).value;
  const { mentions, statements, blanks } = extract(original, vocabulary, reader).value;
  const placed = [
    ...mentions.map((mention): [Placed, Fact] => {
      const { entity, locator } = mention;
      const role = vocabulary.types.get(entity.split(':')[0] ?? '')?.role;
      const isCitation = role === 'bibliography';
      return [mention, isCitation ? { kind: 'citation', entity, locator } : { kind: 'entity', entity }];
    }),
    ...statements.map((statement): [Placed, Fact] => {
      const { entity, path, value } = statement;
      if (kindOf(statement).isTagged) return [statement, { kind: 'words', entity, path }];
      return [statement, { kind: 'value', entity, path, value: showValue(value, statement) }];
    }),
    ...blanks.map((blank): [Placed, Fact] => {
      const { entity, path } = blank;
      return [blank, { kind: 'blank', entity, path }];
    }),
  ];
  const facts = new Map<number, Fact[]>();
  for (const [{ segment }, fact] of placed.sort(([a], [b]) => a.segment - b.segment || a.order - b.order)) {
    const list = facts.get(segment);
    if (list) list.push(fact);
    else facts.set(segment, [fact]);
  }
  return facts;
}

/** Of an annotation: its segment, and its place among those of the segment. */
interface Placed {
  segment: number;
  order: number;
}
