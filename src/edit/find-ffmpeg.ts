import { access, chmod, constants, copyFile, lstat, mkdir, rename, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { z } from 'zod'
import { askTool, Features, judgeFeatures } from './ffmpeg-features.ts'
import { FfmpegError } from './ffmpeg-error.ts'
import { saidBefore } from './said-before.ts'

export type Ffmpeg = {
  ffmpeg: string
  ffprobe: string
  /** The first line it says of itself. */
  version: string
  filters: ReadonlySet<string>
  encoders: ReadonlySet<string>
  /** A packaged one is of 2018: it is only given files that we made ourselves. */
  trusted: 'modern' | 'packaged'
  /** Why the ones found before it were not taken. */
  rejected: string[]
}

type Where = {
  /** FFMPEG_PATH and FFPROBE_PATH: taken, or refused aloud; never silently passed over. */
  ffmpegPath?: string | undefined
  ffprobePath?: string | undefined
  /** PATH. */
  path?: string | undefined
  /** Where a copy of a packaged tool may be kept when it lies there without the right to be run. */
  folder?: string | undefined
}

export const howToGet = 'Install ffmpeg 4.4 or newer («apt-get install ffmpeg», «brew install ffmpeg»), or name one with FFMPEG_PATH and FFPROBE_PATH.'

/** FFMPEG_PATH, then PATH, then the one that came with npm: the first that has what we need. */
export async function findFfmpeg(where: Where = {}): Promise<Ffmpeg> {
  const rejected: string[] = []
  const folder = where.folder ?? join(tmpdir(), `redcliff-${userInfo().uid}`)
  if (where.ffmpegPath !== undefined) {
    const named = await judge(where.ffmpegPath, where, folder)
    if (typeof named !== 'string') return { ...named, rejected }
    throw new FfmpegError(`FFMPEG_PATH is ${where.ffmpegPath}, which cannot be used: ${named} Correct it or leave it out. ${howToGet}`)
  }
  for (const found of await onPath('ffmpeg', where.path)) {
    const judged = await judge(found, where, folder)
    if (typeof judged === 'string') rejected.push(`${found}: ${judged}`)
    else if (judged.trusted === 'modern') return { ...judged, rejected }
    else rejected.push(`${found}: it is older than 4.4 (it lacks xfade or scdet).`)
  }
  const packaged = await packagedTool('ffmpeg', folder)
  const judged = packaged.path === null ? packaged.why : await judge(packaged.path, where, folder)
  if (typeof judged !== 'string') return { ...judged, trusted: 'packaged', rejected }
  throw new FfmpegError([`No ffmpeg that can make a film was found.`, ...rejected, `The one from npm: ${judged}`, howToGet].join(' '))
}

/** Throws where a file comes from outside and only the packaged ffmpeg is there: its readers have eight years of known holes. */
export function requireModern(ffmpeg: Ffmpeg, what: string) {
  if (ffmpeg.trusted === 'modern') return
  throw new FfmpegError(`${what} was not made here, and the packaged ffmpeg is too old (2018) to be given files from outside. ${howToGet}`)
}

async function judge(path: string, where: Where, folder: string): Promise<Omit<Ffmpeg, 'rejected'> | string> {
  if (!await runnable(path)) return 'it is not a program that can be run.'
  // in a folder of everybody's anybody could have answered for it
  const features = where.folder === undefined ? await judgeFeatures(path) : await saidBefore(where.folder, 'ffmpeg', path, Features, () => judgeFeatures(path))
  if (typeof features === 'string') return features
  const ffprobe = await findFfprobe(path, where, folder)
  if (ffprobe.path === null) return `no ffprobe for it: ${ffprobe.why}`
  return { ...features, filters: new Set(features.filters), encoders: new Set(features.encoders), ffmpeg: path, ffprobe: ffprobe.path }
}

async function findFfprobe(ffmpeg: string, where: Where, folder: string): Promise<Found> {
  const named = where.ffprobePath
  const answers = (path: string) => runs(path, where.folder)
  if (named !== undefined) return await answers(named) ? { path: named } : { path: null, why: `FFPROBE_PATH is ${named}, which cannot be run.` }
  for (const path of [join(dirname(ffmpeg), 'ffprobe'), ...await onPath('ffprobe', where.path)]) if (await answers(path)) return { path }
  return packagedTool('ffprobe', folder)
}

async function runs(path: string, folder: string | undefined): Promise<boolean> {
  if (!await runnable(path)) return false
  const ask = async () => (await askTool(path, ['-version'])) === null ? 'no' : true as const
  return (folder === undefined ? await ask() : await saidBefore(folder, 'ffprobe', path, z.literal(true), ask)) === true
}

type Found = { path: string } | { path: null; why: string }

/** npm may have blocked the install script that makes the file runnable, or a root owns it: then we run a copy of our own. */
async function packagedTool(tool: 'ffmpeg' | 'ffprobe', folder: string): Promise<Found> {
  let path
  try {
    const installer = createRequire(import.meta.url).resolve(`@${tool}-installer/${tool}/package.json`)
    path = join(dirname(createRequire(installer).resolve(`@${tool}-installer/${process.platform}-${process.arch}/package.json`)), tool)
    await stat(path)
  } catch {
    return { path: null, why: `npm has no ${tool} for ${process.platform}-${process.arch}, or «npm ci» has not been run.` }
  }
  if (await runnable(path)) return { path }
  await chmod(path, 0o755).catch(() => undefined)
  if (await runnable(path)) return { path }
  const copy = await runnableCopy(path, tool, folder).catch((error: Error) => error)
  return copy instanceof Error ? { path: null, why: `${path} may not be run, and a copy in ${folder} was not possible (${copy.message}).` } : { path: copy }
}

async function runnableCopy(path: string, tool: string, folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // A folder in /tmp may have been put there by somebody else, with a program of theirs in it.
  if ((await lstat(folder)).uid !== userInfo().uid) throw new Error('that folder belongs to somebody else')
  const { size, mtimeMs } = await stat(path)
  const copy = join(folder, `${tool}-${size}-${Math.round(mtimeMs)}`)
  if (await runnable(copy)) return copy
  const half = `${copy}.${process.pid}`
  await copyFile(path, half)
  await chmod(half, 0o700)
  await rename(half, copy)
  return copy
}

async function onPath(tool: string, path: string | undefined) {
  const found = (path ?? '').split(delimiter).filter((folder) => folder !== '').map((folder) => join(folder, tool))
  const checked = await Promise.all(found.map(async (file) => await runnable(file) ? file : null))
  return checked.filter((file) => file !== null)
}

const runnable = async (path: string) => {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
