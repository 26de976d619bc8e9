import { pngText, withPngText } from '../../picture/png-text.ts'
import { Scene } from './scene.ts'

/** The panel's PNG with its scene inside: whoever has the picture has its layers. */
export const withScene = (png: Uint8Array, scene: Scene): Buffer => withPngText(png, keyword, JSON.stringify(scene))

/** The scene that a picture carries; null for any picture that we did not draw. */
export function sceneOf(picture: Uint8Array): Scene | null {
  const text = pngText(picture, keyword)
  if (text === null) return null
  try {
    return Scene.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

const keyword = 'redcliff:scene'
