import type { PaidWork } from '../../lab/work.ts'
import { howToGet } from '../../edit/find-ffmpeg.ts'
import { frameAt, joinPieces } from '../../edit/outside-clips.ts'
import { mp4Facts } from '../../picture/mp4-facts.ts'
import { fitSeconds, type ClipPlan } from '../fit-seconds.ts'
import type { Animated, AnimateRequest } from '../provider.ts'
import { remarksIn } from '../remarks.ts'
import { cameraWords } from './camera-words.ts'
import { choose, refusal } from './choose.ts'
import type { Desk } from './desk.ts'
import { nearestAspect } from './draw.ts'
import type { Entry } from './entry.ts'
import { Media, type Wants } from './map-input.ts'
import { order } from './order.ts'

/** One clip, or several that go on from each other, as the model's lengths allow. */
export const animate = (desk: Desk) => async (request: AnimateRequest, work: PaidWork): Promise<Animated> => {
  const { entry } = choose(desk, 'animate', request.model)
  const seconds = request.frames / request.fps
  const plan = fitSeconds(seconds, entry.limits.seconds)
  canFinish(desk, plan)
  const clips: { clip: string; seconds: number }[] = []
  for (const [index, { seconds: length, used }] of plan.entries()) {
    const last = index === plan.length - 1
    const before = clips.at(-1)
    const start = before && desk.ffmpeg ? await frameAt(before.clip, before.seconds, { ffmpeg: desk.ffmpeg, assets: desk.assets, signal: work.signal }) : request.picture
    const [clip = ''] = await order(desk, work, {
      entry, step: plan.length === 1 ? 'clip' : `clip-${index + 1}`, makes: 'video', span: [index / plan.length, (index + 0.95) / plan.length],
      measure: { second: length }, wants: wantsOf(entry, request, { start, length, last }),
    })
    clips.push({ clip, seconds: used })
  }
  const [first] = clips
  const clip = clips.length > 1 && desk.ffmpeg ? await joinPieces(clips, { ffmpeg: desk.ffmpeg, assets: desk.assets, signal: work.signal }) : first?.clip ?? ''
  const facts = await mp4Facts(desk.assets.path(clip)).catch(() => null)
  // a container we cannot read: conforming reads it, and asks for what was ordered
  const { frames, fps, width, height } = facts ?? request
  return { clip, frames, fps, width, height, conformed: false, remarks: remarksOn(entry, request, plan) }
}

/** Known before anything is paid: without a modern ffmpeg a clip from outside can neither be joined nor cut into the film. */
function canFinish({ ffmpeg }: Desk, plan: readonly ClipPlan[]) {
  if (ffmpeg?.trusted === 'packaged') throw refusal(`Clips of Replicate cannot be cut into a film here: the packaged ffmpeg is too old (2018) to be given files from outside. Nothing was ordered. ${howToGet}`)
  if (plan.length > 1 && !ffmpeg) throw refusal(`This shot is longer than the model makes in one clip, and without an ffmpeg its clips cannot be joined. Nothing was ordered. ${howToGet}`)
}

function wantsOf({ fields, limits }: Entry, request: AnimateRequest, { start, length, last }: { start: string; length: number; last: boolean }): Wants {
  const camera = cameraWords(request.move, request.second)
  return {
    prompt: fields.camera !== undefined ? request.prompt : `${request.prompt} ${camera}`,
    camera,
    picture: new Media(start),
    lastFrame: last && request.lastFrame && limits.lastFrame ? new Media(request.lastFrame) : undefined,
    seconds: length,
    aspect: nearestAspect(limits.aspects ?? ['16:9', '9:16', '1:1'], request.width / request.height),
    seed: request.seed,
    fps: request.fps,
  }
}

function remarksOn({ label, limits }: Entry, { frames, fps, lastFrame, language }: AnimateRequest, plan: readonly ClipPlan[]): string[] {
  const tell = remarksIn(language)
  const wanted = frames / fps
  const bought = plan.reduce((sum, { seconds }) => sum + seconds, 0)
  const filled = plan.reduce((sum, { used }) => sum + used, 0)
  return [
    ...plan.length > 1 ? [tell.parts(label, say(wanted), plan.map(({ seconds }) => say(seconds)))] : [],
    ...bought - wanted > 0.05 ? [tell.trimmed(label, say(bought), say(wanted))] : [],
    ...wanted - filled > 0.05 ? [tell.held(label, say(filled))] : [],
    ...lastFrame && !limits.lastFrame ? [tell.noLastFrame(label)] : [],
  ]
}

const say = (seconds: number) => String(Math.round(seconds * 10) / 10)
