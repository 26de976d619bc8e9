import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real servers and real encoders: the machine may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['test/store/scratch-server.ts'],
    pool: 'forks',
    // Half of the suite waits for ffmpeg and PostgreSQL: one test file for each core.
    maxWorkers: 2,
  },
})
