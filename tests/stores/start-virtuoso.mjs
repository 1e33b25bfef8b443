/**
 * Starts a Virtuoso of its own on free ports, in a new folder that goes with it; the password of "dba" is "dba".
 * `node tests/stores/start-virtuoso.mjs` runs one until it is stopped, and says where it is.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Longest that it may take to begin, in milliseconds. */
const patience = 90_000;
const host = '127.0.0.1';

/**
 * @returns {Promise<{ graphStore: string, sparql: string, update: string, stop: () => Promise<void> }>} addresses of the Graph Store Protocol
 *   with authentication, of SPARQL, and of SPARQL with authentication, which takes updates
 */
export async function startVirtuoso() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-virtuoso-'));
  const [port, http] = [await freePort(), await freePort()];
  writeFileSync(path.join(folder, 'virtuoso.ini'), configuration(folder, port, http));
  const child = spawn('virtuoso-t', ['+foreground', '+configfile', 'virtuoso.ini'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill('SIGKILL')) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const base = `http://${host}:${http}`;
  const began = Date.now();
  while (Date.now() - began < patience && child.exitCode === null) {
    const answer = await fetch(`${base}/sparql?query=ASK%7B%7D`).catch(() => undefined);
    if (answer?.ok) {
      const graphStore = `${base}/sparql-graph-crud-auth`;
      return { graphStore, sparql: `${base}/sparql`, update: `${base}/sparql-auth`, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop();
  throw new Error('Virtuoso did not begin to answer');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** https://docs.openlinksw.com/virtuoso/ch-server/#configuring; what is not here has its default. */
function configuration(folder, port, http) {
  return `[Database]
DatabaseFile = ${folder}/virtuoso.db
ErrorLogFile = ${folder}/virtuoso.log
LockFile = ${folder}/virtuoso.lck
TransactionFile = ${folder}/virtuoso.trx
xa_persistent_file = ${folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = ${folder}/virtuoso-temp.db
TransactionFile = ${folder}/virtuoso-temp.trx
[Parameters]
ServerPort = ${port}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = ${folder}
[HTTPServer]
ServerPort = ${http}
ServerRoot = ${folder}
[SPARQL]
ResultSetMaxRows = 1000000
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { graphStore, sparql, stop } = await startVirtuoso();
  process.stdout.write(`Graph Store Protocol: ${graphStore}\nSPARQL: ${sparql}\n`);
  process.once('SIGINT', () => stop().then(() => process.exit(0)));
}
