import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/open-store.ts'
import { openSmallDiscord } from '../../src/try/discord/small-discord.ts'

const root = join(import.meta.dirname, '../..')

/** `npm start` on a warm install: seconds until it says ready (median of three), and what it and its database hold 10 s later. */
export async function benchBotStart(): Promise<{ coldStart: number; idleMegabytes: number }> {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-bot-'))
  await chmod(home, 0o755)
  const small = await openSmallDiscord()
  small.addGuild({ name: 'Bench' })
  try {
    await (await openStore({ home })).close()
    const runs = []
    // the first reads every file for the first time
    for (let run = 0; run < 4; run++) runs.push(await startOnce(home, small))
    const [, ...warm] = runs
    return { coldStart: warm.map(({ seconds }) => seconds).sort((a, b) => a - b)[1] ?? 0, idleMegabytes: Math.max(...warm.map(({ megabytes }) => megabytes)) }
  } finally {
    await small.close()
    await rm(home, { recursive: true, force: true, maxRetries: 30, retryDelay: 200 })
  }
}

async function startOnce(home: string, small: { token: string; rest: { api: string; cdn: string } }) {
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root, detached: true, stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, REDCLIFF_HOME: home, DATABASE_URL: '', DISCORD_TOKEN: small.token, DISCORD_API: small.rest.api, DISCORD_CDN: small.rest.cdn, DISCORD_SHARDS: '1', REDCLIFF_PORT: '0' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (/"msg":"ready"/.test(said)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The bot ended with ${code}.`)))
  })
  const seconds = (performance.now() - began) / 1000
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  const megabytes = held(child.pid ?? 0, home)
  process.kill(-(child.pid ?? 0), 'SIGTERM')
  await ended
  return { seconds, megabytes }
}

/** Proportional set size of the process tree below `pid` and of the database that serves `home`, in MB: shared pages are counted once. */
function held(pid: number, home: string): number {
  const parents = new Map<number, number>()
  const commands = new Map<number, string>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const line = readFileSync(`/proc/${name}/stat`, 'latin1')
      parents.set(Number(name), Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]))
      commands.set(Number(name), readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' '))
    } catch { /* it ended meanwhile */ }
  }
  const server = [...commands].filter(([, command]) => command.includes('postgres') && command.includes(home)).map(([id]) => id)
  const belongs = (id: number): boolean => id === pid || server.includes(id) || ((parents.get(id) ?? 0) > 1 && belongs(parents.get(id) ?? 0))
  let kilobytes = 0
  for (const id of parents.keys()) {
    if (!belongs(id)) continue
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'latin1'))?.[1] ?? 0)
    } catch { /* it ended meanwhile */ }
  }
  return kilobytes / 1024
}
