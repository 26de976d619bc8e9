import { z } from 'zod'
import { breakCaptions } from '../../edit/captions/break-captions.ts'
import { conform } from '../../edit/conform.ts'
import { drawAside } from '../../edit/draw-aside.ts'
import { glyphRemark } from '../../edit/fonts.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { keyFramesFor, touchedTail } from '../../edit/key-frames.ts'
import { AssetHash } from '../../film/cut.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Work } from '../../lab/work.ts'
import { type Animated, ComposeRequest, DrawRequest, SpeakRequest, Spoken } from '../../studio/provider.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { Mood } from '../../film/look.ts'
import { guessLanguage } from '../../reading/guess-language.ts'
import type { Studio } from '../../studio/studio.ts'
import { CallSheet } from '../call-sheet.ts'
import type { TakeMade } from '../event.ts'
import { framesFor } from '../keys.ts'
import { lookAtCandidates } from './look-at-candidates.ts'
import { read } from './writing.ts'

export const draw = (studio: Studio): Craft => ({
  name: 'draw',
  pool: 'draw',
  async run(request, work) {
    const asked = DrawRequest.extend({ review: z.boolean().optional() }).parse(request)
    const { review = false, ...drawing } = asked
    return lookAtCandidates(await studio.draw({ ...drawing, language: guessLanguage(drawing.subject) }, work), drawing, { wanted: review }, studio, work)
  },
})

export const speak = (studio: Studio): Craft => ({
  name: 'speak',
  pool: 'speak',
  run: (request, work) => studio.speak(SpeakRequest.parse(request), work),
})

export const compose = (studio: Studio): Craft => ({
  name: 'compose',
  pool: 'compose',
  async run(request, work) {
    const { board, ...asked } = z.object({ board: AssetHash, mood: Mood, seconds: z.number(), seed: z.int(), model: z.string().optional() }).parse(request)
    return studio.compose(ComposeRequest.parse({ ...asked, era: (await read(work, Storyboard, board)).era }), work)
  },
})

/** The picked picture moves, as long as its line needs, with its captions burned in and key frames where the cut will join it. */
export const animate = (studio: Studio, ffmpeg: Ffmpeg): Craft => ({
  name: 'animate',
  pool: 'animate',
  async run(request, work): Promise<TakeMade> {
    const asked = z.object({ sheet: AssetHash, again: z.int(), picture: AssetHash, spoken: Spoken.nullable() }).parse(request)
    const sheet = await read(work, CallSheet, asked.sheet)
    const { shot, fps, width, height } = sheet
    const frames = framesFor({ ...sheet, timed: shot.timed, frames: shot.frames }, asked.spoken?.seconds ?? 0)
    const { captions, burn, keyFrames } = await dressing(sheet, asked.spoken, frames, work)
    const clip = await studio.animate({
      picture: asked.picture,
      prompt: shot.motion ?? shot.prompt,
      ...(sheet.model ? { model: sheet.model } : {}),
      language: sheet.language,
      move: shot.move,
      frames, fps, width, height,
      // another take of the same words moves a little otherwise
      seed: shot.seed + asked.again * 104_729,
      burn,
      keyFrames,
    }, work)
    const glyphs = shot.line && sheet.subtitles ? glyphRemark(shot.line.text, sheet.language) : null
    const told = [...(asked.spoken?.remarks ?? []), ...(glyphs ? [glyphs] : []), ...(clip.remarks ?? [])]
    const take = { ...clip, captions, voiceAt: asked.spoken ? sheet.voiceFrom : null, remarks: told }
    return clip.conformed ? take : conformed(take, { ffmpeg, sheet, frames, burn, keyFrames }, work)
  },
})

type Dressing = Awaited<ReturnType<typeof dressing>>

/** What is laid over a clip, and where the cut will join it. */
export async function dressing(sheet: CallSheet, spoken: Spoken | null, frames: number, work: Work) {
  const { shot, fps, width, height } = sheet
  const captions = shot.line && sheet.subtitles
    ? breakCaptions(shot.line, spoken, { fps, from: sheet.voiceFrom, until: frames - touchedTail(sheet.outOf), width, height })
    : []
  const burn = await Promise.all(captions.map(async ({ from, to, lines }) => ({ picture: await captionPicture(lines, sheet, work), from, to })))
  return { captions, burn, keyFrames: keyFramesFor(frames, sheet.into, sheet.outOf) }
}

type Conforming = Pick<Dressing, 'burn' | 'keyFrames'> & { ffmpeg: Ffmpeg; sheet: CallSheet; frames: number }

/** A clip from outside becomes one that the cut can copy; how it came is kept, for what may still be done to it. */
export async function conformed<Take extends Animated & { remarks: string[] }>(take: Take, { ffmpeg, sheet, frames, burn, keyFrames }: Conforming, work: Work) {
  const { fps, width, height } = sheet
  const overlay = burn.map(({ picture, from, to }) => ({ file: work.assets.path(picture), from, to }))
  const made = await conform(
    { file: work.assets.path(take.clip), madeHere: false, width, height, fps, frames, fit: 'cover', keyFrames, burn: overlay },
    { ffmpeg, assets: work.assets, signal: work.signal },
  )
  const remarks = made.held > 0 ? [...take.remarks, sheet.language === 'zh' ? `最后一帧停留 ${(made.held / fps).toFixed(1)} 秒` : `the last frame is held for ${(made.held / fps).toFixed(1)} s`] : take.remarks
  return { ...take, ...made, raw: take.clip, remarks }
}

const captionPicture = async (lines: string[], { width, height, language }: CallSheet, { assets }: Work) =>
  assets.put(await drawAside.caption(lines, { width, height, language }))
