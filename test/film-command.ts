import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { stopServer } from '../src/store/embedded-server.ts'
import { findPlace } from '../src/store/server-place.ts'

const entry = join(import.meta.dirname, '../src/film.ts')

export type FilmRun = { pid: number; stop(signal: NodeJS.Signals): void; ended: Promise<{ code: number | null; said: string; complained: string }>; saying(words: string): Promise<void> }

/** The real command, as a person gives it, in a folder and with a home of its own. */
export function startFilm(words: string[], { folder, home = join(folder, 'home'), input = '', env: more = {} }: { folder: string; home?: string; input?: string; env?: Record<string, string> }): FilmRun {
  // only what a bare shell has: the tests' own settings are not the film's
  const env = Object.fromEntries(['PATH', 'HOME', 'FFMPEG_PATH', 'FFPROBE_PATH'].flatMap((name) => process.env[name] ? [[name, process.env[name]]] : []))
  const child = spawn(process.execPath, [entry, ...words], { cwd: folder, env: Object.fromEntries(Object.entries({ ...env, ...more, REDCLIFF_HOME: home }).filter(([, value]) => value !== '')), detached: true })
  let [said, complained] = ['', '']
  let listen = () => {}
  child.stdout.setEncoding('utf8').on('data', (text) => { said += text; listen() })
  child.stderr.setEncoding('utf8').on('data', (text) => { complained += text })
  child.stdin.on('error', () => undefined).end(input)
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said, complained }))
  return {
    pid: child.pid ?? 0,
    stop: (signal) => { child.kill(signal) },
    ended,
    saying: (words) => Promise.race([
      new Promise<void>((resolve) => { listen = () => { if (said.includes(words)) resolve() }; listen() }),
      ended.then(({ complained }) => { if (!said.includes(words)) throw new Error(`The command ended without saying «${words}»: ${said.slice(-500)} ${complained}`) }),
    ]),
  }
}

/** Gives the command and waits for its end. */
export const film = (words: string[], place: Parameters<typeof startFilm>[1]) => startFilm(words, place).ended

/** A folder that is gone after the tests of this file, with the servers that were started in it. To be called outside of tests. With REDCLIFF_KEEP=<folder> it lies in there and stays, for whoever wants to look at the films. */
export async function filmFolder(): Promise<string> {
  const keep = process.env['REDCLIFF_KEEP']
  const folder = await mkdtemp(join(keep || tmpdir(), 'redcliff-film-test-'))
  // the system user that runs PostgreSQL for root must be able to enter
  await chmod(folder, 0o755)
  afterAll(async () => {
    for (const each of await readdir(folder, { withFileTypes: true })) {
      const home = join(folder, each.name)
      if (each.isDirectory() && (await readdir(home)).includes('postgres')) await stopServer(await findPlace(home))
    }
    if (!keep) await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** Processes that have this folder in their command or in their environment. Known on Linux only. */
export async function livingIn(folder: string): Promise<string[]> {
  const pids = process.platform === 'linux' ? (await readdir('/proc')).filter((name) => /^\d+$/.test(name)) : []
  const found = await Promise.all(pids.map(async (pid) => {
    const texts = await Promise.all(['cmdline', 'environ', 'stat'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')))
    const [command = '', environment = '', state = ''] = texts
    const dead = /\) [ZX] /.test(state)
    return !dead && (command.includes(folder) || environment.includes(folder)) ? [`${pid} ${command.replaceAll('\0', ' ').trim()}`] : []
  }))
  return found.flat()
}
