import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { videoEncoding } from '../src/edit/encoding.ts'
import type { CameraMove } from '../src/film/camera-move.ts'
import { openAssets } from '../src/lab/assets.ts'
import { drawFrames } from '../src/studio/animatic/camera/render-clip.ts'
import { openYuv } from '../src/studio/animatic/camera/rgba-to-yuv.ts'
import { compose } from '../src/studio/animatic/paint/compose.ts'
import { openWorkers } from '../src/studio/animatic/workers.ts'
import { withScene } from '../src/studio/animatic/carried-scene.ts'
import { createCanvas } from '@napi-rs/canvas'
import { Scene } from '../src/studio/animatic/scene.ts'
import type { AnimateRequest } from '../src/studio/provider.ts'

export type RenderFigures = {
  /** Frames a second of the whole: painting, moving, encoding; two clips at a time, as a film is made. */
  render: number
  /** The same frames, already drawn and converted, straight to ffmpeg: x264 alone. */
  encode: number
  share: number
}

/** 720p24, four seconds of each of the commonest moves over a moonlit river. */
export async function benchRender(ffmpeg: string, { print = (_line: string) => {} } = {}): Promise<RenderFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-render-'))
  const workers = openWorkers({ size: 2 })
  try {
    const assets = openAssets(folder)
    const work = { signal: new AbortController().signal, assets, progress() {} }
    const picture = await assets.put(withScene(createCanvas(16, 9).toBuffer('image/png'), river))
    const requests = moves.map((move) => ({ ...request, move, picture }))
    await workers.run({ craft: 'animate', request: { ...request, picture, frames: 2 }, ffmpeg }, work)
    const began = performance.now()
    await Promise.all(requests.map((each) => workers.run({ craft: 'animate', request: each, ffmpeg }, work)))
    const render = rate(requests.length * request.frames, began)
    let seconds = 0
    for (const each of requests) seconds += await encodeAlone(await drawnFrames(each, work), each, join(folder, 'alone.mp4'), ffmpeg)
    const encode = requests.length * request.frames / seconds
    print(`render  ${render.toFixed(1)} frames/s at 720p (painting, moving, encoding)`)
    print(`encode  ${encode.toFixed(1)} frames/s for the same frames, x264 alone; ratio ${(render / encode).toFixed(2)}`)
    return { render, encode, share: render / encode }
  } finally {
    await workers.close()
    await rm(folder, { recursive: true })
  }
}

async function drawnFrames(each: AnimateRequest, work: Parameters<typeof drawFrames>[2]) {
  const toYuv = openYuv(each)
  const frames: Buffer[] = []
  for await (const pixels of drawFrames(compose(river, each.width / each.height), each, work)) frames.push(Buffer.from(toYuv(pixels)))
  return frames
}

function encodeAlone(frames: Buffer[], { width, height, fps, keyFrames }: AnimateRequest, path: string, ffmpeg: string) {
  const began = performance.now()
  const child = spawn(ffmpeg, [
    '-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-framerate', String(fps), '-i', 'pipe:0',
    ...videoEncoding({ fps, keyFrames, frames: frames.length }), path,
  ], { stdio: ['pipe', 'ignore', 'inherit'] })
  for (const frame of frames) child.stdin.write(frame)
  child.stdin.end()
  return new Promise<number>((resolve, reject) => child.on('error', reject).on('close', () => resolve((performance.now() - began) / 1000)))
}

const rate = (frames: number, began: number) => frames * 1000 / (performance.now() - began)

const moves: CameraMove[] = [
  { name: 'push-in', direction: null, speed: 'normal' },
  { name: 'track', direction: 'right', speed: 'normal' },
  { name: 'static', direction: null, speed: 'normal' },
  { name: 'crane', direction: 'up', speed: 'slow' },
  { name: 'pan', direction: 'left', speed: 'normal' },
  { name: 'pull-out', direction: null, speed: 'slow' },
]

const request: AnimateRequest = {
  picture: '0'.repeat(64), prompt: '', move: { name: 'static', direction: null, speed: 'normal' },
  frames: 96, fps: 24, width: 1280, height: 720, seed: 1, burn: [], keyFrames: [12, 84],
}

const river = Scene.parse({
  version: 1, look: 'ink-wash', era: 'ancient-china', mood: 'melancholy', size: 'wide', angle: 'eye', place: 'river', alsoPlaces: ['cliff'],
  hour: 'night', weather: 'fog', season: 'autumn', sky: { sun: false, moon: true, stars: 'few' }, magic: false, missed: [], seed: 7, variant: 0,
  figures: [{ name: null, seed: 3, gender: 'man', age: 'adult', costume: ['scholar robe'], posture: 'sit', doing: ['cup'], feeling: 'calm', facing: 'left', main: true }],
  things: [{ kind: 'boat', icon: null, count: 1, stands: 'water', scale: 'normal', main: false, moves: 'still' }],
})
