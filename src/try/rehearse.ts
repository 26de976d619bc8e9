import type { Config, ProvidersConfig } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { findFfmpeg } from '../edit/find-ffmpeg.ts'

const names = ['openai', 'replicate', 'comfyui'] as const
export type Rehearsed = (typeof names)[number]

export type Rehearsal = {
  providers: ProvidersConfig
  /** Those who only play, as people know them. */
  played: string[]
  close(): Promise<void>
}

/** `openai,replicate`: who is played by a server on this machine. */
export function readRehearsed(list: string): Rehearsed[] {
  return list.split(',').map((each) => each.trim()).filter(Boolean).map((each) => {
    const found = names.find((name) => name === each)
    if (!found) throw new ConfigError(`--with does not know «${each}». There are ${names.join(', ')}, with commas between.`)
    return found
  })
}

/**
 * The providers' servers, played on loopback, and the keys to them: whoever is named is replaced, and nobody else's key is used, so that
 * nothing of it can cost anything.
 */
export async function rehearse(list: readonly Rehearsed[], { choices, ...config }: Pick<Config['providers'], 'choices'> & Pick<Config, 'ffmpegPath' | 'ffprobePath' | 'path'>): Promise<Rehearsal> {
  const [openai, replicate, comfyui] = await Promise.all([
    list.includes('openai') ? import('./providers/openai/open-openai-server.ts').then(({ openOpenAiServer }) => openOpenAiServer({ latency: 1, onOrder: () => undefined })) : undefined,
    list.includes('replicate')
      ? Promise.all([import('./providers/replicate/server.ts'), findFfmpeg(config)]).then(([{ openReplicateServer }, { ffmpeg }]) => openReplicateServer({ ffmpeg, starting: 500, working: 3000, shows: true }))
      : undefined,
    list.includes('comfyui') ? import('./providers/comfyui/open-comfy-server.ts').then(({ openComfyServer }) => openComfyServer()) : undefined,
  ])
  if (comfyui) comfyui.knobs.seconds = 2
  return {
    providers: {
      openai: openai && { apiKey: openai.key, baseUrl: openai.url, chatRoute: 'responses', video: false, use: undefined },
      replicate: replicate && { token: replicate.token, baseUrl: replicate.baseUrl, models: undefined, webhook: undefined },
      comfyui: comfyui && { servers: [{ name: 'rehearsal', url: comfyui.url, authorization: undefined }], comfyOrgKey: undefined },
      choices,
    },
    played: [...openai ? ['OpenAI'] : [], ...replicate ? ['Replicate'] : [], ...comfyui ? ['ComfyUI'] : []],
    close: async () => { await Promise.all([openai?.close(), replicate?.close(), comfyui?.close()]) },
  }
}
