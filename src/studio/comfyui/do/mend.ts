import type { PaidWork } from '../../../lab/work.ts'
import { pictureSize } from '../../../picture/picture-size.ts'
import { measureMp4 } from '../../measure-mp4.ts'
import type { Fixed, InpaintRequest, MediaKind, ReplaceBackgroundRequest, RestoreFacesRequest, SyncLipsRequest, UpscaleRequest } from '../../fixes.ts'
import type { Asked } from '../fill.ts'
import { orderTool, type Bench } from '../order-tool.ts'
import type { Tool, ToolCapability } from '../tool.ts'
import type { Given } from '../upload.ts'

type ToolFor = (capability: ToolCapability, kind: MediaKind) => (model: string | undefined) => Tool

/** What is done to a picture or a clip that is there already. */
export const mender = (bench: Bench, toolFor: ToolFor) => {
  const mend = async (tool: Tool, order: { asked: Asked; given: Given }, before: string, work: PaidWork, remark?: (size: Size, was: Size) => string | null): Promise<Fixed> => {
    const { files: [file], asked } = await orderTool(bench, tool, tool.capability, order, work)
    const was = await sizeOf(work, before)
    work.progress(1)
    const size = { width: file?.width ?? asked.width ?? was?.width ?? 0, height: file?.height ?? asked.height ?? was?.height ?? 0 }
    const said = was && remark?.(size, was)
    return { made: file?.hash ?? '', ...size, ...(file?.seconds === undefined ? {} : { seconds: file.seconds }), remarks: said ? [said] : [] }
  }
  const media = ({ media: hash, kind }: { media: string; kind: MediaKind }): Given => kind === 'video' ? { video: [hash] } : { image: [hash] }
  const sameSize = (size: Size, was: Size) => size.width === was.width && size.height === was.height ? null : `It was ${was.width}×${was.height} and is ${size.width}×${size.height} now.`
  return {
    upscale: (request: UpscaleRequest, work: PaidWork) =>
      mend(toolFor('upscale', request.kind)(request.model), { asked: { factor: request.factor }, given: media(request) }, request.media, work, (size, was) => {
        const factor = size.width / was.width
        return Math.abs(factor / request.factor - 1) < 0.05 ? null : `This workflow enlarges ${Number(factor.toFixed(2))} times, not ${request.factor}.`
      }),
    restoreFaces: (request: RestoreFacesRequest, work: PaidWork) =>
      mend(toolFor('restoreFaces', request.kind)(request.model), { asked: {}, given: media(request) }, request.media, work, sameSize),
    replaceBackground: async (request: ReplaceBackgroundRequest, work: PaidWork) => {
      const was = await sizeOf(work, request.media)
      return mend(toolFor('replaceBackground', request.kind)(request.model), { asked: { prompt: request.prompt, seed: request.seed, ...was }, given: media(request) }, request.media, work, sameSize)
    },
    inpaint: async ({ picture, mask, prompt, seed, model }: InpaintRequest, work: PaidWork) => {
      const was = await sizeOf(work, picture)
      return mend(toolFor('inpaint', 'image')(model), { asked: { prompt, seed, ...was }, given: { image: [picture], mask: [mask] } }, picture, work, sameSize)
    },
    syncLips: ({ clip, sound, model }: SyncLipsRequest, work: PaidWork) =>
      mend(toolFor('syncLips', 'video')(model), { asked: {}, given: { video: [clip], sound: [sound] } }, clip, work, sameSize),
  }
}

type Size = { width: number; height: number }

async function sizeOf({ assets }: PaidWork, hash: string): Promise<Size | null> {
  const bytes = await assets.read(hash)
  const known = pictureSize(bytes) ?? measureMp4(bytes)
  return known && { width: known.width, height: known.height }
}
