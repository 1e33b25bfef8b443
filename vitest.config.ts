import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**'],
    maxWorkers: '100%',
    // Nothing that a test does depends on what another file did, so that modules are loaded once a worker and not once a
    // file. Whoever puts something in another's place takes it back (vi.mock does not work here: spy, and restore).
    isolate: false,
    // Milliseconds: ends what hangs. How fast something is tests/bench says, for a busy machine is no failure.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    reporters: ['default', './tests/plain-summary.ts'],
  },
});
