import type { Quad } from '@rdfjs/types';
import type { ProjectFiles, SourceFile } from '../../model.ts';
import { createFurniture } from '../../project/furniture.ts';
import { readConfiguration } from '../../project/read-configuration.ts';
import { describeChanges } from '../compare/describe-changes.ts';
import { findGraphChange } from '../compare/find-graph-change.ts';
import { writeChangesJson, writeChangesMarkdown, writeChangesText } from '../compare/write-changes.ts';
import { createShortener } from '../rdf/create-shortener.ts';
import { parseGraph } from '../rdf/parse-graph.ts';
import { readDataWords } from './read-data-words.ts';

export type DiffFormat = 'text' | 'json' | 'markdown';

export interface DiffRequest {
  files: ProjectFiles;
  /** Files of the graph as it was, and as it is: N-Triples, Turtle or JSON-LD, by the ending of their names. */
  before: SourceFile[];
  after: SourceFile[];
  format: DiffFormat;
  /** Of the labels and the words. */
  language: string;
}

/** What differs between two states of published data, for people or programs; or the file that cannot be read, and why. */
export async function diff({
  files,
  before,
  after,
  format,
  language,
}: DiffRequest): Promise<{ text: string } | { path: string; reason: string }> {
  const graphs: Quad[][] = [];
  for (const side of [before, after]) {
    const quads: Quad[] = [];
    for (const file of side) {
      const parsed = await parseGraph(file);
      if ('reason' in parsed) return { path: file.path, reason: parsed.reason };
      quads.push(...parsed.quads);
    }
    graphs.push(quads);
  }
  const [old = [], now = []] = graphs;
  const change = findGraphChange(old, now);
  const words = readDataWords(files, readConfiguration(files).value.base);
  const shorten = createShortener(words.prefixes);
  const labels = words.labels([old, now], language);
  const name = (iri: string) => labels.get(iri) ?? shorten(iri);
  const t = createFurniture(files.builtin, language);
  const changeWords = {
    t,
    name,
    show: (term: string) => term.replaceAll(/<([^<>]*)>/g, (_, iri: string) => name(iri)),
    note: describeChanges(change, t),
  };
  const writers = { text: writeChangesText, json: writeChangesJson, markdown: writeChangesMarkdown };
  return { text: writers[format](change, changeWords) };
}
