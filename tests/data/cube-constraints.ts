/** A constraint of the Data Cube Vocabulary, and triples that break it when they are added to a cube that holds it. */
export interface CubeConstraint {
  id: string;
  /** SPARQL pattern that matches where the constraint does not hold. */
  broken: string;
  /** Turtle, with the prefixes below. */
  bad: string;
}

export const prefixes = `
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX ex: <https://example.org/cube#>
`;

const component = (kind: string) =>
  `?set a qb:DataSet ; qb:structure/qb:component ?part . ?part qb:${kind} ?term .`;
const inSet = '?observation a qb:Observation ; qb:dataSet ?set .';
const anObservation = 'ex:o a qb:Observation ; qb:dataSet ex:set ; ex:d 1 ; ex:m 2 ; ex:a 3 .';
const aCube = `ex:set a qb:DataSet ; qb:structure ex:dsd .
ex:dsd a qb:DataStructureDefinition ; qb:component ex:cd, ex:cm, ex:ca .
ex:cd qb:dimension ex:d . ex:cm qb:measure ex:m . ex:ca qb:attribute ex:a ; qb:componentRequired true .
ex:d a qb:DimensionProperty ; rdfs:range rdfs:Literal . ex:m a qb:MeasureProperty . ex:a a qb:AttributeProperty .`;
const aMeasureCube = aCube.replace(
  'ex:cd qb:dimension ex:d .',
  'ex:cd qb:dimension qb:measureType . qb:measureType a qb:DimensionProperty ; rdfs:range rdfs:Resource .',
);

/**
 * IC-1 to IC-19 of https://www.w3.org/TR/vocab-data-cube/#wf-rules, in words of our own (the Recommendation has queries for
 * them). IC-20 and IC-21 are about hierarchies of codes, which are templates there, and no cube of ours has any.
 */
