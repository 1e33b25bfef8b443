import type { Reporter, TestCase, TestModule } from 'vitest/node';
// The metadata of a skipped test are declared there.
import type {} from './judge.ts';

/**
 * Ends a run with who could not judge, and one line in plain words, which any CI can read: "12 passed, 0 failed, 1 skipped".
 * Where judges are required (TINKUY_JUDGES=required) a test that is skipped fails the run.
 */
export default class PlainSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const missing = new Map<string, number>();
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state] += 1;
        const judge = state === 'skipped' ? missingJudge(test) : undefined;
        if (judge !== undefined) missing.set(judge, (missing.get(judge) ?? 0) + 1);
      }
      if (module.errors().length > 0) counts.failed += 1;
    }
    const { passed, failed } = counts;
    const skipped = counts.skipped + counts.pending;
    const lines = [...missing].map(([judge, count]) => `Skipped ${count} for want of ${judge}`);
    process.stdout.write(
      ['', ...lines, `${passed} passed, ${failed} failed, ${skipped} skipped`, ''].join('\n'),
    );
    if (skipped > 0 && process.env.TINKUY_JUDGES === 'required') process.exitCode = 1;
  }
}

/** The judge that a test, or what it is part of, wants. */
function missingJudge(test: TestCase): string | undefined {
  for (let task: TestCase['parent'] | TestCase = test; 'meta' in task; task = task.parent) {
    const { missingJudge: judge } = task.meta();
    if (judge !== undefined || task.type === 'module') return judge;
  }
  return undefined;
}
