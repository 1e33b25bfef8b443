import type { Step } from '../project/build-services.ts';
import { tableLines } from '../rules/report/table-lines.ts';
import type { CommandContext } from './command-context.ts';

/** Where the time of a run goes, step by step. */
export interface Timings {
  /** A step begins, and the one before ends. */
  begin(step: Step): void;
  /** The table: milliseconds on the clock and of the processors, and their sum. */
  write(): string;
}

interface Spent {
  step: Step;
  clock: number;
  processor: number;
}

export function createTimings({ say }: Pick<CommandContext, 'say'>): Timings {
  const spent: Spent[] = [];
  let current: Spent | undefined;
  const now = () => {
    const { user, system } = process.cpuUsage();
    return { clock: performance.now(), processor: (user + system) / 1000 };
  };
  let since = now();
  const lap = () => {
    const until = now();
    if (current) {
      current.clock += until.clock - since.clock;
      current.processor += until.processor - since.processor;
    }
    since = until;
  };
  return {
    begin(step) {
      lap();
      // A step comes again with each publication.
      current = spent.find((each) => each.step === step);
      if (current) return;
      current = { step, clock: 0, processor: 0 };
      spent.push(current);
    },
    write() {
      lap();
      const row = (words: string, clock: number, processor: number) => [
        words,
        clock.toFixed(0),
        processor.toFixed(0),
      ];
      const sum = (key: 'clock' | 'processor') => spent.reduce((total, each) => total + each[key], 0);
      const head = ['step', 'clock', 'processor'].map((key) => say(`timings.${key}`));
      const rows = [
        ...spent.map(({ step, clock, processor }) => row(say(`stages.${step}`), clock, processor)),
        row(say('timings.sum'), sum('clock'), sum('processor')),
      ];
      return `${tableLines({ head, rows, isRight: [false, true, true] }).join('\n')}\n`;
    },
  };
}
