import { defineConfig } from 'vitest/config';

/** Tests that put a module of Node in another's place: they need modules of their own. */
const mocking = [
  'tests/host/write-files.test.ts',
  'tests/host/write-outputs-rollback.test.ts',
  'tests/judge.test.ts',
];

export default defineConfig({
  test: {
    exclude: ['tests/fixtures/**'],
    maxWorkers: '100%',
    // Milliseconds: ends what hangs. How fast something is tests/bench says, for a busy machine is no failure.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    reporters: ['default', './tests/plain-summary.ts'],
    projects: [
      {
        extends: true,
        // Nothing that these do depends on what another file did, so that modules are loaded once a worker and not once a file.
        test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: mocking, isolate: false },
      },
      { extends: true, test: { name: 'mocking', include: mocking, isolate: true } },
    ],
  },
});
