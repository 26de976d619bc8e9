import { z } from 'zod'

export const Aspect = z.enum(['16:9', '9:16', '1:1', '4:3', '2.39:1'])
export type Aspect = z.infer<typeof Aspect>

export const Definition = z.enum(['720p', '1080p'])
export type Definition = z.infer<typeof Definition>

/** Pixels, both even (yuv420p halves them). */
export type FrameSize = { width: number; height: number }

const at720: Record<Aspect, FrameSize> = {
  '16:9': { width: 1280, height: 720 },
  '9:16': { width: 720, height: 1280 },
  '1:1': { width: 720, height: 720 },
  '4:3': { width: 960, height: 720 },
  '2.39:1': { width: 1280, height: 536 },
}

const at1080: Record<Aspect, FrameSize> = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '4:3': { width: 1440, height: 1080 },
  '2.39:1': { width: 1920, height: 804 },
}

export const frameSize = (aspect: Aspect, definition: Definition): FrameSize =>
  (definition === '720p' ? at720 : at1080)[aspect]
