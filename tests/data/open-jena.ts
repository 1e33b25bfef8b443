import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { askProgram, findJudge, type Judge } from '../judge.ts';

const jars = '/usr/share/java';
/** Apache Jena as Debian packages it, and what it needs; each by the name without a version. */
const wanted =
  /^(?:jena-[a-z0-9-]+|commons-(?:cli|io|lang3|csv|codec|compress)|slf4j-(?:api|simple)|jackson-(?:core|databind|annotations)|thrift|dexx\.collection|gson|guava|failureaccess|httpclient|httpcore|.*json.*|protobuf)\.jar$/;
const aDecimal =
  '<http://example.org/a> <http://example.org/b> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n';

/**
 * Debian's Jena (libapache-jena-java): its commands by the names of their classes, and their arguments. Debian's jar has the
 * messages of its XML parser under another name than the parser looks for, so that every datatype fails to load: they are
 * put where they are looked for, before the jar, for as long as the tests of the file run.
 */
export async function openJena(): Promise<Judge> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-jena-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const names = existsSync(jars) ? readdirSync(jars) : [];
  const own = names.filter((name) => wanted.test(name) && !/-\d[\d.]*\.jar$/.test(name));
  const classPath = [await unpackMessages(folder), ...own.map((name) => path.join(jars, name))].join(':');
  const validate = ['-cp', classPath, 'riotcmd.riot', '--validate', '--syntax=ntriples', '-'];
  const jena = findJudge('Jena', [{ program: 'java', argv: validate, input: aDecimal, says: /^$/ }]);
  return { ...jena, ask: (argv, input) => jena.ask(['-cp', classPath, ...argv], input) };
}

/** Where it cannot be done the folder stays empty, and Jena fails to judge. */
async function unpackMessages(folder: string): Promise<string> {
  const messages = path.join(folder, 'messages');
  mkdirSync(messages);
  const script = 'import sys, zipfile\nzipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
  const argv = ['-c', script, `${jars}/jena-core.jar`, folder];
  const unpacked = await askProgram('python3', argv).catch(() => undefined);
  if (unpacked?.status !== 0) return messages;
  const from = path.join(folder, 'org/apache/jena/ext/xerces');
  cpSync(from, path.join(messages, 'xerces'), { recursive: true });
  return messages;
}
