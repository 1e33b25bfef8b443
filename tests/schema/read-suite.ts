import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Json, JsonObject } from '../../pipeline/model.ts';
import { packageRoot } from '../package-root.ts';

/** One test of the official suite: a schema and an instance that fits it or not. */
export interface SuiteTest {
  file: string;
  group: string;
  name: string;
  schema: Json;
  data: Json;
  valid: boolean;
}

export type Draft = 'draft2020-12' | 'draft7';

/** Where the suite is: https://github.com/json-schema-org/JSON-Schema-Test-Suite, or a folder like it. */
const folder =
  process.env.TINKUY_JSON_SCHEMA_SUITE ?? path.join(packageRoot, '../shared/judges/json-schema-test-suite');

/** Where there is no such folder, tests of it are skipped, but where judges are required. */
export const suite = findSuite();

function findSuite(): { options: { skip: boolean; meta: { missingJudge?: string } } } {
  if (existsSync(path.join(folder, 'tests'))) return { options: { skip: false, meta: {} } };
  const missing = `JSON-Schema-Test-Suite (no folder ${path.basename(folder)}: see docs/schemas.md)`;
  if (process.env.TINKUY_JUDGES === 'required') throw new Error(`It has to judge: ${missing}`);
  return { options: { skip: true, meta: { missingJudge: missing } } };
}

const require = createRequire(import.meta.url);

function readJson(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json;
}

/** The tests of a draft that a validator has to pass; of `optional` those that it may. */
export function readSuite(draft: Draft, part: 'required' | 'optional'): SuiteTest[] {
  const at = path.join(folder, 'tests', draft, part === 'optional' ? 'optional' : '');
  return readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const groups = readJson(path.join(at, name)) as unknown as (JsonObject & { tests: JsonObject[] })[];
      return groups.flatMap(({ description, schema = null, tests }) =>
        tests.map((test) => ({
          file: name.replace(/\.json$/, ''),
          group: String(description),
          name: String(test.description),
          schema,
          data: test.data ?? null,
          valid: test.valid === true,
        })),
      );
    });
}

/** Where the suite's schemas say that others are; nothing is asked there. */
const remoteHost = ['http:', '', 'localhost:1234'].join('/');

/** The schemas that the suite's refer to, by the addresses under which it wants them to be found; and the meta-schemas. */
export function readRemotes(): Map<string, Json> {
  const remotes = new Map<string, Json>();
  const root = path.join(folder, 'remotes');
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.json'))
      remotes.set(`${remoteHost}/${name.replaceAll('\\', '/')}`, readJson(path.join(root, name)));
  }
  const meta = path.dirname(require.resolve('ajv/package.json'));
  const schemas = path.join(meta, 'dist/refs/json-schema-2020-12');
  remotes.set('https://json-schema.org/draft/2020-12/schema', readJson(path.join(schemas, 'schema.json')));
  for (const name of readdirSync(path.join(schemas, 'meta'))) {
    const uri = `https://json-schema.org/draft/2020-12/meta/${name.replace('.json', '')}`;
    remotes.set(uri, readJson(path.join(schemas, 'meta', name)));
  }
  remotes.set(
    'http://json-schema.org/draft-07/schema',
    readJson(path.join(meta, 'dist/refs/json-schema-draft-07.json')),
  );
  return remotes;
}
