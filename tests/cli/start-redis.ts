import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';

const host = '127.0.0.1';

/** A server of Redis of its own, which ends with the test. */
export interface RedisServer {
  /** For --queue. */
  address: string;
  client: Redis;
  /** Ends it as a power cut does. */
  kill: () => Promise<void>;
  /** Starts it again, with what was on its disk. */
  restart: () => Promise<void>;
}

/** @param options of the command line: "--requirepass" … */
export async function startRedis(...options: string[]): Promise<RedisServer> {
  const [folder, port] = [temporaryFolder(), await freePort()];
  const client = new Redis({
    host,
    port,
    lazyConnect: true,
    retryStrategy: () => 50,
    maxRetriesPerRequest: null,
    ...passwordIn(options),
  });
  client.on('error', () => undefined);
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const fixed = ['--port', String(port), '--bind', host, '--dir', folder, '--save', ''];
    server = spawn('redis-server', [...fixed, ...options], { stdio: 'ignore' });
    if (client.status === 'wait') client.connect().catch(() => undefined);
    while ((await client.ping().catch(() => '')) !== 'PONG') await sleep(20);
  };
  const kill = async (): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  onTestFinished(async () => {
    client.disconnect();
    await kill();
  });
  await start();
  return { address: `redis://${host}:${port}`, client, kill, restart: start };
}

function passwordIn(options: readonly string[]): { password?: string } {
  const password = options[options.indexOf('--requirepass') + 1];
  return options.includes('--requirepass') && password !== undefined ? { password } : {};
}

/** A port of this machine that nobody listens to. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
