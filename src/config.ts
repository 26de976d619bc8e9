import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { Capability } from './studio/model.ts'

const Environment = z.object({
  REDCLIFF_HOME: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  FFMPEG_PATH: z.string().min(1).optional(),
  FFPROBE_PATH: z.string().min(1).optional(),
  PATH: z.string().optional(),
  REDCLIFF_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  REDCLIFF_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  REDCLIFF_HOST: z.string().default('127.0.0.1'),
  REDCLIFF_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  REDCLIFF_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  DISCORD_TOKEN: z.string().min(1).optional(),
  DISCORD_GUILD: z.string().regex(/^\d{17,20}$/, 'is not the id of a server (17 to 20 digits)').optional(),
  DISCORD_MESSAGE_CONTENT: z.enum(['auto', 'on', 'off']).default('auto'),
  DISCORD_SHARDS: z.union([z.literal('auto'), z.coerce.number().int().min(1).max(1024)]).default(1),
  DISCORD_API: z.url({ error: 'is not an address' }).optional(),
  DISCORD_CDN: z.url({ error: 'is not an address' }).optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: z.url({ error: 'is not an address' }).optional(),
  OPENAI_CHAT_ROUTE: z.enum(['responses', 'chat']).default('responses'),
  OPENAI_VIDEO: z.stringbool().default(false),
  OPENAI_USE: z.string().optional(),
  REPLICATE_API_TOKEN: z.string().min(1).optional(),
  REPLICATE_BASE_URL: z.url({ error: 'is not an address' }).optional(),
  REPLICATE_MODELS: z.string().min(1).optional(),
  REPLICATE_WEBHOOK_SECRET: z.string().startsWith('whsec_', 'is not a signing secret of Replicate: those begin with whsec_').optional(),
  COMFYUI_URL: z.string().min(1).optional(),
  COMFYUI_AUTHORIZATION: z.string().min(1).optional(),
  COMFY_ORG_API_KEY: z.string().min(1).optional(),
  REDCLIFF_MODELS: z.string().min(1).optional(),
  // discord.js's ShardingManager tells its children by these
  SHARDING_MANAGER: z.string().optional(),
  SHARDS: z.string().regex(/^\[?\d+(,\d+)*\]?$/).optional(),
  SHARD_COUNT: z.coerce.number().int().min(1).optional(),
})

export type Config = {
  /** Where the database and what was made are kept. */
  home: string
  databaseUrl: string | undefined
  ffmpegPath: string | undefined
  ffprobePath: string | undefined
  path: string | undefined
  /** Places for drawing and rendering; undefined: one for each core. */
  workers: number | undefined
  log: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Where /healthz and /metrics are served; undefined: nowhere. */
  port: number | undefined
  host: string
  /** The address people reach that server by, for films that no message can hold. */
  publicUrl: string | undefined
  discord: DiscordConfig
  /** Keys and addresses of those who do what the animatic cannot. */
  providers: ProvidersConfig
}

export type ProvidersConfig = {
  openai: { apiKey: string; baseUrl: string | undefined; chatRoute: 'responses' | 'chat'; video: boolean; /** What it is used for, and with which model where that is not ours; undefined: for all that OpenAI does. */ use: { for: OpenAiUse[]; models: Partial<Record<OpenAiUse, string>> } | undefined } | undefined
  replicate: { token: string; baseUrl: string | undefined; models: string | undefined; /** Where it tells us that something is done, and how it signs that. */ webhook: { url: string; secret: string } | undefined } | undefined
  comfyui: { servers: { name: string; url: string; authorization: string | undefined }[]; comfyOrgKey: string | undefined } | undefined
  /** Which model does what, where it is not the first that can. */
  choices: Partial<Record<Capability, string>>
}

export type DiscordConfig = {
  token: string | undefined
  /** Commands are registered in this server only, at once; undefined: everywhere. */
  guild: string | undefined
  /** `auto` asks for the privileged intent, and does without where it is not granted. */
  messageContent: 'auto' | 'on' | 'off'
  shards: number | 'auto'
  /** This process is one of several, and serves these. */
  shard: { ids: number[]; count: number } | undefined
  /** Discord's API at another address: the small Discord of `npm run try` and the tests. */
  api: string | undefined
  cdn: string | undefined
}

