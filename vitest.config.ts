import { enableCompileCache } from 'node:module'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// every process of ours finds by its name what was once translated: the tests', and those that they start and kill
process.env['NODE_COMPILE_CACHE'] ??= enableCompileCache().directory

/** Functions of data: nothing is left behind in memory, so that one process can take one file after the other. */
const pure = ['film', 'reading', 'picture', 'safety', 'discord/cards', 'discord/modals', 'discord/commands', 'studio/animatic/read-scene'].map((room) => `test/${room}/**/*.test.ts`)
  .concat(['conversation', 'film-folder', 'read-arguments', 'read-input', 'screen'].map((file) => `test/terminal/${file}.test.ts`), 'test/import-rules.test.ts')

/** These start processes, kill them or leave the process they are in: each has one of its own. */
const apart = ['crash.test.ts', 'film.test.ts', 'crash/**', 'discord/crash/**', 'discord/gateway/log-in.test.ts', 'paid/**', 'store/**', 'terminal/command.test.ts', 'studio/animatic/voice.test.ts', 'studio/animatic/workers.test.ts'].map((files) => `test/${files.endsWith('.ts') ? files : `${files}/*.test.ts`}`)

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
      { extends: true, test: { name: 'apart', include: apart, globalSetup: ['test/quick-ffmpeg.ts', 'test/store/scratch-server.ts'] } },
      // what the others keep is a database of their own
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: [...pure, ...apart], isolate: false, globalSetup: ['test/quick-ffmpeg.ts', 'test/store/scratch-server.ts'] } },
    ],
  },
})
