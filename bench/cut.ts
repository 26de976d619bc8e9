import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../src/edit/assemble.ts'
import { openCutCache } from '../src/edit/cut-cache.ts'
import { encodingVersion, videoEncoding } from '../src/edit/encoding.ts'
import { run } from '../src/edit/ffmpeg.ts'
import { findFfmpeg, type Ffmpeg } from '../src/edit/find-ffmpeg.ts'
import { openFramePipe, rawFrames, rgbToVideo } from './frame-pipe.ts'
import { keyFramesFor } from '../src/edit/key-frames.ts'
import { cutFrames, itemStarts, type Cut } from '../src/film/cut.ts'
import { openAssets } from '../src/lab/assets.ts'
import { drawnFrames } from './drawn-frames.ts'

const shots = 15
const size = { width: 1280, height: 720, fps: 24 as const }
const frames = 5 * size.fps
const dissolve = { name: 'dissolve' as const, frames: 12 }
const caption = { from: 18, to: 100 }
const never = new AbortController().signal

/** From picture lock to film, and again after one shot changed, against one raw ffmpeg pass over the same clips. */
export async function benchCut({ rounds = 2, ffmpegPath }: { rounds?: number; ffmpegPath?: string } = {}) {
  const ffmpeg = await findFfmpeg({ ffmpegPath, path: process.env['PATH'] })
  const folder = join(tmpdir(), `redcliff-bench-cut-${encodingVersion}-${ffmpeg.trusted}`)
  await makeMaterial(ffmpeg, folder)
  const wall = { raw: [] as number[], first: [] as number[], again: [] as number[] }
  const rawFilm = join(folder, 'raw.mp4')
  let report = { frames: 0, joins: 0, made: 0, copied: 0 }
  let remade = 0
  let film = ''
  for (let round = 0; round < rounds; round++) {
    const lab = join(folder, `lab-${process.pid}`)
    await rm(lab, { recursive: true, force: true })
    const assets = openAssets(lab)
    const clips = await Promise.all(Array.from({ length: shots + 1 }, async (_, shot) => {
      const file = await assets.scratch('.mp4')
      await copyFile(join(folder, `burned-${shot}.mp4`), file)
      return assets.putFile(file)
    }))
    const cut = cutOf(clips.slice(0, shots))
    const work = { ffmpeg, assets, cache: openCutCache(join(lab, 'cut')), mix: join(folder, 'mix.wav'), comment: 'bench', signal: never }
    wall.first.push(await seconds(async () => {
      const { film: made, ...rest } = await assemble(cut, work)
      film = assets.path(made)
      report = rest
    }))
    const changed = cutOf(clips.slice(0, shots).with(7, clips[shots] ?? ''))
    wall.again.push(await seconds(async () => { remade = (await assemble(changed, work)).made }))
    wall.raw.push(await seconds(() => rawPass(ffmpeg, folder, rawFilm)))
  }
  const ssim = await similarity(ffmpeg, film, rawFilm)
  const { size: bytes } = await stat(film)
  await rm(join(folder, `lab-${process.pid}`), { recursive: true, force: true })
  const [raw, first, again] = [median(wall.raw), median(wall.first), median(wall.again)]
  return {
    ffmpeg: ffmpeg.version.slice(0, 40), filmSeconds: report.frames / size.fps, ...report, remade,
    rawWall: raw, firstWall: first, againWall: again, first: first / raw, again: again / raw, ssim,
    bytes, rawBytes: (await stat(rawFilm)).size,
  }
}

const cutOf = (clips: readonly string[]): Cut => ({
  title: 'Bench', author: null, language: 'en', ...size, score: null, fadeOut: 24,
  items: clips.map((clip, index) => ({ name: String(index + 1), clip, frames, transition: index === 0 ? { name: 'cut', frames: 0 } : dissolve, voice: null, captions: [], chapter: String(index + 1) })),
})

/** The clips with and without burned words (made once, from the same drawn frames), and a sound. */
async function makeMaterial(ffmpeg: Ffmpeg, folder: string) {
  if (await stat(join(folder, 'mix.wav')).catch(() => null)) return
  await mkdir(folder, { recursive: true })
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
  GlobalFonts.registerFromPath(font, 'Bench Serif')
  for (let shot = 0; shot <= shots; shot++) {
    const words = join(folder, `words-${shot}.png`)
    await writeFile(words, drawWords(`第 ${shot + 1} 镜　清风徐来，水波不兴`))
    const place = shot === shots ? 7 : shot
    const keyFrames = keyFramesFor(frames, place === 0 ? { name: 'cut', frames: 0 } : dissolve, place === shots - 1 ? null : dissolve, place === shots - 1 ? 24 : 0)
    const encoding = videoEncoding({ fps: size.fps, keyFrames, frames })
    const graph = `[0:v]${rgbToVideo},split[plain][under];[under][1:v]overlay=enable='between(n,${caption.from},${caption.to - 1})':format=yuv420,format=yuv420p[burned]`
    const pipe = openFramePipe(ffmpeg, [...rawFrames(size), '-i', words, '-filter_complex', graph, '-map', '[plain]', ...encoding, join(folder, `plain-${shot}.mp4`), '-map', '[burned]', ...encoding, join(folder, `burned-${shot}.mp4`)], never)
    const drawn = drawnFrames(shot, { ...size, frames })
    for (let frame = 0; frame < frames; frame++) await pipe.write(drawn.frame(frame))
    await pipe.end()
  }
  const wav = join(folder, 'half.wav')
  await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: 'aevalsrc=0.2*sin(2*PI*220*t)*sin(t)|0.2*sin(2*PI*331*t)*cos(t):s=48000:d=68.5' }], options: ['-c:a', 'pcm_s16le', '-f', 'wav'], output: wav })
  await rename(wav, join(folder, 'mix.wav'))
}

