import { defineConfig } from 'vitest/config';

/** `npm run mutations`: the whole table, not the sample of the tests. */
export default defineConfig({
  test: { include: ['tests/mutations/all-mutations.ts'], testTimeout: 3_600_000, reporters: ['dot'] },
});
