import { fileURLToPath } from 'node:url'
import { ShardingManager } from 'discord.js'
import type { Config } from '../../config.ts'
import { ConfigError } from '../../config-error.ts'
import { type Log, openLog } from '../../log.ts'
import { explainSystemError } from '../../system-error.ts'
import { openBot } from './open-bot.ts'
import type { Role } from './read-roles.ts'

/** Runs until it is told to stop. Resolves to the exit code. */
export async function runMain(config: Config, roles: readonly Role[], { stop, entry }: { stop: AbortSignal; entry: URL }): Promise<number> {
  const { token, shards, shard } = config.discord
  if (token === undefined) throw new ConfigError('DISCORD_TOKEN is missing. README.md, «Put it in your server», says where to get one; npm run try needs none.')
  const log = openLog({ level: config.log, name: 'redcliff' }).child({ pid: process.pid, roles, ...(shard ? { shards: shard.ids } : {}) })
  const began = Date.now()
  const sharded = roles.includes('gateway') && shard === undefined && shards !== 1
  const bot = await openBot(config, { token, roles: sharded ? roles.filter((role) => role !== 'gateway') : roles, log, signal: stop })
  const herd = sharded ? await spawnShards(token, shards, entry, log) : undefined
  log.info({ milliseconds: Date.now() - began, ...(bot.gateway ? { invite: bot.gateway.invite } : {}), ...(bot.web ? { health: `${bot.web.url}/healthz` } : {}) }, 'ready')
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
  log.info('stopping')
  for (const each of herd?.shards.values() ?? []) each.kill()
  await bot.close()
  log.info('stopped')
  return 0
}

/** Each connection to Discord in a process of its own, as gateway; the films are made here. */
async function spawnShards(token: string, shards: number | 'auto', entry: URL, log: Log): Promise<ShardingManager> {
  const herd = new ShardingManager(fileURLToPath(entry), { token, totalShards: shards, shardArgs: ['--role', 'gateway'] })
  herd.on('shardCreate', (shard) => {
    log.info({ shard: shard.id }, 'shard started')
    shard.on('error', (err) => log.error({ err, shard: shard.id }, 'shard'))
    shard.on('death', () => log.warn({ shard: shard.id }, 'shard ended; it is started again'))
  })
  await herd.spawn()
  return herd
}

/** Why it did not start, in a sentence. */
export function explainStart(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  return explainSystemError(error) ?? (error instanceof Error ? `Redcliff could not start: ${error.message}` : String(error))
}
