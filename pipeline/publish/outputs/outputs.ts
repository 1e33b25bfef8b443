/**
 * The registry of outputs, in the order in which they are written and told of: a line here is all that a build, the links
 * of the editions, the description of the dataset and the manifest need to know of an output.
 */
import { blocks } from './blocks.ts';
import { citation } from './citation.ts';
import { corpus } from './corpus.ts';
import { dataContext } from './data-context.ts';
import { datasetDescription } from './dataset-description.ts';
import { entityDocuments } from './entity-documents.ts';
import { flatArticle } from './flat-article.ts';
import { flatDataset } from './flat-dataset.ts';
import { htmlPage } from './html-page.ts';
import { linkedData } from './linked-data.ts';
import { manifest } from './manifest.ts';
import { markdownEdition } from './markdown-edition.ts';
import { observations } from './observations.ts';
import { ontology } from './ontology.ts';
import type { Output, PublicationOutput, SharedOutput } from './output.ts';
import { plainText } from './plain-text.ts';
import { references } from './references.ts';
import { register } from './register.ts';
import { shapes } from './shapes.ts';
import { termsPage } from './terms-page.ts';

/** Of each publication. */
export const publicationOutputs: readonly PublicationOutput[] = [
  markdownEdition,
  register,
  plainText,
  blocks,
  linkedData,
  observations,
  flatArticle,
  flatDataset,
  datasetDescription,
  citation,
  references,
  htmlPage,
];

/** Of the project, where it has a publication. */
export const sharedOutputs: readonly SharedOutput[] = [
  entityDocuments,
  corpus,
  dataContext,
  shapes,
  ontology,
  termsPage,
];

/** All there are; the manifest lists the others. */
export const outputs: readonly Output[] = [...publicationOutputs, ...sharedOutputs, manifest];
