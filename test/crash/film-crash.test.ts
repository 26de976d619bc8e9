import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { film, filmFolder, type FilmRun, livingIn, startFilm } from '../film-command.ts'
import { ourFfmpeg, pictureHash } from '../film-file.ts'
import { until } from '../store/scratch-store.ts'

// Square, short and with every kind of work in it: panels, clips, a voice, a score, a dissolve, titles.
const table = `# The ferry

|shot|size|move|scene|line|seconds|transition|
|-|-|-|-|-|-|-|
|1|wide|pan|A river at dusk||0.8||
|2|close-up|static|An old man in a boat|Who is it?|1.2||
|3|medium|push in|A woman with a lantern||0.8|dissolve|`
const words = [table, '--yes', '--candidates', '1', '--aspect', '1:1']

const kills = 20
const [killedFolder, stoppedFolder] = [await filmFolder(), await filmFolder()]

test('a film whose crew is killed again and again is the same film, and nothing is made twice', async () => {
  const folder = killedFolder
  const ffmpeg = await ourFfmpeg()
  const began = performance.now()
  wellEnded(await film([...words, '--out', 'whole'], { folder, home: join(folder, 'home') }))
  const whole = performance.now() - began
  const [wanted, made] = [await pictureHash(ffmpeg, join(folder, 'whole', 'film.mp4')), await madeIn(join(folder, 'home'))]
  const dice = seeded(20)

  for (let killed = 0, take = 1; killed < kills; take++) {
    const home = join(folder, `home-${take}`)
    for (;;) {
      const run = startFilm([...words, '--out', `film-${take}`], { folder, home })
      // from before the database is there to the end, whatever the speed of this machine; mostly early, or the film would never end
      const stop = new AbortController()
      const alive = await Promise.race([run.ended.then(() => false), killed < kills ? wait(0.6 * whole * dice() * dice(), true, { signal: stop.signal }).catch(() => false) : run.ended.then(() => false)])
      stop.abort()
      if (!alive) {
        wellEnded(await run.ended)
        break
      }
      killed++
      await kill(run.pid, killed % 3 === 0 ? home : null, killed % 2 === 0)
      await run.ended
      const half = join(folder, `film-${take}`, 'film.mp4')
      if (existsSync(half)) expect(await pictureHash(ffmpeg, half), 'what is called a film is whole').toBe(wanted)
    }
    expect(await pictureHash(ffmpeg, join(folder, `film-${take}`, 'film.mp4')), `film ${take}`).toBe(wanted)
    expect(await papers(join(folder, `film-${take}`))).toEqual(await papers(join(folder, 'whole')))
    expect(await madeIn(home), `what was made for film ${take}`).toEqual(made)
    await until(async () => (await livingIn(home)).length === 0)
  }
}, 400_000)

test('a film stopped with Ctrl-C says how to go on; two commands that go on with it at once make one film, and both end well', async () => {
  const folder = stoppedFolder
  const words = ['|shot|size|move|scene|seconds|\n|-|-|-|-|-|\n|1|wide|pan|A river at dusk|0.8|', '--yes', '--candidates', '1', '--aspect', '1:1', '--voice', 'off', '--music', 'off']
  const run = startFilm([...words, '--out', 'film'], { folder })
  await run.saying('1 · filming')
  run.stop('SIGINT')
  const { code, said } = await run.ended
  expect(code).toBe(130)
  const id = /Stopped\. Go on with the same command, or: npm run film -- --resume (\S+)/.exec(said)?.[1]
  await until(async () => (await livingIn(join(folder, 'home'))).length === 0)

  const both = [words, ['--resume', id ?? '', '--yes']].map((way) => film([...way, '--out', 'film'], { folder }))
  for (const ended of await Promise.all(both)) wellEnded(ended)
  const made = await madeIn(join(folder, 'home'))
  expect(made.work.filter((line) => line.startsWith('draw'))).toHaveLength(1)
  expect(await readdir(join(folder, 'film'))).toEqual(['captions.srt', 'film.json', 'film.mp4', 'script.md', 'storyboard.md', 'storyboard.png'])
  await until(async () => (await livingIn(join(folder, 'home'))).length === 0)
}, 120_000)

function wellEnded({ code, said, complained }: Awaited<FilmRun['ended']>) {
  expect(code, `${said.slice(-1000)}\n${complained}`).toBe(0)
  expect(complained).toBe('')
}

/** What can be seen in a film's folder; a half that was killed stays hidden. */
const papers = async (folder: string) => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()

/** SIGKILL: the command alone, or with all it started; and the database, if named. */
async function kill(pid: number, home: string | null, withChildren: boolean) {
  process.kill(withChildren ? -pid : pid, 'SIGKILL')
  if (home === null) return
  const server = Number((await readFile(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  // it may have ended, or not have begun
  if (server > 0) try { process.kill(server, 'SIGKILL') } catch { /* gone */ }
}

/** All that was made in a home, and what was heard of it: each once, and nothing left to do. A mix is begun ahead of the cut only where there is time for it. */
async function madeIn(home: string) {
  const store = await openStore({ home })
  try {
    const { rows: work } = await store.pool.query(`select craft, key, status, attempts, owner from redcliff.generations where craft <> 'mix' order by craft, key`)
    const { rows: events } = await store.pool.query(`select body->>'kind' as kind, body->>'shot' as shot, body->>'for' as made_for, count(*)::int as times,
        bool_and(handled_at is not null and dead_at is null) as handled from redcliff.events where body->>'kind' <> 'mixed' group by 1, 2, 3 order by 1, 2, 3`)
    expect(work.filter(({ status, attempts, owner }) => status !== 'done' || attempts !== 1 || owner !== null)).toEqual([])
    expect(events.filter(({ times, handled }) => times !== 1 || !handled)).toEqual([])
    return { work: work.map(({ craft, key }) => `${craft} ${key}`), events: events.map(({ kind, shot, made_for }) => `${kind} ${shot} ${made_for}`) }
  } finally { await store.close() }
}

/** The same throws every time (mulberry32). */
function seeded(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