export const constraints: CubeConstraint[] = [
  {
    id: 'IC-1, an observation is in exactly one data set',
    broken: `?observation a qb:Observation . OPTIONAL { ?observation qb:dataSet ?one }
      FILTER (!BOUND(?one) || EXISTS { ?observation qb:dataSet ?other FILTER (?other != ?one) })`,
    bad: 'ex:o a qb:Observation .',
  },
  {
    id: 'IC-2, a data set has exactly one structure',
    broken: `?set a qb:DataSet . OPTIONAL { ?set qb:structure ?one }
      FILTER (!BOUND(?one) || EXISTS { ?set qb:structure ?other FILTER (?other != ?one) })`,
    bad: `${aCube} ex:set qb:structure ex:another .`,
  },
  {
    id: 'IC-3, a structure has a measure',
    broken:
      '?dsd a qb:DataStructureDefinition . FILTER NOT EXISTS { ?dsd qb:component/qb:measure ?m } FILTER NOT EXISTS { ?dsd qb:component/qb:componentProperty/a qb:MeasureProperty }',
    bad: 'ex:dsd a qb:DataStructureDefinition .',
  },
  {
    id: 'IC-4, a dimension has a range',
    broken: '?dimension a qb:DimensionProperty . FILTER NOT EXISTS { ?dimension rdfs:range ?range }',
    bad: 'ex:d a qb:DimensionProperty .',
  },
  {
    id: 'IC-5, a dimension of concepts has a code list',
    broken:
      '?dimension a qb:DimensionProperty ; rdfs:range skos:Concept . FILTER NOT EXISTS { ?dimension qb:codeList ?list }',
    bad: 'ex:d a qb:DimensionProperty ; rdfs:range skos:Concept .',
  },
  {
    id: 'IC-6, only attributes are optional',
    broken:
      '?part qb:componentRequired false . FILTER NOT EXISTS { ?part qb:attribute ?a }  FILTER NOT EXISTS { ?part qb:componentProperty/a qb:AttributeProperty }',
    bad: `${aCube} ex:cm qb:componentRequired false .`,
  },
  {
    id: 'IC-7, a slice key belongs to a structure',
    broken: '?key a qb:SliceKey . FILTER NOT EXISTS { ?dsd a qb:DataStructureDefinition ; qb:sliceKey ?key }',
    bad: 'ex:key a qb:SliceKey .',
  },
  {
    id: 'IC-8, a slice key has components of its structure',
    broken:
      '?dsd qb:sliceKey ?key . ?key qb:componentProperty ?p . FILTER NOT EXISTS { ?dsd qb:component ?part . ?part (qb:componentProperty|qb:dimension|qb:measure|qb:attribute) ?p }',
    bad: `${aCube} ex:dsd qb:sliceKey ex:key . ex:key a qb:SliceKey ; qb:componentProperty ex:other .`,
  },
  {
    id: 'IC-9, a slice has exactly one structure',
    broken: `?slice a qb:Slice . OPTIONAL { ?slice qb:sliceStructure ?one }
      FILTER (!BOUND(?one) || EXISTS { ?slice qb:sliceStructure ?other FILTER (?other != ?one) })`,
    bad: 'ex:slice a qb:Slice .',
  },
  {
    id: 'IC-10, a slice has a value for every dimension of its key',
    broken: '?slice qb:sliceStructure/qb:componentProperty ?d . FILTER NOT EXISTS { ?slice ?d ?value }',
    bad: 'ex:slice a qb:Slice ; qb:sliceStructure ex:key . ex:key qb:componentProperty ex:d .',
  },
  {
    id: 'IC-11, an observation has a value for every dimension',
    broken: `${inSet} ${component('dimension')} FILTER NOT EXISTS { ?observation ?term ?value }`,
    bad: `${aCube} ex:o a qb:Observation ; qb:dataSet ex:set ; ex:m 2 ; ex:a 3 .`,
  },
  {
    id: 'IC-12, no two observations have the same values for all dimensions',
    broken: `?one qb:dataSet ?set . ?other qb:dataSet ?set . FILTER (STR(?one) < STR(?other))
      FILTER NOT EXISTS { ?set qb:structure/qb:component/qb:dimension ?term . ?one ?term ?value . FILTER NOT EXISTS { ?other ?term ?value } }
      FILTER EXISTS { ?set qb:structure/qb:component/qb:dimension ?any }`,
    bad: `${aCube} ${anObservation} ex:p a qb:Observation ; qb:dataSet ex:set ; ex:d 1 ; ex:m 4 ; ex:a 3 .`,
  },
  {
    id: 'IC-13, an observation has a value for every required attribute',
    broken: `${inSet} ${component('attribute')} ?part qb:componentRequired true . FILTER NOT EXISTS { ?observation ?term ?value }`,
    bad: `${aCube} ex:o a qb:Observation ; qb:dataSet ex:set ; ex:d 1 ; ex:m 2 .`,
  },
  {
    id: 'IC-14, without a measure dimension an observation has a value for every measure',
    broken: `${inSet} ${component('measure')} FILTER NOT EXISTS { ?set qb:structure/qb:component/qb:dimension qb:measureType } FILTER NOT EXISTS { ?observation ?term ?value }`,
    bad: `${aCube} ex:o a qb:Observation ; qb:dataSet ex:set ; ex:d 1 ; ex:a 3 .`,
  },
  {
    id: 'IC-15, with a measure dimension an observation has a value for its measure',
    broken: `${inSet} ?set qb:structure/qb:component/qb:dimension qb:measureType . ?observation qb:measureType ?m . FILTER NOT EXISTS { ?observation ?m ?value }`,
    bad: `${aMeasureCube} ex:o a qb:Observation ; qb:dataSet ex:set ; qb:measureType ex:m ; ex:a 3 .`,
  },
  {
    id: 'IC-16, with a measure dimension an observation has a value for no other measure',
    broken: `${inSet} ?set qb:structure/qb:component/qb:dimension qb:measureType . ?observation qb:measureType ?m . ${component('measure')} ?observation ?term ?value . FILTER (?term != ?m)`,
    bad: `${aMeasureCube} ex:dsd qb:component ex:cn . ex:cn qb:measure ex:n . ex:o a qb:Observation ; qb:dataSet ex:set ; qb:measureType ex:m ; ex:m 1 ; ex:n 2 ; ex:a 3 .`,
  },
  {
    id: 'IC-17, with a measure dimension there is an observation for every measure',
    broken: `${inSet} ?set qb:structure/qb:component/qb:dimension qb:measureType . ${component('measure')}
      FILTER NOT EXISTS { ?another qb:dataSet ?set ; qb:measureType ?term
        FILTER NOT EXISTS { ?set qb:structure/qb:component/qb:dimension ?d . FILTER (?d != qb:measureType) ?observation ?d ?v . FILTER NOT EXISTS { ?another ?d ?v } } }`,
    bad: `${aMeasureCube} ex:dsd qb:component ex:cn . ex:cn qb:measure ex:n . ex:o a qb:Observation ; qb:dataSet ex:set ; qb:measureType ex:m ; ex:m 1 ; ex:a 3 .`,
  },
  {
    id: 'IC-18, an observation of a slice of a data set is in the data set',
    broken: '?set qb:slice/qb:observation ?observation . FILTER NOT EXISTS { ?observation qb:dataSet ?set }',
    bad: `${aCube} ex:set qb:slice ex:slice . ex:slice qb:observation ex:o .`,
  },
  {
    id: 'IC-19, values of a dimension with a code list are of it',
    broken: `${inSet} ${component('dimension')} ?term qb:codeList ?list . ?list a skos:ConceptScheme . ?observation ?term ?value . FILTER NOT EXISTS { ?value skos:inScheme ?list }`,
    bad: `${aCube} ${anObservation} ex:d qb:codeList ex:list . ex:list a skos:ConceptScheme .`,
  },
];
