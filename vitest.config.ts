import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['lib/**', 'node_modules/**'],
    /** Milliseconds; a test that starts the command several times on a slow machine is still a test. */
    testTimeout: 30_000,
  },
});
