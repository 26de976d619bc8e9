import type { CutCache } from '../../edit/cut-cache.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { joinAhead } from '../../edit/join-ahead.ts'
import type { Craft } from '../../lab/craft.ts'
import { CutRequest, cutOf } from './cut-of.ts'

/** Most of the cut's joins, while the last shots are still being rendered. The cut finds them by what they show; what has changed since it makes again. */
export const join = ({ ffmpeg, cache }: { ffmpeg: Ffmpeg; cache: CutCache }): Craft => ({
  name: 'join',
  pool: 'edit',
  async run(request, work) {
    const made = await joinAhead(await cutOf(CutRequest.parse(request), work), { ffmpeg, assets: work.assets, cache, signal: work.signal }).catch(() => null)
    work.signal.throwIfAborted()
    // A failure is told once, by the cut, which meets it too.
    return { joined: made !== null }
  },
})
