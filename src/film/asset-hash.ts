import { z } from 'zod'

/** An asset's address: SHA-256 of its bytes, in hex. */
export const AssetHash = z.string().regex(/^[0-9a-f]{64}$/)
export type AssetHash = z.infer<typeof AssetHash>
