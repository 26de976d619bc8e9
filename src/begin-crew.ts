import { join } from 'node:path'
import type { Config } from './config.ts'
import { type Ffmpeg, findFfmpeg } from './edit/find-ffmpeg.ts'
import { openAssets, sweepScratch, type Assets } from './lab/assets.ts'
import { openStore, type Store } from './store/open-store.ts'
import { openAnimatic } from './studio/animatic/animatic.ts'
import type { Provider } from './studio/provider.ts'

/** What takes longest to come. A failure waits in its promise until `openCrew` asks. */
export type Begun = {
  assets: Assets
  store: Promise<Store>
  ffmpeg: Promise<Ffmpeg>
  animatic: Provider
  /** Undoes what has begun. */
  leave(): Promise<void>
}

type Options = {
  signal?: AbortSignal | undefined
  onError: (error: unknown) => void
  /** Work is certain to come: its threads start at once. */
  eager?: boolean | undefined
}

/** Starts the database, the search for ffmpeg and the drawing threads, so that they come while the rest of the program is still loaded. */
export function beginCrew(config: Config, { signal, onError, eager = true }: Options): Begun {
  const assets = openAssets(join(config.home, 'assets'))
  const store = openStore({ databaseUrl: config.databaseUrl, home: config.home, signal, onError })
  const ffmpeg = findFfmpeg({ ffmpegPath: config.ffmpegPath, ffprobePath: config.ffprobePath, path: config.path, folder: join(config.home, 'bin') })
  const animatic = openAnimatic({ assets, ffmpeg: ffmpeg.then((found) => found.ffmpeg), ...(config.workers ? { workers: config.workers } : {}) })
  if (eager) animatic.warm?.()
  store.catch(() => undefined)
  ffmpeg.catch(() => undefined)
  sweepScratch(join(config.home, 'assets')).catch(onError)
  return {
    assets, store, ffmpeg, animatic,
    async leave() {
      await animatic.close?.()
      await store.then((opened) => opened.close(), () => undefined)
    },
  }
}
