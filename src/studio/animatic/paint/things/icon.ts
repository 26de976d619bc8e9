import { Path2D } from '@napi-rs/canvas'
import { iconPath } from '../../read-scene/icons.ts'
import { css, hex, mix, saturate } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { hash } from '../seeded.ts'
import type { Shape } from '../shape.ts'
import { ellipse } from '../shape.ts'

/** An icon from a set, in the look's manner: one high, standing on (0, 0). False when there is no such icon. */
export const icon = (pen: Pen, id: string): boolean => {
  const found = iconPath(id)
  if (found === null) return false
  const parts = partsOf(id, found.body)
  const { context } = pen
  const size = found.height
  context.save()
  context.translate(-found.width / size / 2, -1)
  context.scale(1 / size, 1 / size)
  const local: Pen = { ...pen, scale: pen.scale / size }
  const box = { x: 0, y: 0, width: found.width, height: found.height }
  const single = pickColour(id)
  outline(local, parts, size)
  for (const part of parts) {
    const shape: Shape = { path: part.path, box, edge: [] }
    const colour = tint(pen, part.fill ?? single)
    // A silhouette of one path is a mass; the many small paths of a coloured one are dabs over it.
    if (part.fill === null) mass(local, shape, colour, { edge: pen.style.name === 'noir' })
    else dab(local, shape, inLook(pen, colour))
  }
  context.restore()
  if (pen.scale > 0.12) line(pen, ellipse(0, 0.004, 0.4, 0.012).edge.slice(0, 15), 0.012, pen.light.ink, 0.35)
  return true
}

/** A colour icon wears the look's own light: its bright flat colours would look pasted on. */
const inLook = (pen: Pen, colour: Rgb): Rgb => {
  const { light } = pen
  const own = pen.style.name === 'ink-wash' ? mix(saturate(colour, 0.6), light.paper, 0.1) : pen.style.name === 'gouache' ? saturate(colour, 0.8) : colour
  return mix(own, light.dark ? light.near : light.mist, light.dark ? 0.3 : 0.12)
}

/** One contour about the whole, drawn under the parts: what shows of it is the outside. */
const outline = (pen: Pen, parts: Part[], size: number) => {
  if (pen.style.name === 'flat' || parts.every(({ fill }) => fill === null)) return
  const { context } = pen
  context.strokeStyle = css(pen.style.name === 'noir' ? pen.light.paper : pen.light.ink, pen.style.name === 'gouache' ? 0.6 : 0.9)
  context.lineWidth = Math.max(size * 0.022, 0.005 / pen.scale)
  context.lineJoin = 'round'
  for (const { path } of parts) context.stroke(path)
}

type Part = { path: Path2D; fill: Rgb | null }
const parsed = new Map<string, Part[]>()

const partsOf = (id: string, body: string): Part[] => {
  const before = parsed.get(id)
  if (before !== undefined) return before
  const parts: Part[] = []
  for (const tag of body.matchAll(/<(path|circle|ellipse)\b([^>]*)>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag[2] ?? '')?.[1]
    const fill = attribute('fill')
    if (fill === 'none') continue
    const path = new Path2D(attribute('d') ?? '')
    if (tag[1] !== 'path') {
      const r = Number(attribute('r') ?? attribute('rx') ?? 0)
      path.ellipse(Number(attribute('cx') ?? 0), Number(attribute('cy') ?? 0), r, Number(attribute('ry') ?? r), 0, 0, Math.PI * 2)
    }
    parts.push({ path, fill: fill !== undefined && /^#[0-9a-f]{6}$/i.test(fill) ? hex(fill) : fill !== undefined && /^#[0-9a-f]{3}$/i.test(fill) ? hex(fill.replace(/[0-9a-f]/gi, '$&$&')) : null })
  }
  if (parsed.size > 300) parsed.clear()
  parsed.set(id, parts)
  return parts
}

const pickColour = (id: string): Rgb => tones[hash(id) % tones.length] as Rgb
const tones: readonly Rgb[] = ['#5a4634', '#7a3b2e', '#39505e', '#5c6647', '#6d5a3a', '#4a3f57'].map(hex)
