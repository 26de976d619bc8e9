import { z } from 'zod'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { AssetHash } from '../../film/cut.ts'
import type { Craft } from '../../lab/craft.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Fixed } from '../../studio/fixes.ts'
import { ProviderError } from '../../studio/provider-error.ts'
import { Spoken } from '../../studio/provider.ts'
import type { Studio } from '../../studio/studio.ts'
import { CallSheet } from '../call-sheet.ts'
import { FixKind, type FixMade } from '../event.ts'
import { conformed, dressing } from './shooting.ts'
import { read } from './writing.ts'

const Request = z.object({
  fix: FixKind,
  prompt: z.string().nullable(),
  mask: AssetHash.nullable(),
  sheet: AssetHash,
  spoken: Spoken.nullable(),
  frame: z.object({ picture: AssetHash, width: z.int(), height: z.int(), seed: z.int() }).nullable(),
  /** `raw`: without captions, as it came. */
  take: z.object({ clip: AssetHash, raw: z.boolean(), frames: z.int() }).nullable(),
})
type Request = z.infer<typeof Request>

/** Faces, background, size, lips or a part of a frame or a take. It makes a new one; the old one stays. */
export const fix = (studio: Studio, ffmpeg: Ffmpeg): Craft => ({
  name: 'fix',
  pool: 'animate',
  async run(request, work): Promise<FixMade> {
    const asked = Request.parse(request)
    const sheet = await read(work, CallSheet, asked.sheet)
    const { made, width, height, remarks, by = [] } = await apply(studio, asked, sheet, work)
    if (asked.frame) return { medium: 'frame', picture: made, width, height, by }
    const frames = asked.take?.frames ?? sheet.shot.frames
    const { captions, burn, keyFrames } = await dressing(sheet, asked.spoken, frames, work)
    // what was burned in before would be burned in twice
    const over = asked.take?.raw ? burn : []
    const clip = { clip: made, frames, fps: sheet.fps, width, height, conformed: false, captions, voiceAt: asked.spoken ? sheet.voiceFrom : null, remarks, by }
    return { medium: 'take', take: await conformed(clip, { ffmpeg, sheet, frames, burn: over, keyFrames }, work) }
  },
})

async function apply(studio: Studio, { fix: kind, prompt, mask, spoken, frame, take }: Request, sheet: CallSheet, work: PaidWork): Promise<Fixed> {
  const media = frame ? { media: frame.picture, kind: 'image' as const } : { media: take?.clip ?? '', kind: 'video' as const }
  const seed = sheet.shot.seed
  switch (kind) {
    case 'upscale': return studio.upscale({ ...media, factor: 2 }, work)
    case 'restoreFaces': return studio.restoreFaces(media, work)
    case 'replaceBackground': return studio.replaceBackground({ ...media, prompt: prompt ?? sheet.shot.prompt, seed }, work)
    case 'syncLips':
      if (!take || !spoken) throw refusal('Lips are synced on a take of a shot that has a spoken line.', '对口型要在有台词的镜头、拍好的一条上做。')
      return studio.syncLips({ clip: take.clip, sound: spoken.sound }, work)
    case 'inpaint':
      if (!frame || !mask) throw refusal('A part is repainted on a frame, with a mask: a PNG of the same size, transparent where something new shall be.', '局部重画要在画面上做，并给一张同样大小的 PNG 蒙版：透明的地方重画。')
      return studio.inpaint({ picture: frame.picture, mask, prompt: prompt ?? sheet.shot.prompt, seed }, work)
  }
}

const refusal = (message: string, zh: string) => new ProviderError(message, { provider: 'studio', retryable: false, bought: false, zh })
