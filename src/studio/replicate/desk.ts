import type Replicate from 'replicate'
import type { Prediction } from 'replicate'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import type { Assets } from '../../lab/assets.ts'
import type { FetchAllowed } from '../../safety/fetch-allowed.ts'
import type { Entry } from './entry.ts'
import type { LiveModel } from './live-model.ts'
import type { Wakers } from './wakers.ts'

/** What every order here works with. */
export type Desk = {
  client: Replicate
  token: string
  assets: Assets
  entries: readonly Entry[]
  live(entry: Entry): Promise<LiveModel>
  fetch: typeof globalThis.fetch
  /** For files: from Replicate's hosts and `home` only. The token goes to none but `home`. */
  files: FetchAllowed
  home: URL
  ffmpeg: Ffmpeg | undefined
  wakers: Wakers
  webhook: string | undefined
  /** Seconds between two looks at a job. */
  pollSeconds: number
  /** How long to wait before an order that is not in the list surely never came. */
  settleSeconds: number
  /** Seconds until a file, and a job, is given up. */
  patience: { file: number; job: number }
}

export type { Prediction }
