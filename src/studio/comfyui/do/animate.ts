import type { PaidWork } from '../../../lab/work.ts'
import type { Animated, AnimateRequest } from '../../provider.ts'
import { remarksIn } from '../../remarks.ts'
import { orderTool, type Bench } from '../order-tool.ts'
import type { Tool } from '../tool.ts'

/** A clip from its first frame. Captions are laid over it later, where it is conformed to the cut. */
export const animator = (bench: Bench, toolFor: (model: string | undefined) => Tool) => async (request: AnimateRequest, work: PaidWork): Promise<Animated> => {
  const tool = toolFor(request.model)
  const { prompt, width, height, seed, frames, fps, picture, lastFrame } = request
  const seconds = frames / fps
  const { files: [file], asked } = await orderTool(bench, tool, 'clip', {
    asked: { prompt, width, height, seed, seconds },
    given: { image: [picture], ...(lastFrame ? { lastImage: [lastFrame] } : {}) },
  }, work)
  work.progress(1)
  const made = file?.frames ?? asked.frames ?? frames
  const { limits } = tool
  const most = limits.seconds && !Array.isArray(limits.seconds) ? limits.seconds.max : null
  return {
    clip: file?.hash ?? '', frames: made, fps: file?.frames && file.seconds ? file.frames / file.seconds : asked.fps ?? fps,
    width: file?.width ?? asked.width ?? width, height: file?.height ?? asked.height ?? height, conformed: false,
    // a longer clip would be made of more frames than the model knows how to keep together
    ...(most !== null && seconds > most + 0.05 ? { remarks: [remarksIn(request.language).slowed(tool.label, round(most), made, round(seconds))] } : {}),
  }
}

const round = (value: number) => String(Math.round(value * 10) / 10)
