import type { PaidWork } from '../../lab/work.ts'
import { howToGet } from '../../edit/find-ffmpeg.ts'
import { mp4Facts } from '../../picture/mp4-facts.ts'
import type { Fixed, MediaKind, RestoreFacesRequest, SyncLipsRequest, UpscaleRequest } from '../fixes.ts'
import { choose, refusal } from './choose.ts'
import type { Desk } from './desk.ts'
import { sizeOf } from './draw.ts'
import { Media } from './map-input.ts'
import { order } from './order.ts'

export const upscale = (desk: Desk) => async ({ media, kind, factor, model }: UpscaleRequest, work: PaidWork): Promise<Fixed> => {
  const { entry, remarks } = choose(desk, 'upscale', model, kind)
  clipsNeedFfmpeg(desk, kind)
  const fps = kind === 'video' ? (await mp4Facts(desk.assets.path(media)))?.fps ?? 24 : undefined
  const [made = ''] = await order(desk, work, {
    entry, step: 'upscale', makes: kind, measure: kind === 'image' ? { picture: 1 } : {},
    wants: { picture: new Media(media), clip: new Media(media), factor, ...fps !== undefined && { fps: Math.min(120, Math.max(15, Math.round(fps))) } },
  })
  return fixed(desk, made, kind, remarks)
}

export const restoreFaces = (desk: Desk) => async ({ media, kind, model }: RestoreFacesRequest, work: PaidWork): Promise<Fixed> => {
  const { entry, remarks } = choose(desk, 'restoreFaces', model, kind)
  const [made = ''] = await order(desk, work, { entry, step: 'faces', makes: kind, measure: { picture: 1 }, wants: { picture: new Media(media) } })
  return fixed(desk, made, kind, remarks)
}

export const syncLips = (desk: Desk) => async ({ clip, sound, model }: SyncLipsRequest, work: PaidWork): Promise<Fixed> => {
  const { entry, remarks } = choose(desk, 'syncLips', model, 'video')
  clipsNeedFfmpeg(desk, 'video')
  const seconds = (await mp4Facts(desk.assets.path(clip)))?.seconds
  const [made = ''] = await order(desk, work, { entry, step: 'lips', makes: 'video', measure: seconds === undefined ? {} : { second: seconds }, wants: { clip: new Media(clip), sound: new Media(sound) } })
  return fixed(desk, made, 'video', remarks)
}

/** What comes back has to be cut into the film, and only a modern ffmpeg is given clips from outside. */
export function clipsNeedFfmpeg({ ffmpeg }: Desk, kind: MediaKind) {
  if (kind === 'video' && ffmpeg?.trusted === 'packaged') throw refusal(`Clips of Replicate cannot be cut into a film here: the packaged ffmpeg is too old (2018) to be given files from outside. Nothing was ordered. ${howToGet}`)
}

export async function fixed(desk: Desk, made: string, kind: MediaKind, remarks: string[]): Promise<Fixed> {
  if (kind === 'image') return { made, ...await sizeOf(desk, made), remarks }
  const facts = await mp4Facts(desk.assets.path(made))
  if (facts) return { made, width: facts.width, height: facts.height, seconds: facts.seconds, remarks }
  return { made, width: 0, height: 0, remarks: [...remarks, 'How large it is could not be read from the file.'] }
}
