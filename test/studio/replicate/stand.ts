import { inject } from 'vitest'
import { findFfmpeg } from '../../../src/edit/find-ffmpeg.ts'
import type { Assets } from '../../../src/lab/assets.ts'
import { openReplicate, type ReplicateOptions } from '../../../src/studio/replicate/open-replicate.ts'
import { openMedia } from '../../../src/try/providers/replicate/media.ts'
import { openReplicateServer, type ReplicateServerOptions } from '../../../src/try/providers/replicate/server.ts'

/** The packaged one: it only makes the small Replicate's clips. */
export const packaged = async () => (await findFfmpeg({ path: '', folder: inject('scratchHome') })).ffmpeg

/** A small Replicate, and the provider that speaks to it by the real client. */
export async function openStand(assets: Assets, { server: serverOptions = {}, ...options }: Partial<ReplicateOptions> & { server?: Partial<ReplicateServerOptions> } = {}) {
  const server = await openReplicateServer({ ffmpeg: await packaged(), starting: 5, working: 10, token: 'r8_verysecretindeed', ...serverOptions })
  const open = (more: Partial<ReplicateOptions> = {}) => openReplicate({ token: server.token, baseUrl: server.baseUrl, assets, pollSeconds: 0.01, settleSeconds: 0.02, requestSeconds: 5, ...options, ...more })
  return { server, open, provider: await open(), close: () => server.close() }
}

let media: ReturnType<typeof openMedia> | undefined
export async function smallClip(assets: Assets, seconds = 2): Promise<string> {
  media ??= openMedia({ ffmpeg: await packaged() })
  return assets.put((await media.clip(seconds)).bytes)
}
