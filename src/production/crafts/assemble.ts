import { assemble as assembleCut } from '../../edit/assemble.ts'
import type { CutCache } from '../../edit/cut-cache.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { mixSound } from '../../edit/sound/mix-sound.ts'
import type { Cut } from '../../film/cut.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Studio } from '../../studio/studio.ts'
import type { FilmMade } from '../event.ts'
import { CutRequest, cutOf } from './cut-of.ts'
import { handsOf, marksFor } from './made-by.ts'

/** Cuts the circled takes together with titles, voices and score. */
export const assemble = ({ ffmpeg, cache, studio, version }: { ffmpeg: Ffmpeg; cache: CutCache; studio: Pick<Studio, 'crew' | 'model'>; version: string }): Craft => ({
  name: 'assemble',
  pool: 'edit',
  async run(request, work): Promise<FilmMade> {
    const asked = CutRequest.parse(request)
    const { items, ...film } = await cutOf(asked, work)
    const cut: Cut = { ...film, items: items.map((item, index) => item ?? missing(index)) }
    const { comment, provenance } = marksFor(handsOf(asked.shots, asked.score?.by, studio), version)
    const stop = new AbortController()
    const mixed = mixSound(cut, { ffmpeg, assets: work.assets, cache, signal: AbortSignal.any([work.signal, stop.signal]) })
    const mix = mixed.then(({ sound }) => work.assets.path(sound))
    // Told where it is awaited; a failing picture may be told first.
    mix.catch(() => undefined)
    try {
      const assembled = await assembleCut(cut, {
        ffmpeg, assets: work.assets, cache, mix, comment, provenance, signal: work.signal,
        onProgress: (fraction) => work.progress(fraction, 'cutting'),
      })
      const { loudness, truePeak } = await mixed
      return { film: assembled.film, frames: assembled.frames, loudness, truePeak, cut: await work.assets.putJson(cut) }
    } catch (error) {
      stop.abort()
      await mixed.catch(() => undefined)
      throw error
    }
  },
})

const missing = (index: number): never => { throw new Error(`The cut was ordered before clip ${index} of it was there.`) }
