import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Functions of data: nothing is left behind in memory, so that one process can take one file after the other. */
const pure = ['film', 'reading', 'picture', 'safety', 'discord/cards', 'discord/modals', 'discord/commands', 'studio/animatic/read-scene'].map((room) => `test/${room}/**/*.test.ts`)

/** Others may share a process too: what they keep is a database of their own. */
const light = ['commands', 'discord/gateway', 'discord/poster', 'discord/office', 'discord/workflows', 'discord/incoming', 'edit', 'lab', 'money', 'production', 'rooms', 'single', 'studio/comfyui', 'studio/openai', 'try/discord'].map((room) => `test/${room}/**/*.test.ts`)

/** Whole films and processes that are killed. Begun last they would be waited for when all else is done. */
const longest = ['discord/crash/kills', 'test/film.test', 'crash/film-crash', 'test/notes', 'discord/a-film', 'weather/storms', 'terminal/command', 'store/open-store', 'weather/losses', 'paid/kills', 'single/single', 'replicate/kills', 'openai/contract', 'comfyui/contract', 'replicate/contract', 'comfyui/kills', 'paint.test']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => (longest.findIndex((part) => moduleId.includes(part)) + 1) || longest.length + 1
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    // Real servers and real encoders: the machine may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // More than there are cores on a small machine: half of the suite waits for ffmpeg, PostgreSQL and other people's seconds.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'light', include: light, isolate: false, globalSetup: ['test/store/scratch-server.ts'] } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...pure, ...light], globalSetup: ['test/store/scratch-server.ts'] } },
    ],
  },
})
