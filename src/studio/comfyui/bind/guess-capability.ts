import type { Api } from '../api.ts'
import type { Binding, ToolCapability } from '../tool.ts'

/** What a workflow is likely for; null where nothing speaks for anything. A person has the last word. */
export function guessCapability(api: Api, { inputs, outputs: [output] }: Binding): ToolCapability | null {
  if (!output) return null
  const has = (pattern: RegExp) => Object.values(api).some(({ class_type: kind }) => pattern.test(kind))
  const media = inputs.image !== undefined || inputs.video !== undefined
  const samples = has(sampler)
  const guesses: [boolean, ToolCapability][] = [
    [output.kind === 'video' && inputs.sound !== undefined && has(/infinitetalk|multitalk|wav2lip|latentsync|lipsync|sonic|hallo|musetalk/i), 'syncLips'],
    [media && has(/facerestore|gfpgan|codeformer|facedetailer|reactorrestore|restoreface/i), 'restoreFaces'],
    [media && has(/removebackground|birefnet|rembg|rmbg|ReplaceBackground|RecraftReplace/i), 'replaceBackground'],
    [inputs.mask !== undefined && media && (has(/inpaint|SetLatentNoiseMask|DifferentialDiffusion/i) || samples), 'inpaint'],
    [media && !samples && has(/upscale/i), 'upscale'],
    [output.kind === 'video' && inputs.image !== undefined, 'animate'],
    [media && has(/UltimateSDUpscale|SUPIR|SeedVR/i), 'upscale'],
    [output.kind === 'image' && (inputs.prompt !== undefined || samples), 'draw'],
  ]
  return guesses.find(([holds]) => holds)?.[1] ?? null
}

const sampler = /sampler|^KSampler|Guider$/i