/** The environment, parsed once. An empty variable counts as left out. */
export function readConfig(environment: NodeJS.ProcessEnv, folder: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}. See .env.example.`).join(' '))
  }
  const { REDCLIFF_HOME, DATABASE_URL, FFMPEG_PATH, FFPROBE_PATH, PATH, REDCLIFF_WORKERS, ...rest } = parsed.data
  return {
    home: resolve(folder, REDCLIFF_HOME ?? join(folder, '.redcliff')),
    databaseUrl: DATABASE_URL,
    ffmpegPath: FFMPEG_PATH,
    ffprobePath: FFPROBE_PATH,
    path: PATH,
    workers: REDCLIFF_WORKERS,
    log: rest.REDCLIFF_LOG,
    providers: {
      openai: rest.OPENAI_API_KEY || rest.OPENAI_BASE_URL
        // a server of one's own may want no key; the client does
        ? { apiKey: rest.OPENAI_API_KEY ?? 'none', baseUrl: rest.OPENAI_BASE_URL, chatRoute: rest.OPENAI_CHAT_ROUTE, video: rest.OPENAI_VIDEO, use: readUse(rest.OPENAI_USE) }
        : undefined,
      replicate: rest.REPLICATE_API_TOKEN ? { token: rest.REPLICATE_API_TOKEN, baseUrl: rest.REPLICATE_BASE_URL, models: rest.REPLICATE_MODELS, webhook: readWebhook(rest) } : undefined,
      comfyui: rest.COMFYUI_URL ? { servers: readServers(rest.COMFYUI_URL, rest.COMFYUI_AUTHORIZATION), comfyOrgKey: rest.COMFY_ORG_API_KEY } : undefined,
      choices: readChoices(rest.REDCLIFF_MODELS),
    },
    port: rest.REDCLIFF_PORT,
    host: rest.REDCLIFF_HOST,
    publicUrl: rest.REDCLIFF_PUBLIC_URL?.replace(/\/$/, ''),
    discord: {
      token: rest.DISCORD_TOKEN,
      guild: rest.DISCORD_GUILD,
      messageContent: rest.DISCORD_MESSAGE_CONTENT,
      shards: rest.DISCORD_SHARDS,
      shard: rest.SHARDING_MANAGER && rest.SHARDS && rest.SHARD_COUNT
        ? { ids: rest.SHARDS.replace(/[[\]]/g, '').split(',').map(Number), count: rest.SHARD_COUNT }
        : undefined,
      api: rest.DISCORD_API?.replace(/\/$/, ''),
      cdn: rest.DISCORD_CDN?.replace(/\/$/, ''),
    },
  }
}

const openAiUses = ['write', 'review', 'draw', 'inpaint', 'speak', 'moderate'] as const
type OpenAiUse = typeof openAiUses[number]

/** `write=qwen3:32b, review`: what is not named is not asked of that server. */
function readUse(list: string | undefined): NonNullable<ProvidersConfig['openai']>['use'] {
  const wanted = (list ?? '').split(',').map((part) => part.trim()).filter(Boolean).map((each) => {
    const [name, model] = each.split(/=(.*)/s).map((part) => part.trim())
    const use = openAiUses.find((known) => known === name)
    if (!use || model === '') throw new ConfigError(`OPENAI_USE: «${each}» is nothing to use it for. Write write, or write=model, with commas between. There are ${openAiUses.join(', ')}.`)
    return { use, model }
  })
  if (wanted.length === 0) return undefined
  return { for: [...new Set(wanted.map(({ use }) => use))], models: Object.fromEntries(wanted.flatMap(({ use, model }) => model ? [[use, model]] : [])) }
}

/** Replicate tells only an address that it can reach; without one it is asked again and again, which works as well. */
function readWebhook({ REPLICATE_WEBHOOK_SECRET: secret, REDCLIFF_PUBLIC_URL: at, REDCLIFF_PORT: port }: { REPLICATE_WEBHOOK_SECRET?: string | undefined; REDCLIFF_PUBLIC_URL?: string | undefined; REDCLIFF_PORT?: number | undefined }) {
  if (secret === undefined) return undefined
  if (at === undefined || port === undefined) throw new ConfigError('REPLICATE_WEBHOOK_SECRET is of no use without REDCLIFF_PORT and REDCLIFF_PUBLIC_URL: Replicate must be able to reach us. Set both, or leave the secret empty. See .env.example.')
  return { url: `${at.replace(/\/$/, '')}/replicate`, secret }
}

/** `http://one:8188, studio=https://two.example.org`: an address, or a name and an address. */
function readServers(list: string, authorization: string | undefined) {
  return list.split(',').map((each, index) => {
    const [, name, url = ''] = /^\s*(?:([\w-]+)=)?(\S+)\s*$/.exec(each) ?? []
    if (!URL.canParse(url) || !/^https?:/.test(url)) throw new ConfigError(`COMFYUI_URL: «${each.trim()}» is not an http(s) address. Write http://127.0.0.1:8188, or several with commas between. See .env.example.`)
    return { name: name ?? (index === 0 ? 'comfyui' : `comfyui-${index + 1}`), url: url.replace(/\/$/, ''), authorization }
  })
}

/** `draw=openai/gpt-image-2.6-flare, animate=replicate/bytedance/seedance-2.0`. */
function readChoices(list = ''): ProvidersConfig['choices'] {
  const choices: ProvidersConfig['choices'] = {}
  for (const each of list.split(',').map((part) => part.trim()).filter(Boolean)) {
    const [name = '', model = ''] = each.split(/=(.*)/s).map((part) => part.trim())
    const capability = Capability.safeParse(name)
    if (!capability.success || model === '') throw new ConfigError(`REDCLIFF_MODELS: «${each}» is not a choice. Write capability=model, such as draw=openai/gpt-image-2.6-flare. Capabilities are ${Capability.options.join(', ')}.`)
    choices[capability.data] = model
  }
  return choices
}
