import { findFfmpeg } from '../src/edit/find-ffmpeg.ts'

/**
 * Films of the tests are made by the ffmpeg that came with npm, as on a bare machine: it is one file, where a distribution's takes a
 * tenth of a second to find its libraries at each of a thousand starts. The cut's own tests, the first film and the long tests take
 * what is on PATH; FFMPEG_PATH names another for all.
 */
export async function setup(): Promise<void> {
  if (process.env['FFMPEG_PATH'] || process.env['REDCLIFF_LONG']) return
  const packaged = await findFfmpeg({}).catch(() => null)
  if (packaged) Object.assign(process.env, { FFMPEG_PATH: packaged.ffmpeg, FFPROBE_PATH: packaged.ffprobe })
}
