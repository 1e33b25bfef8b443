import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { readPublished } from '../publication/published.ts';
import { constraints, prefixes } from './cube-constraints.ts';
import { readVocabularyFile } from './terms.ts';

const published = readPublished();
const textOf = (at: string): string => published.get(at)?.toString('utf8') ?? '';

/** The published data, and what the vocabulary says of its terms. */
function load(more = ''): oxigraph.Store {
  const store = new oxigraph.Store();
  store.load(textOf('data/peru-borders.nt'), { format: 'application/n-triples' });
  store.load(textOf('data/vocabulary.ttl'), { format: 'text/turtle' });
  if (more !== '')
    store.load(prefixes.replaceAll('PREFIX', '@prefix').replaceAll('>\n', '> .\n') + more, {
      format: 'text/turtle',
    });
  return store;
}
const store = load();
const isBroken = (graph: oxigraph.Store, pattern: string) =>
  graph.query(`${prefixes} ASK { ${pattern} }`) as boolean;

interface Row {
  [name: string]: string;
}
function select(query: string): Row[] {
  const rows = store.query(query) as Map<string, { value: string }>[];
  return rows.map((row) => Object.fromEntries([...row].map(([name, term]) => [name, term.value])));
}
const all = `PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX tinkuy: <https://w3id.org/tinkuy/core#>
  PREFIX sdmx-a: <http://purl.org/linked-data/sdmx/2009/attribute#> PREFIX sdmx-m: <http://purl.org/linked-data/sdmx/2009/measure#>
  PREFIX sdmx-c: <http://purl.org/linked-data/sdmx/2009/code#> PREFIX prov: <http://www.w3.org/ns/prov#>
  PREFIX schema: <http://schema.org/> PREFIX qudt: <http://qudt.org/schema/qudt/>`;

describe.each(constraints)('$id', ({ broken, bad }) => {
  test('holds in the published cube', () => expect(isBroken(store, broken)).toBe(false));
  test('does not hold in a bad one', () => expect(isBroken(load(bad), broken)).toBe(true));
});

describe('every observation', () => {
  const observations = select(
    `${all} SELECT ?o ?value ?unit ?period ?status WHERE { ?o a qb:Observation ; sdmx-m:obsValue ?value ; sdmx-a:unitMeasure ?unit ; tinkuy:observedPeriod ?period ; sdmx-a:obsStatus ?status }`,
  );

  test('has a value, a unit that is in QUDT’s own file, and a period or that there is none', () => {
    expect(observations.length).toBeGreaterThanOrEqual(71);
    expect(observations).toHaveLength(select(`${all} SELECT ?o WHERE { ?o a qb:Observation }`).length);
    const units = readVocabularyFile('unit').defined;
    expect(observations.filter(({ unit }) => !units.has(unit ?? ''))).toEqual([]);
    expect(units.has('http://qudt.org/vocab/unit/PERSON')).toBe(false);
    const undated = observations.filter(({ period }) => period?.endsWith('core#undated'));
    expect(undated.length).toBeGreaterThan(20);
    expect(observations.length - undated.length).toBeGreaterThan(5);
  });

  test('that is stated is quoted from three editions, or has a source', () => {
    const unfounded =
      select(`${all} SELECT ?o WHERE { ?o a qb:Observation ; sdmx-a:obsStatus sdmx-c:obsStatus-A .
      FILTER NOT EXISTS { ?o prov:hadPrimarySource ?work }
      FILTER (NOT EXISTS { SELECT ?o WHERE { ?o prov:wasQuotedFrom ?place } GROUP BY ?o HAVING (COUNT(?place) >= 3) }) }`);
    expect(unfounded).toEqual([]);
  });

  test('that is computed is derived from stated ones, and is told apart', () => {
    const computed = select(
      `${all} SELECT ?o ?value (GROUP_CONCAT(STR(?operand); separator=" ") AS ?operands) WHERE { ?o sdmx-a:obsStatus sdmx-c:obsStatus-E ; sdmx-m:obsValue ?value ; prov:wasDerivedFrom ?operand . ?operand sdmx-a:obsStatus sdmx-c:obsStatus-A . } GROUP BY ?o ?value ORDER BY ?o`,
    );
    expect(computed.length).toBeGreaterThanOrEqual(4);
    for (const { o = '', value = '', operands = '' } of computed) {
      const numbers = new Map(
        operands
          .split(' ')
          .map((from) => [
            from.split('#')[1],
            Number(select(`${all} SELECT ?v WHERE { <${from}> sdmx-m:obsValue ?v }`)[0]?.v),
          ]),
      );
      expect(o).toMatch(/#populationDensity\.computed$/);
      expect(Number(value)).toBeCloseTo((numbers.get('population') ?? 0) / (numbers.get('area') ?? 1), 2);
    }
  });
});

const python = judge('Python');
describe('the CSV, as Python reads it', python.options, () => {
  const script =
    'import csv, json, sys\nprint(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))))';
  const read = async (): Promise<Row[]> => {
    const { stdout } = await python.ask([
      '-c',
      script,
      `${packageRoot}dist/data/peru-borders-observations.csv`,
    ]);
    return JSON.parse(stdout) as Row[];
  };

  test('has the rows of the cube', async () => {
    const rows = await read();
    const cube = select(
      `${all} SELECT ?observation ?entity ?property ?value ?unit ?number ?status WHERE { ?observation a qb:Observation ; tinkuy:observedEntity ?entity ; tinkuy:observedProperty ?property ; sdmx-m:obsValue ?value ; schema:unitCode ?unit ; tinkuy:observationNumber ?number ; sdmx-a:obsStatus ?status } ORDER BY ?observation`,
    );
    const pick = ({
      observation = '',
      entity = '',
      property = '',
      value = '',
      unit = '',
      number = '',
      status = '',
    }: Row) => ({ observation, entity, property, value, unit, number, status });
    expect(rows.map(pick)).toEqual(cube.map(pick));
  });

  test('has names in three languages, and no date that no source gives', async () => {
    const rows = await read();
    expect(
      rows.filter((row) =>
        ['en', 'es', 'pt'].some(
          (language) => !row[`entityName_${language}`] || !row[`propertyName_${language}`],
        ),
      ),
    ).toEqual([]);
    const dated = select(
      `${all} SELECT ?o WHERE { ?o tinkuy:observedPeriod ?p FILTER (?p != tinkuy:undated) }`,
    ).length;
    expect(rows.filter(({ start }) => start !== '')).toHaveLength(dated);
  });

  test('is described column by column', async () => {
    const [first = {}] = await read();
    const metadata = JSON.parse(textOf('data/peru-borders-observations.csv-metadata.json')) as {
      tableSchema: { columns: { titles?: string; virtual?: boolean }[] };
    };
    const columns = metadata.tableSchema.columns.filter(({ virtual }) => !virtual);
    expect(columns.map(({ titles }) => titles)).toEqual(Object.keys(first));
  });
});
