import type { Assets } from '../../lab/assets.ts'

/** A picture as a model looks at it: no larger than it needs, inside the request itself. */
export async function pictureUrl(assets: Assets, hash: string, longSide = 1024): Promise<string> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const picture = await loadImage(await assets.read(hash))
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height))
  const canvas = createCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)))
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  return `data:image/jpeg;base64,${(await canvas.encode('jpeg', 85)).toString('base64')}`
}
