import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../../edit/ffmpeg.ts'
import { findFfmpeg, type Ffmpeg } from '../../../edit/find-ffmpeg.ts'
import { paintPicture, type PictureValue } from './picture-value.ts'

let found: Promise<Ffmpeg> | undefined
const rendered = new Map<string, Promise<Buffer>>()

/** A clip that wanders over the picture; the same one twice is rendered once. */
export function renderClip(picture: PictureValue, fps: number): Promise<Buffer> {
  const key = JSON.stringify([{ ...picture, base: picture.base?.length }, fps])
  const known = rendered.get(key)
  if (known) return known
  const clip = render(picture, fps)
  if (rendered.size < 50) rendered.set(key, clip)
  return clip
}

async function render(picture: PictureValue, fps: number) {
  const ffmpeg = await (found ??= findFfmpeg())
  const folder = await mkdtemp(join(tmpdir(), 'small-comfyui-'))
  try {
    const [still, clip] = [join(folder, 'still.png'), join(folder, 'clip.mp4')]
    await writeFile(still, await paintPicture(picture))
    const [width, height] = [picture.width & ~1, picture.height & ~1]
    await run(ffmpeg, {
      inputs: [{ options: ['-loop', '1', '-framerate', String(fps)], file: still }],
      options: ['-vf', `crop=w=iw-16:h=ih-16:x='8+8*sin(n/6)':y=8,scale=${width}:${height}`, '-frames:v', String(picture.frames), '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-r', String(fps)],
      output: clip,
    })
    return await readFile(clip)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
