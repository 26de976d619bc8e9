import type { FrameRate } from '../film/time.ts'
import { videoEncoding } from './encoding.ts'
import type { FfmpegJob } from './ffmpeg.ts'
import type { Layer } from './join-plan.ts'

export type Join = {
  /** Each with the file that has its frames, and the file's first frame as the clip counts. */
  layers: readonly (Layer & { file: string; fileFrom: number })[]
  frames: number
  width: number
  height: number
  fps: FrameRate
  /** Where it goes. */
  output: string
}

/**
 * Makes the frames of some joins in one run, for each start of a distribution's ffmpeg costs a tenth of a second: of each, layers
 * over black, with the filters that every ffmpeg since 2018 has.
 */
export function joinsJob(joins: readonly Join[]): FfmpegJob {
  const firstInput = joins.map((_, index) => joins.slice(0, index).reduce((sum, { layers }) => sum + layers.length, 0))
  const outputs = joins.flatMap(({ fps, frames, output }, index) => ['-map', `[film${index}]`, ...videoEncoding({ fps, keyFrames: [], frames }), output])
  return {
    inputs: joins.flatMap(({ layers, fps }) => layers.map(({ file, first, fileFrom, frames }) => ({ options: ['-t', ((first - fileFrom + frames + 1) / fps).toFixed(6)], file }))),
    options: ['-filter_complex', joins.map((join, index) => joinGraph(join, index, firstInput[index] ?? 0)).join(';'), ...outputs.slice(0, -1)],
    output: outputs.at(-1) ?? '',
  }
}

function joinGraph({ layers, frames, width, height, fps }: Join, number: number, firstInput: number) {
  const named = (name: string) => `[${name}of${number}]`
  const pictures = layers.map((layer, index) => layerGraph(layer, { input: `[${firstInput + index}:v]`, named: (name) => named(`${name}${index}`), width, height, fps }))
  const [base] = layers
  // The first picture is the ground where it lasts; else there is black under it.
  const grounded = base?.at === 0 && base.frames === frames && base.enter?.how !== 'wipe' && base.enter?.how !== 'dissolve'
  const ground = grounded ? '' : `color=c=black:s=${width}x${height}:r=${fps}:d=${((frames + 1) / fps).toFixed(6)},format=yuv420p,trim=end_frame=${frames},setpts=N/(${fps}*TB)${named('ground')};`
  const over = layers.map((_, index) => named(`layer${index}`)).slice(grounded ? 1 : 0)
  const overlays = over.map((layer, index) => `${index === 0 ? named(grounded ? 'layer0' : 'ground') : named(`over${index}`)}${layer}overlay=eof_action=pass${named(`over${index + 1}`)};`)
  return [ground, ...pictures, ...overlays, `${named(over.length === 0 ? 'layer0' : `over${over.length}`)}format=yuv420p,setpts=N/(${fps}*TB)[film${number}]`].join('')
}

type Place = { input: string; named(name: string): string; width: number; height: number; fps: number }

function layerGraph({ first, fileFrom, frames, at, enter, leave }: Layer & { fileFrom: number }, { input, named, width, height, fps }: Place) {
  const skipped = first - fileFrom
  const steps = [`${input}trim=start_frame=${skipped}:end_frame=${skipped + frames}`, `setpts=N/(${fps}*TB)`, 'setsar=1']
  if (enter?.how === 'black') steps.push(`fade=t=in:start_frame=0:nb_frames=${enter.frames}`)
  // One less: the last frame is black, not nearly black.
  if (leave > 0) steps.push(`fade=t=out:start_frame=${frames - leave}:nb_frames=${Math.max(1, leave - 1)}`)
  if (enter?.how === 'dissolve') steps.push('format=yuva420p', `fade=t=in:start_frame=0:nb_frames=${enter.frames}:alpha=1`)
  const shift = `setpts=(N+${at})/(${fps}*TB)`
  if (enter?.how !== 'wipe') return `${steps.join(',')},${shift}${named('layer')};`
  // A soft edge that goes from left to right: a window that slides along a strip, white at the left and black at the right.
  const strip = (colour: string) => `color=c=${colour}:s=${width}x${height}:r=${fps}:d=${((frames + 1) / fps).toFixed(6)},format=gray`
  const mask = `hstack,lut=c0='if(gt(val,128),255,0)',boxblur=luma_radius=${Math.max(1, Math.round(height / 40))}:luma_power=1`
  return `${steps.join(',')}${named('bare')};${strip('white')}${named('white')};${strip('black')}${named('black')};` +
    `${named('white')}${named('black')}${mask},crop=w=${width}:h=${height}:x='${width}*max(0,1-n/${enter.frames})':y=0,setpts=N/(${fps}*TB)${named('mask')};` +
    `${named('bare')}${named('mask')}alphamerge,format=yuva420p,trim=end_frame=${frames},${shift}${named('layer')};`
}
