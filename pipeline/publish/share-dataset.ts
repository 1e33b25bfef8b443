import { Parser } from 'n3';
import { createIris } from '../graph/iri.ts';
import { quadsToNodes } from '../linked/rdf/quads-to-nodes.ts';
import type { Json, OutputFile, Vocabulary } from '../model.ts';
import { ntriplesType, turtleType } from './media-types.ts';
import { datasetDescription } from './outputs/dataset-description.ts';
import { linkedData } from './outputs/linked-data.ts';
import type { Output } from './outputs/output.ts';
import type { SharedDataset } from './text-share.ts';

/** What a catalogue says of a dataset: what it is, of whom, since when, under which terms, and where it is shown. */
const told = [
  '@type',
  'dct:title',
  'dct:identifier',
  'dct:language',
  'dct:issued',
  'dct:modified',
  'dct:license',
  'dct:rights',
  'dcat:version',
  'dcat:landingPage',
  'dcat:distribution',
  'void:dataDump',
];

/**
 * The dataset of a publication as its published description has it; undefined where there is none, or none that can be read.
 *
 * @param fileOf the file of an output in a form
 */
export function shareDataset(
  name: string,
  base: string,
  { context }: Vocabulary,
  fileOf: (output: Output, mediaType: string) => OutputFile | undefined,
): SharedDataset | undefined {
  const description = fileOf(datasetDescription, turtleType);
  const ntriples = fileOf(linkedData, ntriplesType);
  if (!description || !ntriples) return undefined;
  const nodes = quadsToNodes(new Parser().parse(description.text), context);
  const whole = nodes.find(({ '@type': types = [] }) => types.includes('dcat:Dataset'));
  if (!whole) return undefined;
  const isTold = ([key]: [string, Json | undefined]) => key === '@id' || told.includes(key);
  const node = { '@id': whole['@id'], ...Object.fromEntries(Object.entries(whole).filter(isTold)) };
  return { name, graph: createIris(base).datasetSeries(name), node, ntriples };
}
