import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/open-store.ts'

const root = join(import.meta.dirname, '..')

/** Seconds to the end of `npm run film -- --help`, and from a command to its first gate on a warm install; medians of three. */
export async function benchStart(): Promise<{ help: number; firstGate: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'redcliff-bench-start-'))
  const home = join(folder, 'home')
  try {
    await chmod(folder, 0o755)
    await (await openStore({ home })).close()
    const [helps, gates] = [[] as number[], [] as number[]]
    for (let round = 0; round < 3; round++) {
      helps.push(await until('npm', ['run', '--silent', 'film', '--', '--help'], home, null))
      // Another wish each time: the answer to the same one would be there already.
      gates.push(await until(process.execPath, ['src/film.ts', `a lighthouse keeper and ${round + 2} gulls`, '--yes', '--out', join(folder, String(round))], home, /1\. |──/))
    }
    return { help: median(helps), firstGate: median(gates) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Seconds until it says something like this, or until it ends. */
async function until(program: string, words: string[], home: string, said: RegExp | null): Promise<number> {
  const began = performance.now()
  const child = spawn(program, words, { env: { ...process.env, REDCLIFF_HOME: home }, stdio: ['ignore', 'pipe', 'ignore'], cwd: root })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let text = ''
  const heard = new Promise<void>((resolve) => child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part
    if (said?.test(text)) resolve()
  }))
  await Promise.race(said ? [heard, ended] : [ended])
  const seconds = (performance.now() - began) / 1000
  child.kill('SIGINT')
  await ended
  return seconds
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN
