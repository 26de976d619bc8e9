import type { Limits } from '../model.ts'
import { isLink, type Api } from './api.ts'
import type { Binding, Slot, ToolCapability } from './tool.ts'

/** What a workflow can take, judged by what its author wrote into it: a model is at its best near the size and length it was shown with. */
export function limitsOf(api: Api, { inputs }: Binding, capability: ToolCapability): Limits {
  const written = (slot: Slot | undefined) => {
    const value = slot && api[slot.node]?.inputs[slot.input]
    return typeof value === 'number' && !isLink(value) ? value : undefined
  }
  const [width, height] = [inputs.width?.[0], inputs.height?.[0]]
  const pixels = (written(width) ?? 0) * (written(height) ?? 0)
  const frames = written(inputs.frames?.[0])
  const fps = written(inputs.fps?.[0])
  const seconds = inputs.seconds?.[0]
  // a clip's memory grows with its size, and ends sooner than a picture's
  return {
    seed: inputs.seed !== undefined,
    ...(width && height && pixels > 0 ? { sizes: { multipleOf: Math.max(8, width.step ?? 8, height.step ?? 8), minPixels: Math.round(pixels / 2), maxPixels: Math.round(pixels * (capability === 'animate' ? 1.05 : 1.6)), maxRatio: 2.5 } } : {}),
    ...(frames !== undefined && fps !== undefined ? { seconds: { min: Math.min(1, frames / fps), max: frames / fps } }
      : seconds?.choices ? { seconds: seconds.choices.map((choice) => Number.parseFloat(String(choice))).filter((length) => length > 0) }
      : seconds?.min !== undefined && seconds.max !== undefined ? { seconds: { min: seconds.min, max: seconds.max } } : {}),
    ...(capability === 'draw' ? { references: inputs.image?.length ?? 0, ...(inputs.seed ? {} : { count: 1 }) } : {}),
    ...(capability === 'animate' ? { lastFrame: inputs.lastImage !== undefined } : {}),
  }
}
