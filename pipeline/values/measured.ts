import type { JsonObject, Unit } from '../model.ts';
import type { DataSaying } from './data-term.ts';

/** What the data says of a measurement's number and unit: the unit as a UCUM code and as a QUDT IRI. */
export function measured({ value, unit: code }: JsonObject, units: Map<string, Unit>): DataSaying[] {
  const unit = typeof code === 'string' ? units.get(code) : undefined;
  const says: DataSaying[] = [];
  if (typeof value === 'string') says.push(['schema:value', { value, datatype: 'xsd:decimal' }]);
  if (unit) says.push(['schema:unitCode', { value: unit.ucum }]);
  if (unit?.qudt) says.push(['qudt:hasUnit', { iri: unit.qudt }]);
  return says;
}
