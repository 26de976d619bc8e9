import { z } from 'zod'
import { assemble as assembleCut } from '../../edit/assemble.ts'
import type { CutCache } from '../../edit/cut-cache.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { mixSound } from '../../edit/sound/mix-sound.ts'
import { AssetHash, Cut, type CutItem } from '../../film/cut.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { Composed } from '../../studio/provider.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Work } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { CallSheet, creditsJoins, titleJoins } from '../call-sheet.ts'
import { type FilmMade, TakeMade, TitlesMade } from '../event.ts'
import { frameSize } from '../../film/frame-size.ts'
import { Brief } from '../../film/brief.ts'
import { handsOf, marksFor, ShotMakers } from './made-by.ts'
import { read } from './writing.ts'

const Request = z.object({
  brief: AssetHash,
  board: AssetHash,
  title: z.string().nullable(),
  titles: TitlesMade,
  score: Composed.nullable(),
  shots: z.array(z.object({ number: z.string(), sheet: AssetHash, take: TakeMade, voice: AssetHash.nullable(), by: ShotMakers.optional() })),
})

/** Cuts the circled takes together with titles, voices and score. */
export const assemble = ({ ffmpeg, cache, studio, version }: { ffmpeg: Ffmpeg; cache: CutCache; studio: Pick<Studio, 'crew' | 'model'>; version: string }): Craft => ({
  name: 'assemble',
  pool: 'edit',
  async run(request, work): Promise<FilmMade> {
    const asked = Request.parse(request)
    const cut = await makeCut(asked, work)
    const { comment, provenance } = marksFor(handsOf(asked.shots, asked.score?.by, studio), version)
    const stop = new AbortController()
    const mixed = mixSound(cut, { ffmpeg, assets: work.assets, cache, signal: AbortSignal.any([work.signal, stop.signal]) })
    const mix = mixed.then(({ sound }) => work.assets.path(sound))
    // Told where it is awaited; a failing picture may be told first.
    mix.catch(() => undefined)
    try {
      const { film, frames } = await assembleCut(cut, {
        ffmpeg, assets: work.assets, cache, mix, comment, provenance, signal: work.signal,
        onProgress: (fraction) => work.progress(fraction, 'cutting'),
      })
      const { loudness, truePeak } = await mixed
      return { film, frames, loudness, truePeak, cut: await work.assets.putJson(cut) }
    } catch (error) {
      stop.abort()
      await mixed.catch(() => undefined)
      throw error
    }
  },
})

async function makeCut(asked: z.infer<typeof Request>, work: Work): Promise<Cut> {
  const board = await read(work, Storyboard, asked.board)
  const brief = await read(work, Brief, asked.brief)
  const sheets = await Promise.all(asked.shots.map(({ sheet }) => read(work, CallSheet, sheet)))
  const shots = asked.shots.map(({ number, take, voice }, index): CutItem => {
    const sheet = sheets[index]
    if (!sheet) throw new Error(`Shot ${number} has no call sheet.`)
    return {
      name: number,
      clip: take.clip,
      frames: take.frames,
      transition: sheet.into,
      voice: voice !== null && take.voiceAt !== null ? { sound: voice, at: take.voiceAt } : null,
      captions: take.captions,
      chapter: [number, sheet.shot.scene || sheet.shot.picture].filter(Boolean).join(' ').slice(0, 80),
    }
  })
  const card = (name: 'title' | 'credits', joins: typeof titleJoins): CutItem => ({
    name, clip: asked.titles[name].clip, frames: asked.titles[name].frames, transition: joins(board).into,
    voice: null, captions: [], chapter: name === 'title' ? asked.title ?? board.title : board.language === 'zh' ? '片尾' : 'Credits',
  })
  return {
    title: asked.title ?? board.title,
    author: board.author,
    language: board.language,
    ...frameSize(brief.aspect, brief.definition),
    fps: board.fps,
    items: [card('title', titleJoins), ...shots, card('credits', creditsJoins)],
    score: asked.score?.sound ?? null,
    fadeOut: creditsJoins(board).fadeOut,
  }
}
