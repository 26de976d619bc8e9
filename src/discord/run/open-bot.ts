import { join } from 'node:path'
import type { REST } from 'discord.js'
import { commands } from '../../../commands/index.ts'
import type { Config } from '../../config.ts'
import { openCrew, readTools, type CrewOptions } from '../../crew.ts'
import { openAssets } from '../../lab/assets.ts'
import type { Log } from '../../log.ts'
import { openMetrics, type Metrics } from '../../metrics.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { openAnimatic } from '../../studio/animatic/animatic.ts'
import { openStudio, type Studio } from '../../studio/studio.ts'
import type { ComfyUi } from '../../studio/comfyui/open-comfyui.ts'
import { openProviders } from '../../providers.ts'
import { version } from '../../version.ts'
import { openWeb, type Web } from '../../web.ts'
import { openGateway, type Gateway } from '../gateway/open-gateway.ts'
import { openOffice } from '../office.ts'
import { openPoster } from '../poster.ts'
import type { Times } from '../poster/desk.ts'
import { posterRest } from '../poster/poster-rest.ts'
import { workflowsOf } from '../workflows/workflows.ts'
import type { Role } from './read-roles.ts'

export type Bot = {
  store: Store
  metrics: Metrics
  gateway: Gateway | undefined
  /** Where /healthz is, when it is served. */
  web: Web | undefined
  /** Ends what has begun, in seconds; what cannot end is taken up at the next start. */
  close(): Promise<void>
}

export type BotOptions = Pick<CrewOptions, 'providers' | 'concurrency'> & {
  token: string
  roles: readonly Role[]
  log: Log
  signal?: AbortSignal
  /** Nothing that was begun before goes on: the Discord it lived in is gone. What was made is kept. */
  fresh?: boolean
  /** The poster's patience, for tests. */
  times?: Partial<Times>
}

/** The roles that this process has, on one database. */
export async function openBot(config: Config, options: BotOptions): Promise<Bot> {
  const { token, roles, log, signal } = options
  const onError = (err: unknown) => log.error({ err }, 'in the background')
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each().catch(onError)
  }
  try {
    const { store, studio, crew, comfyui } = await openHands(config, options, onError)
    closers.push(() => crew ? crew.close() : studio.close().then(() => store.close()))
    const assets = crew?.assets ?? openAssets(join(config.home, 'assets'))
    const metrics = openMetrics(store)
    const rest = { ...(config.discord.api ? { api: config.discord.api } : {}), ...(config.discord.cdn ? { cdn: config.discord.cdn } : {}) }
    if (crew) {
      const clients = posterRest({ ...rest, token })
      const poster = await openPoster({
        store, assets, ffmpeg: crew.ffmpeg, onError,
        rest: tracked(clients.rest, metrics, log),
        once: tracked(clients.once, metrics, log),
        proxies: join(config.home, 'proxies'),
        ...(config.publicUrl ? { link: (hash: string, name: string) => `${config.publicUrl}/films/${hash}/${encodeURIComponent(name)}` } : {}),
        metrics: {
          posted: (slot) => metrics.posted(slot, 'sent'),
          edited: (slot) => metrics.posted(slot, 'edited'),
          refused: (slot) => metrics.posted(slot, 'failed'),
        },
        log: (what, facts) => log.info(facts, what),
        ...(options.times ? { times: options.times } : {}),
      })
      closers.push(() => poster.close())
    }
    const gateway = roles.includes('gateway')
      ? await openGateway({
        token, rest, log, metrics, version, studio, commands,
        office: openOffice({ store, assets }),
        workflows: comfyui && workflowsOf(comfyui),
        messageContent: config.discord.messageContent,
        guild: config.discord.guild,
        shards: config.discord.shard,
        signal,
      })
      : undefined
    if (gateway) closers.push(() => gateway.close())
    const web = config.port === undefined || config.discord.shard ? undefined : await openWeb({
      port: config.port, host: config.host, registry: metrics.registry, file: assets.path, hear: crew?.hear,
      health: () => health(store, roles, gateway),
    })
    if (web) closers.push(() => web.close())
    return { store, metrics, gateway, web, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A worker has the whole crew; a gateway by itself only needs to know who is in it. */
async function openHands(config: Config, { roles, signal, fresh, providers = [], concurrency }: BotOptions, onError: (error: unknown) => void): Promise<{ store: Store; studio: Studio; comfyui: ComfyUi | undefined; crew?: Awaited<ReturnType<typeof openCrew>> }> {
  const more = { ...(signal ? { signal } : {}), onError }
  if (fresh) await forget(config, more)
  if (roles.includes('worker')) {
    const crew = await openCrew(config, { ...more, eager: false, providers, ...(concurrency ? { concurrency } : {}) })
    return { store: crew.store, studio: crew.studio, comfyui: crew.comfyui, crew }
  }
  const store = await openStore({ databaseUrl: config.databaseUrl, home: config.home, ...more })
  const assets = openAssets(join(config.home, 'assets'))
  // nothing is made here, but who makes what must be known by name
  const opened = await openProviders(config.providers, { assets, ffmpeg: undefined, tools: () => readTools(store), say: (words) => onError(new Error(words)) })
  const { comfyui } = opened
  const reread = () => void comfyui?.refresh().catch(onError)
  if (comfyui) await store.listener.listen('redcliff_tools', reread, reread)
  return { store, studio: openStudio([...providers, ...opened.list, openAnimatic({ assets, ffmpeg: 'ffmpeg' })], config.providers.choices), comfyui }
}

async function forget(config: Config, more: { onError: (error: unknown) => void }) {
  const store = await openStore({ databaseUrl: config.databaseUrl, home: config.home, ...more })
  await store.pool.query('delete from redcliff.productions; delete from redcliff.guilds')
  await store.close()
}

function tracked(rest: REST, metrics: Metrics, log: Log): REST {
  rest.on('rateLimited', ({ scope, route, retryAfter }) => {
    metrics.rateLimited(scope)
    log.debug({ scope, route, retryAfter }, 'waiting for Discord')
  })
  return rest
}

async function health(store: Store, roles: readonly Role[], gateway: Gateway | undefined) {
  const database = await store.pool.query('select 1').then(() => true, () => false)
  const listening = gateway ? gateway.client.isReady() && gateway.client.ws.status === 0 : undefined
  return { ok: database && listening !== false, version, roles, database, ...(gateway ? { listening, servers: gateway.client.guilds.cache.size, ping: gateway.client.ws.ping } : {}) }
}
