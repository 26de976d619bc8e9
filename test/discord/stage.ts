import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import pino from 'pino'
import { expect } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openBot, type Bot, type BotOptions } from '../../src/discord/run/open-bot.ts'
import { generousLimits, openSmallDiscord, type Message, type NewUser, type Options, type OptionValue } from '../../src/try/discord/small-discord.ts'
import { ourFfmpeg } from '../film-file.ts'
import { scratchDatabase } from '../store/scratch-store.ts'
import { specificationCheck } from '../try/discord/check-spec.ts'
import { quickCrew } from './quick-crew.ts'

type Wanted = {
  limits?: Options['limits']
  now?: () => number
  /** The animatic draws and films, as it does for a newcomer. */
  animatic?: boolean
  env?: Record<string, string>
  roles?: BotOptions['roles']
  /** Opened by the test itself, once or several times. */
  closed?: boolean
}

export type Stage = Awaited<ReturnType<typeof openStage>>

/** The whole bot as `npm start` opens it, before a small Discord with a server, a channel and its people. */
export async function openStage({ limits, now, animatic = false, env = {}, roles = ['gateway', 'worker'], closed = false }: Wanted = {}) {
  const [folder, database, check, ffmpeg] = await Promise.all([mkdtemp(join(tmpdir(), 'redcliff-bot-')), scratchDatabase(), specificationCheck(), ourFfmpeg()])
  const small = await openSmallDiscord({ ...check && { check }, ...now && { now }, limits: { ...generousLimits, ...limits } })
  const owner = small.addUser({ username: 'ann', locale: 'en-US' })
  const guild = small.addGuild({ name: 'Studio', owner: owner.id, locale: 'en-US' })
  const channel = small.addChannel(guild, { name: 'films' })
  const environment = { ...process.env, DATABASE_URL: database.url, REDCLIFF_HOME: folder, DISCORD_API: small.rest.api, DISCORD_CDN: small.rest.cdn, DISCORD_TOKEN: small.token, ...env }
  const pool = new Pool({ connectionString: database.url, max: 2 })
  pool.on('error', () => undefined)
  const lines: Record<string, unknown>[] = []
  const bots: Bot[] = []
  const open = async (more: Partial<BotOptions> = {}) => {
    const bot = await openBot(readConfig(environment, folder), {
      token: small.token, roles, providers: animatic ? [] : [quickCrew(ffmpeg)],
      log: pino({ level: 'debug' }, { write: (line: string) => { lines.push(JSON.parse(line)) } }),
      times: { progressAfter: 60_000, look: 500, order: 500, retry: [50, 100, 200, 500, 1000] },
      ...more,
    })
    bots.push(bot)
    return bot
  }
  if (!closed) await open()
  // several films of one person at once, which a server would not allow by itself
  await pool.query(`insert into redcliff.guilds (guild, settings) values ($1, '{"maxFilmsPerPerson": 50, "confirmPictures": false}') on conflict (guild) do update set settings = excluded.settings`, [guild.id])
  if (!closed) await small.waitFor(() => small.commands().length > 0, { milliseconds: patience, what: 'the commands registered' })

  return {
    small, owner, guild, channel, folder, database, environment, lines, ffmpeg, open,
    get bot() { return bots.at(-1)! },
    member(user: NewUser) {
      const member = small.addUser(user)
      small.addMember(guild, member)
      return member
    },
    /** The thread in which a film lives, once it is open. */
    thread: (number = 0) => small.waitFor(() => small.threads(guild)[number], { milliseconds: patience, what: `thread ${number}` }),
    /** A message in a channel whose words and components say all of these. */
    message: (where: { id: string }, ...says: readonly RegExp[]) => small.waitFor(
      () => small.messages(where).findLast((message) => says.every((each) => each.test(sayingOf(message)))),
      { milliseconds: patience, what: `a message that says ${says.join(' and ')}. There are:\n${small.messages(where).map((message) => sayingOf(message).slice(0, 200)).join('\n')}` },
    ).catch((error: unknown) => {
      throw new Error(`No message says ${says.join(' and ')}. At the end there were:\n${small.messages(where).map((message) => `- ${sayingOf(message).replaceAll('\n', ' ⏎ ').slice(0, 400)}`).join('\n')}\n${problems(lines)}`, { cause: error })
    }),
    /** What the person who asked was told: in answer, or after it. */
    async told(interaction: ReturnType<ReturnType<typeof small.as>['press']>): Promise<string> {
      const answer = await interaction.response
      if (answer.kind === 'message' || answer.kind === 'update' && answer.message.visibleTo) return sayingOf(answer.message)
      return sayingOf(await small.waitFor(() => interaction.followUps[0], { milliseconds: patience, what: 'something said to the person who pressed' }))
    },
    command: (who: { id: string }, where: { id: string }, name: string, options: Record<string, OptionValue> = {}, subcommand?: string) =>
      small.as(who).command(where, name, options, subcommand ? { subcommand } : {}),
    /** Presses, and fills in the form that is shown. */
    async form(who: { id: string }, message: Message, button: string, values: Parameters<ReturnType<typeof small.as>['submit']>[1]) {
      const shown = await small.as(who).press(message, button).response
      if (shown.kind !== 'modal') throw new Error(`«${button}» showed no form but ${shown.kind}.`)
      const submitted = small.as(who).submit(shown.modal, values)
      await submitted.acknowledged
      return submitted
    },
    /** Asks the database itself, whichever process is alive. */
    base: async <Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> => (await pool.query(sql, values)).rows as Row[],
    query: async <Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> => (await bots.at(-1)!.store.pool.query(sql, values)).rows as Row[],
    /** The files that a message shows, with their bytes. */
    files: (message: Message) => [...new Set([...JSON.stringify(message).matchAll(/"attachment_id":"(\d+)"/g)].map(([, id = '']) => id))].map((id) => small.file(id)).filter((file) => file !== undefined),
    async strike() {
      for (const bot of bots.splice(0)) await bot.close()
    },
    async close() {
      for (const bot of bots.splice(0)) await bot.close()
      await pool.end()
      await small.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
      expect(violationsOf(small.violations)).toEqual([])
    },
  }
}

