import type { Image } from '@napi-rs/canvas'
import type { Composition } from '../composition.ts'

/** How much larger than the frame a flat picture is shown, so that the camera has somewhere to go. */
const enlarged = 1.15

/** A picture that has no layers: it fills the frame, whatever its shape, and is the plane of the subject itself. */
export function flatComposition(picture: Image, aspect: number): Composition {
  const cover = enlarged * Math.max(aspect / picture.width, 1 / picture.height)
  const width = picture.width * cover
  const height = picture.height * cover
  const bounds = { x: -width / 2, y: -height / 2, width, height }
  return {
    aspect,
    overscan: Math.min(width - aspect, height - 1) / 2,
    focus: { x: 0, y: 0 },
    layers: [{ name: 'picture', depth: 1, opaque: true, bounds, paint(context) {
      // A picture may be transparent: the ground layer must not be.
      context.fillStyle = '#000'
      context.fillRect(bounds.x, bounds.y, width, height)
      context.imageSmoothingQuality = 'high'
      context.drawImage(picture, bounds.x, bounds.y, width, height)
    } }],
  }
}
