import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['**/*.test.ts'],
    environment: 'node',
    globalSetup: ['harness/setup.ts'],
    // One server and one browser for all of them; files at once would only wait for each other.
    fileParallelism: false,
    // Nothing waits for time, only for states; these end what would never come.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
});
