/** Three projects: `unit` needs no server, `nats` starts real ones, `docker` a whole engine. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.ci/output.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          // A limit for what hangs, not a measure of speed: the machine may be busy.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['packages/**/*.test.ts', 'services/**/*.test.ts', '*.test.ts', '{load-tests,deploy}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.nats.test.ts', '**/*.docker.test.ts']
        }
      },
      {
        test: {
          name: 'nats',
          include: ['{packages,services,deploy,load-tests}/**/*.nats.test.ts'],
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      },
      {
        test: {
          name: 'docker',
          include: ['deploy/**/*.docker.test.ts'],
          exclude: ['**/node_modules/**'],
          // Last and alone: it runs the whole landscape.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
})
