import { defineConfig } from 'vitest/config'

/** Files that need no database: they share one process and start at once. */
const pure = ['src/core/**/*.test.ts', 'src/modules/*/rules/**/*.test.ts', 'src/paper/**/*.test.ts', 'bench/*.test.ts']
const never = ['**/node_modules/**', 'build/**']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Style sheets that are read as texts; all others are empty in tests.
    css: { include: [/\?raw$/] },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, exclude: never, isolate: false } },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...never, ...pure],
          globalSetup: ['test/global-setup.ts'],
        },
      },
    ],
  },
})
