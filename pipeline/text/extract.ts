import type { Link } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type {
  Annotation,
  Diagnostic,
  Edition,
  EditionSegment,
  Extraction,
  Staged,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { kindOf } from '../values/kind-of.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { type LinkAddress, parseAnnotation } from './annotation.ts';
import { checkLinkMarkup } from './check-link-markup.ts';
import { readStatement } from './read-statement.ts';
import { shortenValues } from './shorten-values.ts';
import { visitNodes } from './visit-nodes.ts';

/**
 * Reads the annotations of an edition out of its links. Segments that show another language's words, for want of a
 * translation, say nothing about values; only what they mention is taken, and nothing is reported about them.
 * Findings: those of `parseAnnotation`, `readStatement` and `checkLinkMarkup`, mention-has-no-title, link-is-inline; placed
 * where the edition's words are edited.
 */
export function extract(edition: Edition, vocabulary: Vocabulary, reader: ValueReader): Staged<Extraction> {
  const value: Extraction = { language: edition.language, mentions: [], statements: [], blanks: [] };
  const diagnostics: Diagnostic[] = [];
  for (const segment of edition.segments) {
    const isOwn = segment.state === 'source' || segment.state === 'translated';
    const findings: Diagnostic[] = [];
    let order = 0;
    visitNodes(segment.node, (node, parents) => {
      findings.push(...checkLinkMarkup(node, parents, segment, vocabulary));
      if (node.type !== 'link') return;
      const address = parseAnnotation(node.url, vocabulary);
      if (address.kind === 'mistake') {
        findings.push(diagnose(address.rule, segment.locate(node), shortenValues(address.values)));
      } else if (address.kind !== 'ordinary') {
        const link = { node, address, segment, order: order++, isOwn };
        findings.push(...readLink(link, value, vocabulary, reader));
      }
    });
    if (isOwn) diagnostics.push(...findings);
  }
  return { value, diagnostics };
}

/** An annotation as it stands in an edition. */
interface AnnotationLink {
  node: Link;
  address: LinkAddress & { kind: 'mention' | 'property' };
  segment: EditionSegment;
  order: number;
  /** Whether the words are those of the edition's language. */
  isOwn: boolean;
}

/** Adds what an annotation says to an extraction; what is wrong with it is returned. */
function readLink(
  { node, address, segment, order, isOwn }: AnnotationLink,
  extraction: Extraction,
  vocabulary: Vocabulary,
  reader: ValueReader,
): Diagnostic[] {
  const annotation: Annotation = {
    entity: address.entity,
    ...(address.key === undefined ? {} : { key: address.key }),
    path: undefined,
    title: node.title || undefined,
    words: plainText(node).replace(/\s+/g, ' ').trim(),
    language: extraction.language,
    segment: segment.segment.index,
    order,
    location: segment.locate(node),
  };
  const { title, words, location, entity } = annotation;
  // An autolink, whose words would print the address.
  if (words === node.url) {
    return [diagnose('link-is-inline', location, shortenValues({ found: `<${words}>` }))];
  }
  if (address.kind === 'mention') {
    const isCitation = address.type.role === 'bibliography';
    extraction.mentions.push({ ...annotation, locator: isCitation ? title : undefined });
    if (title === undefined || isCitation) return [];
    return [diagnose('mention-has-no-title', location, shortenValues({ entity, title }))];
  }
  const { path, property } = address;
  if (words === '' && title === undefined) {
    extraction.blanks.push({ ...annotation, path });
    return [];
  }
  if (!isOwn && (title === undefined || kindOf(property).isTagged)) return [];
  const read = readStatement({ words, title }, property, vocabulary, reader);
  if (read.value !== undefined) {
    extraction.statements.push({ ...annotation, path, kind: property.kind, value: read.value });
    if (kindOf(property).refersTo === 'entity' && typeof read.value === 'string') {
      const { key: _, ...named } = annotation;
      extraction.mentions.push({ ...named, entity: read.value, title: undefined, locator: undefined });
    }
  }
  return read.problems.map(({ rule, values }) =>
    diagnose(rule, location, { property: path, ...shortenValues(values) }),
  );
}
