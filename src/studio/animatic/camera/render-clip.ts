import { markFile } from '../../../picture/provenance.ts'
import { drawnByRules } from '../provenance.ts'
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
    let shown: Buffer | undefined
    let frame: Buffer | undefined
    for await (const pixels of drawFrames(composition, request, work)) {
      if (pixels !== shown || !frame) {
        if (shown) release(shown)
        shown = pixels
        frame = toYuv(pixels)
      }
      // Drawn while the one before went through the pipe.
      await written
      written = encoder.frame(frame)
      written.catch(() => {})
    }
    await written
    await encoder.finish()
    await markFile(path, drawnByRules)
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

/** Every frame of the shot as RGBA, in order. A frame that is held comes as the very same buffer again. */
export async function* drawFrames(composition: Composition, request: AnimateRequest, work: Pick<Work, 'signal' | 'assets' | 'progress'>) {
  const { frames, fps, width, height } = request
  const moments = Array.from({ length: frames }, (_, frame) => momentOf(frame, request))
  work.progress(0, 'painting layers')
  const plan = planMove(composition, request.move, frames / fps, request.seed, request)
  const sprites = paintSprites(composition, plan, request, moments)
  const burns = await Promise.all(request.burn.map(async (burn) => ({ ...burn, ...await trimmed(await work.assets.read(burn.picture)) })))
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  const blur = createCanvas(width, height).getContext('2d', { alpha: false })
  const burned = (frame: number) => burns.filter(({ from, to }) => frame >= from && frame < to)
  const still = sprites.every(({ layer, slides }) => !layer.live && !layer.pose && slides === 'nowhere')
  let held: Buffer | null = null
  for (let frame = 0; frame < frames; frame++) {
    work.signal.throwIfAborted()
    work.progress(frame / frames, 'rendering')
    if (held && (still || onTwos(request, frame)) && burned(frame).every((burn) => burned(frame - 1).includes(burn)) && burned(frame).length === burned(frame - 1).length) {
      yield held
      continue
    }
    const time = moments[frame] as Moment
    const taps = smearOf(plan, moments, frame)
    if (taps === 1) composeFrame(context, sprites, plan, request, time)
    else smear(context, blur, taps, (part) => composeFrame(blur, sprites, plan, request, momentOf(frame + part, request)))
    for (const { picture, x, y } of burned(frame)) context.drawImage(picture, x, y)
    held = readBack(context, 0, 0, width, height)
    yield held
  }
  work.progress(1, 'rendering')
}

/** Drawn film moves on twos where the camera stands: each drawing is held for two frames. A moving camera moves in every one. */
const onTwos = ({ move, frames, fps }: AnimateRequest, frame: number) => move.name === 'static' && fps >= 24 && frame % 2 === 1 && frame < frames - 1

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
