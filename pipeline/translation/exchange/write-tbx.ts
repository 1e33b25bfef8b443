import type { Element } from 'xast';
import { x } from 'xastscript';
import type { EntityId, Language, Term, TermLabel } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { writableText, writeXml } from './write-xml.ts';

export interface TbxContext {
  title: string;
  /** Languages to write, each with its full tag. */
  languages: readonly { language: Language; tag: string }[];
  /** Tag of the language that the file speaks about its terms in. */
  main: string;
  /** Address of an entity in the published data. */
  iri: (entity: EntityId) => string;
  /** Field that an entity belongs to: the label of its type. */
  subject: (entity: EntityId) => string | undefined;
}

const mixed: ReadonlySet<string> = new Set(['title', 'p', 'descrip', 'xref', 'term', 'termNote']);

/** What TBX calls a label; a form that is only read is none of its own. */
const roles: Partial<Record<TermLabel['role'], { type: string; status: string }>> = {
  name: { type: 'fullForm', status: 'preferredTerm-admn-sts' },
  alternate: { type: 'variant', status: 'admittedTerm-admn-sts' },
  acronym: { type: 'acronym', status: 'admittedTerm-admn-sts' },
  avoided: { type: 'variant', status: 'deprecatedTerm-admn-sts' },
};

/**
 * Writes the glossary as TBX-Basic (ISO 30042:2019, style DCA): a concept for each entity, in it the languages, in
 * them the labels. Entities are sorted by id, labels by what they are, then as the records have them.
 *
 * @see https://www.tbxinfo.net/tbx-dialects/
 */
export function writeTbx(terms: Iterable<Term>, context: TbxContext): string {
  const entries = [...terms]
    .sort((a, b) => compareText(a.entity, b.entity))
    .flatMap((term) => writeConcept(term, context));
  const header = x('tbxHeader', {}, [
    x('fileDesc', {}, [
      x('titleStmt', {}, [x('title', {}, writableText(context.title))]),
      x('sourceDesc', {}, [x('p', {}, 'tinkuy')]),
    ]),
  ]);
  const attributes = {
    xmlns: 'urn:iso:std:iso:30042:ed-2',
    style: 'dca',
    type: 'TBX-Basic',
    'xml:lang': context.main,
  };
  return writeXml(x('tbx', attributes, [header, x('text', {}, [x('body', {}, entries)])]), mixed);
}

function writeConcept(term: Term, { languages, iri, subject }: TbxContext): Element[] {
  const sections = languages.flatMap(({ language, tag }) => {
    const labels = sortLabels(term.labels.get(language) ?? []);
    return labels.length > 0 ? [x('langSec', { 'xml:lang': tag }, labels.map(writeTerm))] : [];
  });
  if (sections.length === 0) return [];
  const address = iri(term.entity);
  const field = subject(term.entity);
  return [
    x('conceptEntry', { id: term.entity.replace(':', '.') }, [
      ...(field === undefined ? [] : [x('descrip', { type: 'subjectField' }, writableText(field))]),
      x('xref', { type: 'externalCrossReference', target: address }, writableText(term.entity)),
      ...sections,
    ]),
  ];
}

const order: readonly TermLabel['role'][] = ['name', 'alternate', 'acronym', 'avoided'];

/** Labels that TBX has a place for, each text once. */
function sortLabels(labels: readonly TermLabel[]): TermLabel[] {
  const seen = new Set<string>();
  return order
    .flatMap((role) => labels.filter((label) => label.role === role))
    .filter(({ text }) => !seen.has(text) && seen.add(text));
}

function writeTerm({ text, role }: TermLabel): Element {
  const { type, status } = roles[role] ?? {};
  return x('termSec', {}, [
    x('term', {}, writableText(text)),
    x('termNote', { type: 'termType' }, type),
    x('termNote', { type: 'administrativeStatus' }, status),
  ]);
}
