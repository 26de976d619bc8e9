import { join } from 'node:path'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import type { Assets } from '../../lab/assets.ts'
import { fetchAllowed } from '../../safety/fetch-allowed.ts'
import { openPrompts } from '../prompt-file.ts'
import type { Provider } from '../provider.ts'
import { animate } from './animate.ts'
import { openClient } from './client.ts'
import type { Desk } from './desk.ts'
import { draw } from './draw.ts'
import { replicateFiles } from './fetch-outputs.ts'
import { restoreFaces, syncLips, upscale } from './fix.ts'
import { openLiveModels } from './live-model.ts'
import { asModel, readRegistry, type RegistryOverride } from './read-registry.ts'
import { replaceBackground } from './replace-background.ts'
import { castVoice, compose, speak } from './sound.ts'
import { openWakers } from './wakers.ts'
import { hearWebhook, type Heard, type Headers_ } from './webhook.ts'

export type ReplicateOptions = {
  token: string
  baseUrl?: string
  assets: Assets
  /** Models that are other than ours: an object, or the path of a JSON file. */
  registry?: string | RegistryOverride
  /** For clips of several pieces and their backgrounds. A packaged one makes every clip be refused before it is paid. */
  ffmpeg?: Ffmpeg
  /** The folder `prompts/`. */
  prompts?: string
  pollSeconds?: number
  /** A public address of ours, and the signing secret of the account (`whsec_…`). */
  webhook?: { url: string; secret: string; clock?: () => number }
  /** How long an order may stand in Replicate's queue: `30m`. */
  cancelAfter?: string
  /** Seconds for one request, before a lost order is believed never to have come, for a file, for a job. */
  requestSeconds?: number
  settleSeconds?: number
  fileSeconds?: number
  jobSeconds?: number
  fetch?: typeof globalThis.fetch
  /** What an operator should know, once. */
  say?: (words: string) => void
}

export type ReplicateProvider = Provider & {
  /** For the server with the public address; there is none where no webhook was configured. */
  hear?: (request: { headers: Headers_; body: string | Buffer }) => Heard
}

export async function openReplicate({ token, baseUrl = 'https://api.replicate.com/v1', assets, registry, ffmpeg, prompts = join(import.meta.dirname, '../../../prompts'), webhook, fetch = globalThis.fetch, say = () => undefined, ...seconds }: ReplicateOptions): Promise<ReplicateProvider> {
  const entries = await readRegistry(registry)
  const { pollSeconds = 1, requestSeconds = 60, settleSeconds = 15, fileSeconds = 600, jobSeconds = 3600, cancelAfter = '30m' } = seconds
  const client = openClient({ token, baseUrl, fetch, seconds: requestSeconds, cancelAfter })
  const wakers = openWakers()
  const desk: Desk = {
    client, token, assets, entries, live: openLiveModels(client, token, say), fetch, files: fetchAllowed(replicateFiles(new URL(baseUrl)), { fetch }), home: new URL(baseUrl), ffmpeg, wakers, webhook: webhook?.url,
    pollSeconds, settleSeconds, patience: { file: fileSeconds, job: jobSeconds },
  }
  const can = (capability: string) => entries.some((entry) => entry.capability === capability)
  const voices = entries.find(({ capability }) => capability === 'speak')?.voices ?? []
  return {
    name: 'replicate',
    models: entries.map(asModel),
    ...can('draw') && { draw: draw(desk) },
    ...can('animate') && { animate: animate(desk) },
    ...can('speak') && { speak: speak(desk), voices, castVoice: castVoice(voices) },
    ...can('compose') && { compose: compose(desk, openPrompts(prompts)) },
    ...can('upscale') && { upscale: upscale(desk) },
    ...can('restoreFaces') && { restoreFaces: restoreFaces(desk) },
    ...can('replaceBackground') && { replaceBackground: replaceBackground(desk) },
    ...can('syncLips') && { syncLips: syncLips(desk) },
    ...webhook && { hear: hearWebhook({ secret: webhook.secret, wake: wakers.wake, ...webhook.clock && { clock: webhook.clock } }) },
    close: async () => undefined,
  }
}
