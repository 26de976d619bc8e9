import { z } from 'zod'

/** Frames a second. Every time inside a film is a whole number of frames at this rate. */
export const FrameRate = z.union([z.literal(24), z.literal(25), z.literal(30)])
export type FrameRate = z.infer<typeof FrameRate>

/** Nearest whole frame. */
export const toFrames = (seconds: number, fps: FrameRate) => Math.round(seconds * fps)

/** The first whole frame at or after the time: for things that must fit. */
export const toFramesUp = (seconds: number, fps: FrameRate) => Math.ceil(seconds * fps - 1e-6)

export const toSeconds = (frames: number, fps: FrameRate) => frames / fps
