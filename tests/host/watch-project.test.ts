import { describe, expect, test } from 'vitest';
import type { Changes, Heard } from '../../pipeline/host/watch/changes.ts';
import { watchProject } from '../../pipeline/host/watch/watch-project.ts';

/** A project of one file in memory, whose changes and clock are the test's. */
function openWorld() {
  const heard: Heard[] = [];
  const log: string[] = [];
  let [text, stamp, time, waits] = ['0', 0, 0, 0];
  const hooks = { onRead: () => {}, onBuild: () => {}, onQuiet: (): Heard => 'end' };
  const changes: Changes = {
    listen: () => undefined,
    wait: async (milliseconds) => {
      waits += 1;
      time += milliseconds;
      return heard.shift() ?? (milliseconds >= 1000 ? hooks.onQuiet() : 'nothing');
    },
    end: () => heard.push('end'),
  };
  const write = (next: string, tells = true) => {
    text = next;
    stamp += 1;
    if (tells) heard.push('change');
  };
  const run = () =>
    watchProject({
      changes,
      now: () => time,
      survey: () => ({
        files: new Map([['a', String(stamp)]]),
        folders: new Map(),
        tops: new Set(['a']),
        held: [],
      }),
      digestHeld: () => '',
      read: () => {
        const read = text;
        hooks.onRead();
        return { root: '/', value: { own: [{ path: 'a', text: read }], builtin: [] }, diagnostics: [] };
      },
      build: async ({ project, changes: found, isMeanwhile }) => {
        const [file] = project.value.own;
        log.push(`${isMeanwhile ? 'again ' : ''}${file?.text} ${JSON.stringify(found ?? 'first')}`);
        hooks.onBuild();
      },
      tell: {
        idle: () => log.push('idle'),
        restless: () => log.push('restless'),
        deaf: (code) => log.push(`deaf ${code}`),
      },
    });
  return { run, write, log, hooks, changes, waits: () => waits };
}

const changed = '[{"change":"changed","path":"a"}]';

/** Does one thing after the other, each when nothing is left to be done, and then ends it. */
function inTurn(steps: (() => void)[]): () => Heard {
  return () => {
    const step = steps.shift();
    if (!step) return 'end';
    step();
    return 'change';
  };
}

describe('a watch', () => {
  test('builds once, and once more for a flood of changes', async () => {
    const { run, write, log, hooks } = openWorld();
    hooks.onQuiet = inTurn([() => Array.from({ length: 20 }, (_, index) => write(String(index)))]);
    await run();
    expect(log).toEqual(['0 "first"', 'idle', `19 ${changed}`, 'idle']);
  });

  test('builds once more for all that changes while it builds, heard or not', async () => {
    for (const tells of [true, false]) {
      const { run, write, log, hooks } = openWorld();
      hooks.onBuild = () => {
        hooks.onBuild = () => {};
        write('1', tells);
        write('2', tells);
      };
      await run();
      expect(log).toEqual(['0 "first"', `again 2 ${changed}`, 'idle']);
    }
  });

  test('finds what the system never told of', async () => {
    const { run, write, log, hooks } = openWorld();
    const steps = inTurn([() => write('1', false)]);
    hooks.onQuiet = () => (steps() === 'end' ? 'end' : 'nothing');
    await run();
    expect(log).toEqual(['0 "first"', 'idle', `1 ${changed}`, 'idle']);
  });

  test('does not build what says the same', async () => {
    const { run, write, log, hooks } = openWorld();
    hooks.onQuiet = inTurn([() => write('0'), () => write('0', false)]);
    await run();
    expect(log).toEqual(['0 "first"', 'idle']);
  });

  test('does not build what changed while it was read, and says so where that does not end', async () => {
    const { run, write, log, hooks } = openWorld();
    let left = 60;
    hooks.onRead = () => {
      if (left > 0) write(String(left));
      left -= 1;
    };
    await run();
    expect(log).toEqual(['restless', '1 "first"', 'idle']);
  });

  test('does not wait for the end of a flood without end', async () => {
    const { run, log, hooks, changes, waits } = openWorld();
    hooks.onQuiet = inTurn([() => {}]);
    const { wait } = changes;
    let isEndless = false;
    changes.wait = async (milliseconds) => {
      if (milliseconds >= 1000 && waits() > 60) return 'end';
      isEndless ||= milliseconds >= 1000;
      const heard = await wait(milliseconds);
      return isEndless ? 'change' : heard;
    };
    await run();
    expect(log).toEqual(['0 "first"', 'idle']);
    expect(waits()).toBeGreaterThan(50);
  });

  test('is looked through without being told, at most a fiftieth of the time', async () => {
    const { run, hooks, changes } = openWorld();
    const pauses: number[] = [];
    const { wait } = changes;
    changes.wait = async (milliseconds) => {
      pauses.push(milliseconds);
      return wait(milliseconds);
    };
    hooks.onQuiet = () => (pauses.length < 5 ? 'nothing' : 'end');
    await run();
    expect(pauses.filter((pause) => pause > 0 && pause < 1000)).toEqual([]);
  });

  test('that cannot listen to a folder says so once', async () => {
    const { run, write, log, hooks, changes } = openWorld();
    changes.listen = () => 'ENOSPC';
    hooks.onQuiet = inTurn([() => write('1')]);
    await run();
    expect(log).toEqual(['deaf ENOSPC', '0 "first"', 'idle', `1 ${changed}`, 'idle']);
  });

  test('ends while it waits for quiet, too', async () => {
    const { run, write, log, hooks, changes } = openWorld();
    hooks.onQuiet = inTurn([
      () => {
        write('1');
        changes.end();
      },
    ]);
    await run();
    expect(log).toEqual(['0 "first"', 'idle']);
  });
});
