import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askJudge, type Verdict } from '../judge.ts';

const jars = '/usr/share/java';
/** Apache Jena as Debian packages it, and what it needs; each by the name without a version. */
const wanted =
  /^(?:jena-[a-z0-9-]+|commons-(?:cli|io|lang3|csv|codec|compress)|slf4j-(?:api|simple)|jackson-(?:core|databind|annotations)|thrift|dexx\.collection|gson|guava|failureaccess|httpclient|httpcore|.*json.*|protobuf)\.jar$/;

/** Whether Debian's Jena is installed (libapache-jena-java); a failure where judges are required. */
export function hasJena(): boolean {
  const isThere = existsSync(`${jars}/jena-shacl.jar`);
  if (!isThere && process.env.TINKUY_JUDGES === 'required')
    throw new Error('Jena has to judge, and is not there');
  return isThere;
}

/**
 * Runs a command of Jena. Debian's jar has the messages of its XML parser under another name than the parser looks for, so
 * that every datatype fails to load: they are put where they are looked for, before the jar.
 */
export async function askJena(command: string, ...argv: string[]): Promise<Verdict> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-jena-'));
  try {
    const script = 'import sys, zipfile\nzipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
    const { status, stderr } = await askJudge('/usr/bin/python3', [
      '-c',
      script,
      `${jars}/jena-core.jar`,
      folder,
    ]);
    if (status !== 0) throw new Error(stderr);
    const messages = path.join(folder, 'messages');
    mkdirSync(messages);
    cpSync(path.join(folder, 'org/apache/jena/ext/xerces'), path.join(messages, 'xerces'), {
      recursive: true,
    });
    const names = readdirSync(jars).filter((name) => wanted.test(name) && !/-\d[\d.]*\.jar$/.test(name));
    const classPath = [messages, ...names.map((name) => path.join(jars, name))].join(':');
    return await askJudge('java', ['-cp', classPath, command, ...argv]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
