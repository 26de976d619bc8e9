import type { FrameRate } from '../film/time.ts'
import { videoEncoding } from './encoding.ts'
import type { FfmpegJob } from './ffmpeg.ts'
import type { Layer } from './join-plan.ts'

type Join = {
  /** Each with the file that has its frames, and the file's first frame as the clip counts. */
  layers: readonly (Layer & { file: string; fileFrom: number })[]
  frames: number
  width: number
  height: number
  fps: FrameRate
}

/** Makes the frames of one join: layers over black, with the filters that every ffmpeg since 2018 has. */
export function joinJob(join: Join, output: string): FfmpegJob {
  const { layers, frames, width, height, fps } = join
  return {
    inputs: layers.map(({ file, first, fileFrom, frames: shown }) => ({ options: ['-t', ((first - fileFrom + shown + 1) / fps).toFixed(6)], file })),
    options: ['-filter_complex', joinGraph(join), '-map', '[film]', ...videoEncoding({ fps, keyFrames: [], frames })],
    output,
  }

  function joinGraph({ layers }: Join) {
    const pictures = layers.map((layer, index) => layerGraph(layer, index, { width, height, fps }))
    const [base] = layers
    // The first picture is the ground where it lasts; else there is black under it.
    const grounded = base?.at === 0 && base.frames === frames && base.enter?.how !== 'wipe' && base.enter?.how !== 'dissolve'
    const ground = grounded ? '' : `color=c=black:s=${width}x${height}:r=${fps}:d=${((frames + 1) / fps).toFixed(6)},format=yuv420p,trim=end_frame=${frames},setpts=N/(${fps}*TB)[ground];`
    const over = layers.map((_, index) => `layer${index}`).slice(grounded ? 1 : 0)
    const overlays = over.map((layer, index) => `[${index === 0 ? (grounded ? 'layer0' : 'ground') : `over${index}`}][${layer}]overlay=eof_action=pass[over${index + 1}];`)
    return [ground, ...pictures, ...overlays, `[${over.length === 0 ? 'layer0' : `over${over.length}`}]format=yuv420p,setpts=N/(${fps}*TB)[film]`].join('')
  }
}

function layerGraph({ first, fileFrom, frames, at, enter, leave }: Layer & { fileFrom: number }, index: number, { width, height, fps }: { width: number; height: number; fps: number }) {
  const skipped = first - fileFrom
  const steps = [`[${index}:v]trim=start_frame=${skipped}:end_frame=${skipped + frames}`, `setpts=N/(${fps}*TB)`, 'setsar=1']
  if (enter?.how === 'black') steps.push(`fade=t=in:start_frame=0:nb_frames=${enter.frames}`)
  // One less: the last frame is black, not nearly black.
  if (leave > 0) steps.push(`fade=t=out:start_frame=${frames - leave}:nb_frames=${Math.max(1, leave - 1)}`)
  if (enter?.how === 'dissolve') steps.push('format=yuva420p', `fade=t=in:start_frame=0:nb_frames=${enter.frames}:alpha=1`)
  const shift = `setpts=(N+${at})/(${fps}*TB)`
  if (enter?.how !== 'wipe') return `${steps.join(',')},${shift}[layer${index}];`
  // A soft edge that goes from left to right: a window that slides along a strip, white at the left and black at the right.
  const strip = (colour: string) => `color=c=${colour}:s=${width}x${height}:r=${fps}:d=${((frames + 1) / fps).toFixed(6)},format=gray`
  const mask = `hstack,lut=c0='if(gt(val,128),255,0)',boxblur=luma_radius=${Math.max(1, Math.round(height / 40))}:luma_power=1`
  return `${steps.join(',')}[bare${index}];${strip('white')}[white${index}];${strip('black')}[black${index}];` +
    `[white${index}][black${index}]${mask},crop=w=${width}:h=${height}:x='${width}*max(0,1-n/${enter.frames})':y=0,setpts=N/(${fps}*TB)[mask${index}];` +
    `[bare${index}][mask${index}]alphamerge,format=yuva420p,trim=end_frame=${frames},${shift}[layer${index}];`
}
