import type { Quad } from '@rdfjs/types';
import { compare, valid } from 'semver';
import type { Diagnostic, Location, Publication, SourceFile, Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { startOfFile } from '../../rules/start-of-file.ts';
import { parseGraph } from '../rdf/parse-graph.ts';
import { findGraphChange } from './find-graph-change.ts';
import type { GraphChange } from './group-changes.ts';

/** The versions that were published before the present one. */
export interface EarlierVersions {
  /** Semver, the oldest first. */
  versions: string[];
  /** What the data says now and did not say in the last of them, and the other way about; undefined without one. */
  change: GraphChange | undefined;
}

export interface VersionInput {
  publication: Publication;
  /** The present version; undefined where the front matter gives none. */
  version: string | undefined;
  /** The data of the present version. */
  quads: readonly Quad[];
  /** Files of the publication, those of versions among them. */
  sources: readonly SourceFile[];
}

const file = /^source\/[^/]+\/versions\/(.+)\.nt$/;
const rule = 'published-version-stays';

/**
 * Reads the data of published versions, source/<name>/versions/<version>.nt: what was data/<name>.nt then. The present
 * data is compared with the last version before it; where the present version is published already, it has to say the
 * same, and none may be later. Versions are ordered by https://semver.org.
 * Findings: published-version-stays.
 */
export async function readVersions({
  publication,
  version,
  quads,
  sources,
}: VersionInput): Promise<Staged<EarlierVersions>> {
  const diagnostics: Diagnostic[] = [];
  const { frontMatter } = publication.document;
  const here = version === undefined ? frontMatter.locate('') : frontMatter.locate('version');
  const published = new Map<string, SourceFile>();
  for (const source of sources) {
    const name = file.exec(source.path)?.[1];
    if (name === undefined) continue;
    if (valid(name) === name) published.set(name, source);
    else diagnostics.push(refuse(startOfFile(source.path), { context: 'name', found: name }));
  }
  const ordered = [...published].sort(([a], [b]) => compare(a, b));
  const earlier: [string, SourceFile][] = [];
  let change: GraphChange | undefined;
  for (const [name, source] of ordered) {
    const order = version === undefined ? 1 : compare(name, version);
    if (order < 0) earlier.push([name, source]);
    if (order > 0) {
      const values = { context: 'later', expected: name, found: version ?? '' };
      diagnostics.push(refuse(here, values, source));
    }
    if (order !== 0) continue;
    const { value, diagnostics: unreadable } = await compareWith(source, quads);
    diagnostics.push(...unreadable);
    const count = value === undefined ? 0 : countDifferences(value);
    if (count > 0) diagnostics.push(refuse(here, { context: 'changed', version: name, count }, source));
  }
  const last = earlier.at(-1);
  if (last !== undefined) {
    const compared = await compareWith(last[1], quads);
    change = compared.value;
    diagnostics.push(...compared.diagnostics);
  }
  return { value: { versions: earlier.map(([name]) => name), change }, diagnostics };
}

async function compareWith(
  source: SourceFile,
  quads: readonly Quad[],
): Promise<Staged<GraphChange | undefined>> {
  const before = await parseGraph(source);
  if ('quads' in before) return { value: findGraphChange(before.quads, quads), diagnostics: [] };
  const values = { context: 'unreadable', found: before.reason };
  return { value: undefined, diagnostics: [refuse(startOfFile(source.path), values)] };
}

function countDifferences({ summary: { statements } }: GraphChange): number {
  return statements.added + statements.changed + statements.removed;
}

function refuse(
  location: Location,
  values: Record<string, string | number>,
  version?: SourceFile,
): Diagnostic {
  const related = version === undefined ? [] : [{ location: startOfFile(version.path), role: 'published' }];
  return diagnose(rule, location, values, related);
}
