import { rm } from 'node:fs/promises'
import { createCanvas, loadImage, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Work } from '../../../lab/work.ts'
import { paintedBox } from '../../../picture/painted-box.ts'
import { readBack, release } from '../../../picture/read-back.ts'
import type { AnimateRequest } from '../../provider.ts'
import type { Composition, Moment } from '../composition.ts'
import { composeFrame } from './compose-frame.ts'
import { openEncoder } from './encoder.ts'
import { planMove } from './plan.ts'
import { smearOf } from './smear.ts'
import { openYuv } from './rgba-to-yuv.ts'
import { paintSprites } from './sprites.ts'

/** Moves the ordered camera over the composition and encodes what it sees. Returns the clip's hash. */
export async function renderClip(composition: Composition, request: AnimateRequest, work: Work, ffmpeg: string): Promise<string> {
  const path = await work.assets.scratch('.mp4')
  const encoder = openEncoder({ ffmpeg, path, size: request, fps: request.fps, frames: request.frames, keyFrames: request.keyFrames })
  const toYuv = openYuv(request)
  const stop = () => { void encoder.abort() }
  work.signal.addEventListener('abort', stop, { once: true })
  try {
    let written = Promise.resolve()
    for await (const pixels of drawFrames(composition, request, work)) {
      const frame = toYuv(pixels)
      release(pixels)
      // Drawn while the one before went through the pipe.
      await written
      written = encoder.frame(frame)
      written.catch(() => {})
    }
    await written
    await encoder.finish()
    return await work.assets.putFile(path)
  } catch (error) {
    await encoder.abort()
    await rm(path, { force: true })
    work.signal.throwIfAborted()
    throw error
  } finally {
    work.signal.removeEventListener('abort', stop)
  }
}

/** Every frame of the shot as RGBA, in order. */
export async function* drawFrames(composition: Composition, request: AnimateRequest, work: Pick<Work, 'signal' | 'assets' | 'progress'>) {
  const { frames, fps, width, height } = request
  const moments = Array.from({ length: frames }, (_, frame) => momentOf(frame, request))
  work.progress(0, 'painting layers')
  const plan = planMove(composition, request.move, frames / fps, request.seed)
  const sprites = paintSprites(composition, plan, request, moments)
  const burns = await Promise.all(request.burn.map(async (burn) => ({ ...burn, ...await trimmed(await work.assets.read(burn.picture)) })))
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  const blur = createCanvas(width, height).getContext('2d', { alpha: false })
  for (let frame = 0; frame < frames; frame++) {
    work.signal.throwIfAborted()
    const time = moments[frame] as Moment
    const taps = smearOf(plan, moments, frame)
    if (taps === 1) composeFrame(context, sprites, plan, request, time)
    else smear(context, blur, taps, (part) => composeFrame(blur, sprites, plan, request, momentOf(frame + part, request)))
    for (const { picture, x, y, from, to } of burns) if (frame >= from && frame < to) context.drawImage(picture, x, y)
    yield readBack(context, 0, 0, width, height)
    work.progress((frame + 1) / frames, 'rendering')
  }
}

const momentOf = (frame: number, { frames, fps }: AnimateRequest): Moment =>
  ({ seconds: frame / fps, progress: frames > 1 ? Math.min(1, Math.max(0, frame / (frames - 1))) : 0 })

/** What an open shutter sees: the mean of the frame's moments. */
function smear(onto: SKRSContext2D, scratch: SKRSContext2D, taps: number, compose: (part: number) => void) {
  for (let tap = 0; tap < taps; tap++) {
    compose((tap + 0.5) / taps - 0.5)
    onto.globalAlpha = 1 / (tap + 1)
    onto.drawImage(scratch.canvas, 0, 0)
  }
  onto.globalAlpha = 1
}

/** A subtitle is a small part of the frame: only that part is laid over. */
async function trimmed(bytes: Buffer): Promise<{ picture: Canvas; x: number; y: number }> {
  const whole = await loadImage(bytes)
  const context = createCanvas(whole.width, whole.height).getContext('2d')
  context.drawImage(whole, 0, 0)
  const pixels = readBack(context, 0, 0, whole.width, whole.height)
  const { left, top, right, bottom } = paintedBox(pixels, whole.width)
  release(pixels)
  const picture = createCanvas(Math.max(1, right - left), Math.max(1, bottom - top))
  picture.getContext('2d').drawImage(context.canvas, -left, -top)
  return { picture, x: left, y: top }
}
