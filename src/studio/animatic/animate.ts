import { loadImage } from '@napi-rs/canvas'
import type { Work } from '../../lab/work.ts'
import type { AnimateRequest, Animated } from '../provider.ts'
import { sceneOf } from './carried-scene.ts'
import { flatComposition } from './camera/flat-composition.ts'
import { renderClip } from './camera/render-clip.ts'
import type { Composition } from './composition.ts'

/** Moves the ordered camera over a picture: over its layers if we drew it, over the flat picture if not. */
export async function animate(request: AnimateRequest, work: Work, ffmpeg: string): Promise<Animated> {
  const composition = await layersOf(await work.assets.read(request.picture), request.width / request.height)
  const clip = await renderClip(composition, request, work, ffmpeg)
  const { frames, fps, width, height } = request
  return { clip, frames, fps, width, height, conformed: true }
}

async function layersOf(picture: Buffer, aspect: number): Promise<Composition> {
  const scene = sceneOf(picture)
  if (scene) return (await import('./paint/compose.ts')).compose(scene, aspect)
  return flatComposition(await loadImage(picture), aspect)
}
