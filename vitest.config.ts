import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/plain-summary.ts'],
  },
});
