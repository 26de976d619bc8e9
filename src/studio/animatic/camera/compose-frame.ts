import type { SKRSContext2D } from '@napi-rs/canvas'
import type { FrameSize } from '../../../film/frame-size.ts'
import type { Moment } from '../composition.ts'
import { fallsOn } from './bands.ts'
import type { Matrix } from './layer-transform.ts'
import type { MovePlan } from './plan.ts'
import type { Sprite } from './sprites.ts'

/** One frame, back to front. What a solid layer in front hides is not painted. */
export function composeFrame(context: SKRSContext2D, sprites: readonly Sprite[], plan: MovePlan, size: FrameSize, time: Moment): void {
  const places = sprites.map((sprite) => plan.matrix(sprite.index, time))
  let horizon = size.height
  const hidden = sprites.map(() => 0)
  for (let index = sprites.length - 1; index >= 0; index--) {
    hidden[index] = horizon
    const solid = sprites[index]?.solidBelow ?? null
    const place = places[index] as Matrix
    if (solid === null || place.b !== 0 || sprites[index]?.layer.pose) continue
    horizon = Math.min(horizon, Math.ceil(size.height * (0.5 + place.f + solid * place.d)) + 1)
  }
  sprites.forEach((sprite, index) => {
    const below = hidden[index] ?? size.height
    const opacity = sprite.layer.pose?.(time).opacity ?? 1
    if (below <= 0 || opacity <= 0) return
    const place = places[index] as Matrix
    context.save()
    if (below < size.height) {
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.beginPath()
      context.rect(0, 0, size.width, below)
      context.clip()
    }
    context.globalAlpha = opacity
    drawSprite(context, sprite, place, size, below)
    if (sprite.layer.live) {
      context.globalAlpha = opacity
      const { a, b, c, d, e, f } = place
      const h = size.height
      context.setTransform(a * h, b * h, c * h, d * h, size.width / 2 + e * h, h / 2 + f * h)
      sprite.layer.live(context, time)
    }
    context.restore()
  })
}

function drawSprite(context: SKRSContext2D, { pictures, slides, scale, x, y, bands }: Sprite, { a, b, c, d, e, f }: Matrix, { width, height }: FrameSize, below: number) {
  const [picture] = pictures
  if (!picture) return
  const right = width / 2 + e * height
  const down = height / 2 + f * height
  if (slides === 'freely') {
    const shrink = height / scale
    context.imageSmoothingEnabled = true
    context.imageSmoothingQuality = 'low'
    const [ax, bx, cx, dx] = [a * shrink, b * shrink, c * shrink, d * shrink]
    const show = () => {
      context.setTransform(ax, bx, cx, dx, right, down)
      context.drawImage(picture, x, y)
    }
    if (bands.length === 0) return show()
    for (const part of fallsOn(bands, { a: ax, b: bx, c: cx, d: dx, e: ax * x + cx * y + right, f: bx * x + dx * y + down }, { width, height: Math.min(height, below) })) {
      context.save()
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.beginPath()
      context.rect(part.left, part.top, part.right - part.left, part.bottom - part.top)
      context.clip()
      show()
      context.restore()
    }
    return
  }
  const steps = pictures.length
  const quarters = (value: number) => (steps > 1 ? Math.round(value * steps) / steps : Math.floor(value + 1e-6))
  const [toRight, toDown] = [slides === 'x' ? quarters(right) : Math.floor(right), slides === 'y' ? quarters(down) : Math.floor(down)]
  const phase = Math.round(((slides === 'x' ? toRight : slides === 'y' ? toDown : 0) % 1) * steps + steps) % steps
  context.imageSmoothingEnabled = false
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.drawImage(pictures[phase] ?? picture, Math.floor(toRight) + x, Math.floor(toDown) + y)
}
