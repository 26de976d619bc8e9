import { z } from 'zod'
import { AssetHash } from '../film/cut.ts'

/** A picture that keeps somebody, or the look, the same from shot to shot: what to draw, as an asset, and its key. */
export const SheetCall = z.object({ id: z.string(), of: z.enum(['cast', 'look']), name: z.string(), draw: z.string(), request: AssetHash })
export type SheetCall = z.infer<typeof SheetCall>

/** What a storyboard asks for, and how many pictures whoever draws can keep to. */
export const CastCall = z.object({ most: z.int().min(1), asks: z.array(SheetCall) })
export type CastCall = z.infer<typeof CastCall>
