import type { Rgb } from '../colour.ts'
import { css } from '../colour.ts'
import type { Pen } from '../pen.ts'
import type { Box } from '../shape.ts'

/** A wash from zenith to horizon, and on below it. */
export const gradientGround = (pen: Pen, box: Box, colours: readonly [Rgb, Rgb, Rgb], horizon: number): void => {
  const bottom = box.y + box.height
  const end = Math.max(box.y + 0.3, Math.min(bottom, horizon))
  const gradient = pen.context.createLinearGradient(0, box.y, 0, end)
  gradient.addColorStop(0, css(colours[0]))
  gradient.addColorStop(0.58, css(colours[1]))
  gradient.addColorStop(1, css(colours[2]))
  pen.context.fillStyle = gradient
  pen.context.fillRect(box.x, box.y, box.width, box.height)
}

/** The corners fall off, as they do in a lens and in an old album. */
export const corners = (pen: Pen, box: Box, colour: Rgb, alpha: number): void => {
  const { context } = pen
  const reach = Math.hypot(box.width, box.height) / 2
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  const gradient = context.createRadialGradient(x, y, reach * 0.5, x, y, reach)
  gradient.addColorStop(0, css(colour, 0))
  gradient.addColorStop(1, css(colour, alpha))
  context.fillStyle = gradient
  context.fillRect(box.x, box.y, box.width, box.height)
}
