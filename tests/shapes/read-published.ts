import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import type { Build } from '../../pipeline/build.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import { parseGraph } from '../../pipeline/linked/rdf/parse-graph.ts';
import { buildProject } from '../build-project.ts';
import { keep } from '../keep.ts';
import { packageRoot } from '../package-root.ts';

/** What a build published: the shapes, and by publication the data with its description. */
export interface Published {
  shapes: Quad[];
  graphs: Quad[][];
}

export async function readPublished({ outputs }: Pick<Build, 'outputs'>): Promise<Published> {
  const read = async (at: string): Promise<Quad[]> => {
    const file = outputs.find((output) => output.path === at);
    const graph = await parseGraph(file ?? { path: at, text: 'no such file' });
    if ('reason' in graph) throw new Error(`${at}: ${graph.reason}`);
    return graph.quads;
  };
  const names = outputs.flatMap(({ path: at }) => /^data\/([^/]+)\.nt$/.exec(at)?.[1] ?? []);
  const graphs = names.map(async (name) => [
    ...(await read(`data/${name}.nt`)),
    ...(await read(`data/${name}-dataset.ttl`)),
  ]);
  return { shapes: await read('data/shapes.ttl'), graphs: await Promise.all(graphs) };
}

/** The same of a fixture. */
export async function readFixture(name: string): Promise<Published> {
  const { value } = readProject(path.join(packageRoot, 'tests/fixtures', name), { keep });
  return readPublished(await buildProject(value));
}
