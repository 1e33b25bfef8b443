import { add, literal, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';

/** The dimension of quality that the measurement is in (https://www.w3.org/TR/vocab-dqv/#DimensionsOfZaveri). */
const completeness = 'http://www.w3.org/2016/05/ldqd#completeness';

/**
 * How much of an incomplete edition is translated, as a measurement of the Data Quality Vocabulary
 * (https://www.w3.org/TR/vocab-dqv/#dqv:QualityMeasurement). What is measured is the publication's own metric.
 *
 * @param edition gets a reference to the measurement
 */
export function writeCompleteness(edition: Node, percent: number, publication: string): Node[] {
  const metric: Node = { '@id': `${publication}#words-translated`, '@type': ['dqv:Metric'] };
  const definition =
    'Per cent of the words of the source text that are translated and confirmed, rounded down.';
  add(metric, 'skos:definition', tagged(definition, 'en'));
  add(metric, 'dqv:inDimension', ref(completeness));
  const measurement: Node = {
    '@id': `${edition['@id']}#words-translated`,
    '@type': ['dqv:QualityMeasurement'],
  };
  add(measurement, 'dqv:computedOn', ref(edition['@id']));
  add(measurement, 'dqv:isMeasurementOf', ref(metric['@id']));
  add(measurement, 'dqv:value', literal(String(percent), 'xsd:decimal'));
  add(edition, 'dqv:hasQualityMeasurement', ref(measurement['@id']));
  return [measurement, metric];
}
