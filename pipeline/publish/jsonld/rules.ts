import type { LanguageMap } from '../../model.ts';

/** What the program adds to what texts and records say, each by a rule (locales/<lang>/edition.json, "rules"). */
export const ruleNames = ['classes', 'measurements', 'computation', 'notes', 'concepts', 'codes'] as const;
export type RuleName = (typeof ruleNames)[number];

/** What each rule does, in the languages of the editions. */
export type RuleWords = Readonly<Record<RuleName, LanguageMap>>;

/** Properties that a rule gives, by compact IRI, to things that neither text nor record give them to. */
export const rulesByProperty: ReadonlyMap<string, RuleName> = new Map<string, RuleName>([
  ['rdf:type', 'classes'],
  ...[
    ...['schema:observationAbout', 'schema:measuredProperty', 'qb:dataSet', 'sdmx-a:obsStatus'],
    ...['sdmx-a:unitMeasure', 'sdmx-m:obsValue', 'tinkuy:observedEntity', 'tinkuy:observedProperty'],
    ...['tinkuy:observedPeriod', 'tinkuy:observationNumber'],
  ].map((property): [string, RuleName] => [property, 'measurements']),
  ...['skos:prefLabel', 'skos:inScheme', 'skos:topConceptOf', 'skos:narrower'].map(
    (property): [string, RuleName] => [property, 'concepts'],
  ),
  ['tinkuy:codedAs', 'codes'],
  ...['oa:hasBody', 'oa:motivatedBy'].map((property): [string, RuleName] => [property, 'notes']),
]);

/** Address of a rule: <base>rule/<publication>/<name> */
export function ruleAddress(base: string, publication: string, name: RuleName): string {
  return `${base}rule/${encodeURIComponent(publication)}/${name}`;
}
