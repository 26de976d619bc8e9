import { type ChildProcess, fork } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { generousLimits, openSmallDiscord, type SmallDiscord } from '../../src/try/discord/small-discord.ts'

export type Begun = { craft: string; label: string; seconds: number; at: number }

export type Stage = {
  small: SmallDiscord
  guild: { id: string }
  channel: { id: string }
  store: Store
  bot: ChildProcess
  /** Orders as they left for the provider. */
  begun: Begun[]
  onBegun(listener: (begun: Begun) => void): () => void
  close(): Promise<void>
}

/** A small Discord here, and the bot with a studio that takes its time in a process of its own. `patience` multiplies its times. */
export async function openStage(patience: number): Promise<Stage> {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-discord-'))
  await chmod(home, 0o755)
  const small = await openSmallDiscord({ limits: generousLimits })
  const guild = small.addGuild({ name: 'Bench' })
  const channel = small.addChannel(guild, { name: 'films' })
  const bot = fork(join(import.meta.dirname, 'patient-bot.ts'), {
    env: { ...process.env, PATIENCE: String(patience), REDCLIFF_HOME: home, DISCORD_TOKEN: small.token, DISCORD_API: small.rest.api, DISCORD_CDN: small.rest.cdn, DATABASE_URL: '' },
    execArgv: ['--max-semi-space-size=16'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const begun: Begun[] = []
  const listeners = new Set<(begun: Begun) => void>()
  await new Promise<void>((resolve, reject) => {
    bot.once('exit', (code) => reject(new Error(`The bot ended with ${code}.`)))
    bot.on('message', (said: { ready?: true } & Begun) => {
      if (said.ready) return resolve()
      begun.push(said)
      for (const listener of listeners) listener(said)
    })
  })
  await small.waitFor(() => small.commands().length > 0, { milliseconds: 20_000, what: 'commands' })
  const store = await openStore({ home })
  return {
    small, guild, channel, store, bot, begun,
    onBegun(listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    async close() {
      const ended = new Promise<void>((resolve) => bot.once('exit', () => resolve()))
      bot.kill('SIGTERM')
      await ended
      await store.close()
      await small.close()
      await rm(home, { recursive: true, force: true, maxRetries: 30, retryDelay: 200 })
    },
  }
}

/** A table of so many shots, each with words and a picture of its own. */
export const table = (shots: number, title: string) => [
  `# ${title}`, '', '| 分镜 | 景别 | 运镜 | 场景描述 | 画面描述 |', '| --- | --- | --- | --- | --- |',
  ...Array.from({ length: shots }, (_, index) => `| 1.${index + 1} | ${['全景', '中景', '特写'][index % 3]} | 静态 | The ferry leaves pier ${index + 1} of ${title} | a ferry, pier ${index + 1} |`),
].join('\n')

/** Opens a film of so many shots by /film and waits for its storyboard; resolves to its thread and the greenlight's button. */
export async function openFilm({ small, channel, guild }: Stage, user: { id: string }, shots: number, title: string) {
  const asked = small.as(user).command(channel, 'film', { file: { name: 'film.md', bytes: Buffer.from(table(shots, title)), contentType: 'text/markdown' } })
  await asked.acknowledged
  const { message, customId, thread } = await small.waitFor(() => {
    const thread = small.threads(guild).find((each) => each.name === title)
    return thread && buttons(small, thread).filter(({ customId }) => /~e~gl~/.test(customId)).map((found) => ({ ...found, thread }))[0]
  }, { milliseconds: 60_000, what: `the storyboard of ${title}` })
  return { thread, greenlight: () => small.as(user).press(message, customId) }
}

/** Every button in a thread that can be pressed. */
export const buttons = (small: SmallDiscord, thread: { id: string }) => small.messages(thread).flatMap((message) =>
  // what is greyed out cannot be pressed
  [...JSON.stringify(message.components ?? []).matchAll(/\{[^{}]*"custom_id":"(1~[^"]+)"[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g)].filter(([whole]) => !whole.includes('"disabled":true')).map(([, customId = '']) => ({ message, customId })))

export const percentile = (values: number[], share: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
