import { createCanvas } from '@napi-rs/canvas'
import type { Canvas } from '@napi-rs/canvas'
import type { Composition } from '../composition.ts'

const rest = { seconds: 0, progress: 0 }

/** The whole picture, the camera at rest, at the first moment of the shot. */
export const paintPanel = (composition: Composition, width: number, height: number): Canvas => {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.setTransform(height, 0, 0, height, width / 2, height / 2)
  for (const layer of composition.layers) {
    context.save()
    if (layer.pose !== undefined) {
      const pose = layer.pose(rest)
      const x = layer.bounds.x + layer.bounds.width / 2
      const y = layer.bounds.y + layer.bounds.height / 2
      context.translate(x + pose.x, y + pose.y)
      context.rotate(pose.angle)
      context.scale(pose.scale, pose.scale)
      context.translate(-x, -y)
      context.globalAlpha = pose.opacity
    }
    context.beginPath()
    context.rect(layer.bounds.x, layer.bounds.y, layer.bounds.width, layer.bounds.height)
    context.clip()
    layer.paint(context)
    layer.live?.(context, rest)
    context.restore()
  }
  return canvas
}
