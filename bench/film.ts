import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFfmpeg } from '../src/edit/find-ffmpeg.ts'
import { run } from '../src/edit/ffmpeg.ts'
import { probe } from '../src/edit/probe.ts'
import { openStore } from '../src/store/open-store.ts'
import { childrenSeconds } from './process-times.ts'

export type FilmFigures = {
  filmSeconds: number
  wallSeconds: number
  /** Of the command and all that it started, save PostgreSQL. */
  cpuSeconds: number | null
  /** Seconds that the lab spent on each craft; two run at a time. */
  crafts: Record<string, number>
  /** Frames a second of one plain x264 pass over the film, right after it was made: how fast the machine itself is. */
  machine: { encode: number }
  /** When the first clip began, the last ended, and the film was there, since the first order. */
  timeline: { firstClip: number; lastClip: number; cut: number; end: number }
}

/** The Red Cliff at 720p24 by the command itself: a database that has been used, an empty asset store. */
export async function benchFilm(): Promise<FilmFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'redcliff-bench-film-'))
  const home = join(folder, 'home')
  try {
    // Open to the system user as whom root's server runs.
    await chmod(folder, 0o755)
    await (await openStore({ home })).close()
    const cpuBefore = childrenSeconds()
    const began = performance.now()
    await command(['examples/red-cliff.md', '--yes', '--out', join(folder, 'film')], home)
    const wallSeconds = (performance.now() - began) / 1000
    const cpuAfter = childrenSeconds()
    const ffmpeg = await findFfmpeg({ path: process.env['PATH'], folder })
    const { streams } = await probe(ffmpeg, join(folder, 'film', 'film.mp4'))
    const picture = streams.find(({ codec_type }) => codec_type === 'video')
    const frames = picture?.nb_frames ?? NaN
    const encodeBegan = performance.now()
    await run(ffmpeg, { inputs: [{ options: [], file: join(folder, 'film', 'film.mp4') }], options: ['-an', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-threads', '2', '-f', 'mp4'], output: join(folder, 'raw.mp4') }, {})
    return {
      machine: { encode: frames / ((performance.now() - encodeBegan) / 1000) },
      filmSeconds: (picture?.nb_frames ?? NaN) / 24, wallSeconds,
      cpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
      ...await whatTheLabDid(home),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function whatTheLabDid(home: string): Promise<Pick<FilmFigures, 'crafts' | 'timeline'>> {
  const store = await openStore({ home })
  try {
    const { rows } = await store.pool.query<{ craft: string; seconds: number }>('select craft, sum(seconds)::float as seconds from redcliff.generations group by craft order by 2 desc')
    const { rows: [timeline] } = await store.pool.query<FilmFigures['timeline']>(
      `select extract(epoch from min(started_at) filter (where craft = 'animate') - min(created_at))::float as "firstClip",
          extract(epoch from max(finished_at) filter (where craft = 'animate') - min(created_at))::float as "lastClip",
          extract(epoch from max(finished_at) filter (where craft = 'assemble') - min(created_at))::float as cut,
          extract(epoch from max(finished_at) - min(created_at))::float as end from redcliff.generations`)
    if (!timeline) throw new Error('The film was made without the lab: there is nothing to measure.')
    return { crafts: Object.fromEntries(rows.map(({ craft, seconds }) => [craft, seconds])), timeline }
  } finally {
    await store.close()
  }
}

/** Runs `npm run film` without npm, and waits for its end. */
function command(words: readonly string[], home: string) {
  const child = spawn(process.execPath, ['src/film.ts', ...words], { env: { ...process.env, REDCLIFF_HOME: home }, stdio: ['ignore', 'ignore', 'inherit'], cwd: join(import.meta.dirname, '..') })
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The film was not made: exit code ${code}.`))))
  })
}
