import { z } from 'zod'
import { AssetHash } from '../film/cut.ts'

// What is done to a picture or a clip that is there already. Each makes a new one; the old one stays.

export const MediaKind = z.enum(['image', 'video'])
export type MediaKind = z.infer<typeof MediaKind>

const media = { media: AssetHash, kind: MediaKind, model: z.string().optional() }

export const UpscaleRequest = z.object({ ...media, factor: z.union([z.literal(2), z.literal(4)]) })
export type UpscaleRequest = z.infer<typeof UpscaleRequest>

export const RestoreFacesRequest = z.object(media)
export type RestoreFacesRequest = z.infer<typeof RestoreFacesRequest>

/** `prompt`: what is behind them now, in English. */
export const ReplaceBackgroundRequest = z.object({ ...media, prompt: z.string(), seed: z.int() })
export type ReplaceBackgroundRequest = z.infer<typeof ReplaceBackgroundRequest>

export const SyncLipsRequest = z.object({ clip: AssetHash, sound: AssetHash, model: z.string().optional() })
export type SyncLipsRequest = z.infer<typeof SyncLipsRequest>

/** `mask`: a PNG of the same size, transparent where something new is to be painted. */
export const InpaintRequest = z.object({ picture: AssetHash, mask: AssetHash, prompt: z.string(), seed: z.int(), model: z.string().optional() })
export type InpaintRequest = z.infer<typeof InpaintRequest>

/** What came of it. `made` has the kind of what went in. */
export const Fixed = z.object({ made: AssetHash, width: z.int(), height: z.int(), seconds: z.number().optional(), remarks: z.array(z.string()), by: z.array(z.string()).optional() })
export type Fixed = z.infer<typeof Fixed>

export const ModerateRequest = z.object({ text: z.string().optional(), pictures: z.array(AssetHash).optional() })
export type ModerateRequest = z.infer<typeof ModerateRequest>

/** `reasons` are the provider's categories, for the log and the person. */
export const Moderated = z.object({ flagged: z.boolean(), reasons: z.array(z.string()) })
export type Moderated = z.infer<typeof Moderated>

/** Looks at candidates with the eyes of a director. `wanted`: what the shot asks for. */
export const ReviewRequest = z.object({ pictures: z.array(AssetHash).min(1), wanted: z.string(), language: z.enum(['zh', 'en']), model: z.string().optional() })
export type ReviewRequest = z.infer<typeof ReviewRequest>

export const Reviewed = z.object({ best: z.int().min(0), remarks: z.array(z.string()) })
export type Reviewed = z.infer<typeof Reviewed>