/** Waits for what the database or the bot will come to hold. */
export async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience
  for (let pause = 5; !await look(); pause = Math.min(100, pause * 1.3)) {
    if (Date.now() > end) throw new Error(`After ${patience / 1000} seconds there is still not: ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** This machine may be busy; what is waited for comes within a few hundred milliseconds. */
export const patience = 60_000

export const violationsOf = (violations: readonly { rule: string; where: string; message: string; request: { method: string; path: string } }[]) =>
  violations.map(({ rule, where, message, request }) => `${rule} ${where}: ${message} (${request.method} ${request.path})`)

/** Everything that can be read of a message: its words, and what its buttons and selects are called. */
export function sayingOf({ content, components = [] }: Pick<Message, 'content' | 'components'>): string {
  const words = [...JSON.stringify(components).matchAll(/"(content|label|placeholder|name|url)":("(?:[^"\\]|\\.)*")/g)]
    .map(([, field, value = '""']) => field === 'url' ? `${JSON.parse(value)}`.replace(/^.*\//, '').replace(/\?.*$/, '') : JSON.parse(value) as string)
  return [content, ...words].join('\n')
}

/** The custom ids on a message. */
export const idsOf = ({ components = [] }: Pick<Message, 'components'>): string[] =>
  [...JSON.stringify(components).matchAll(/"custom_id":("(?:[^"\\]|\\.)*")/g)].map(([, id = '""']) => JSON.parse(id) as string)

export const problems = (lines: readonly Record<string, unknown>[]) =>
  lines.filter(({ level }) => Number(level) >= 40).slice(-5).map((line) => JSON.stringify(line).slice(0, 600)).join('\n')
