import type { Iris } from '../../graph/iri.ts';
import { add, dateLiteral, literal, type Node, ref } from '../../linked/rdf/nodes.ts';
import { encodeIri } from '../../values/iri-form.ts';
import type { Coverage } from '../metadata.ts';

/**
 * What the front matter says of a dataset that no text of it does: whom to ask, its themes, and the places and years that
 * it is about (https://www.w3.org/TR/vocab-dcat-3/#Class:Dataset, https://www.w3.org/TR/vcard-rdf/).
 */
export function writeCoverage(
  dataset: Node,
  { contact, themes, places, period }: Coverage,
  iris: Iris,
): Node[] {
  const nodes: Node[] = [];
  for (const theme of themes) add(dataset, 'dcat:theme', ref(theme));
  for (const place of places) {
    add(dataset, 'dct:spatial', ref(iris.entity(place)));
    add(dataset, 'schema:spatialCoverage', ref(iris.entity(place)));
  }
  if (period) {
    const node: Node = { '@id': `${dataset['@id']}#period`, '@type': ['dct:PeriodOfTime'] };
    add(node, 'dcat:startDate', dateLiteral(period.start));
    add(node, 'dcat:endDate', dateLiteral(period.end));
    add(dataset, 'dct:temporal', ref(node['@id']));
    // An interval of ISO 8601, as https://schema.org/temporalCoverage has it.
    add(dataset, 'schema:temporalCoverage', literal(`${period.start}/${period.end}`));
    nodes.push(node);
  }
  if (contact) {
    const node: Node = { '@id': `${dataset['@id']}#contact`, '@type': ['vcard:Kind'] };
    add(node, 'vcard:fn', literal(contact.name));
    if (contact.email) add(node, 'vcard:hasEmail', ref(encodeIri(`mailto:${contact.email}`)));
    if (contact.url) add(node, 'vcard:hasURL', ref(contact.url));
    add(dataset, 'dcat:contactPoint', ref(node['@id']));
    nodes.push(node);
  }
  return nodes;
}