/** What one would write by hand: a single graph over the plain clips. */
async function rawPass(ffmpeg: Ffmpeg, folder: string, output: string) {
  const items = cutOf(Array.from({ length: shots }, () => '')).items
  const starts = itemStarts(items)
  const all = items.map((_, shot) => shot)
  const words = all.map((shot) => `[${shot}:v]setpts=N/(24*TB)[c${shot}];[c${shot}][${shots + shot}:v]overlay=enable='between(n,${caption.from},${caption.to - 1})',format=${shot === 0 ? 'yuv420p' : `yuva420p,fade=t=in:start_frame=0:nb_frames=${dissolve.frames}:alpha=1`},setpts=(N+${starts[shot]})/(24*TB)[s${shot}]`)
  const total = cutFrames(items)
  const black = `color=c=black:s=1280x720:r=24:d=${(total + 1) / 24},format=yuv420p,trim=end_frame=${total}[u0]`
  const over = all.map((shot) => `[u${shot}][s${shot}]overlay=eof_action=pass[u${shot + 1}]`)
  const modern = ffmpeg.filters.has('xfade') && all.reduce((chain, shot) => shot === 0 ? '' : `${chain}[${shot === 1 ? 'x0' : `y${shot - 1}`}][x${shot}]xfade=transition=fade:duration=0.5:offset=${(starts[shot] ?? 0) / 24}[y${shot}];`, '')
  const graph = modern
    ? `${all.map((shot) => `[${shot}:v][${shots + shot}:v]overlay=enable='between(n,${caption.from},${caption.to - 1})',format=yuv420p,settb=1/24,setpts=N,fps=24[x${shot}];`).join('')}${modern}[y${shots - 1}]fade=t=out:start_frame=${total - 24}:nb_frames=23,format=yuv420p[film]`
    : [...words, black, ...over].join(';') + `;[u${shots}]fade=t=out:start_frame=${total - 24}:nb_frames=23,format=yuv420p[film]`
  const script = join(folder, 'graph.txt')
  await writeFile(script, graph)
  await run(ffmpeg, {
    inputs: [...all.map((shot) => ({ file: join(folder, `plain-${shot}.mp4`) })), ...all.map((shot) => ({ file: join(folder, `words-${shot}.png`) })), { file: join(folder, 'mix.wav') }],
    options: ['-filter_complex_script', script, '-map', '[film]', '-map', `${2 * shots}:a`, ...byHand(videoEncoding({ fps: 24, keyFrames: [], frames: total })), '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '192k', '-t', String(total / 24), '-movflags', '+faststart'],
    output,
  })
}

/** With sound, and with as many threads as ffmpeg would take by itself: nothing holds the one pass back. */
const byHand = (encoding: string[]) => encoding.flatMap((token, at) => (token === '-an' || token === '-threads' || encoding[at - 1] === '-threads' ? [] : [token]))

async function similarity(ffmpeg: Ffmpeg, film: string, other: string) {
  const said = await run(ffmpeg, { inputs: [{ file: film }, { file: other }], options: ['-filter_complex', '[0:v]setpts=N/(24*TB)[a];[1:v]setpts=N/(24*TB)[b];[a][b]ssim', '-f', 'null'], output: '-' })
  return Number(/SSIM.*All:([0-9.]+)/.exec(said)?.[1])
}

function drawWords(text: string) {
  const canvas = createCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  context.font = '36px "Bench Serif"'
  context.textAlign = 'center'
  context.lineWidth = 5
  context.strokeStyle = 'rgba(0,0,0,0.8)'
  context.strokeText(text, size.width / 2, size.height * 0.92)
  context.fillStyle = 'white'
  context.fillText(text, size.width / 2, size.height * 0.92)
  return canvas.toBuffer('image/png')
}

const seconds = async (work: () => Promise<unknown>) => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchCut(process.argv[2] ? { ffmpegPath: process.argv[2] } : {}), null, 2)}\n`)
