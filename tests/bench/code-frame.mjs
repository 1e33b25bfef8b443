/**
 * What the frame of a finding costs in a line of five megabytes, as the ratio to one in a line of a hundredth of that: run
 * `npm run bench`. The line is split beforehand, so 1 is right: only a window around the range is looked at.
 */
import { codeFrame } from '../../lib/rules/report/code-frame.js';

const runs = 200;
const plain = { gutter: (text) => text, caret: (text) => text };

/** Processor time of many frames, in microseconds; medians of interleaved rounds, so that a busy machine slows both alike. */
const rounds = Array.from({ length: 9 }, () => [measure(7_000), measure(700_000)]);
const [short, long] = [0, 1].map((column) => median(rounds.map((round) => round[column])));
process.stdout.write(`frame in a line of 5 MB / in one of 50 kB: ${(long / short).toFixed(2)}\n`);

function measure(words) {
  const text = 'palabra '.repeat(words);
  const lines = [`${text}aquí${text}`];
  const point = (column) => ({ line: 1, column, offset: column - 1 });
  const location = { path: 'a.md', start: point(text.length + 1), end: point(text.length + 5) };
  codeFrame(lines, location, 60, plain);
  const since = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) codeFrame(lines, location, 60, plain);
  const { user, system } = process.cpuUsage(since);
  return user + system;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
