import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeFrame } from '../../../src/studio/animatic/camera/compose-frame.ts'
import { bandsOf, fallsOn } from '../../../src/studio/animatic/camera/bands.ts'
import { planMove } from '../../../src/studio/animatic/camera/plan.ts'
import { paintSprites } from '../../../src/studio/animatic/camera/sprites.ts'
import type { Composition } from '../../../src/studio/animatic/composition.ts'

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })

/** A sky, and a mast on a hull: most of what holds the boat is empty. */
const boat: Composition = {
  aspect: 16 / 9, overscan: 0.25, focus: { x: 0.1, y: 0.1 },
  layers: [
    { name: 'sky', depth: 0, opaque: true, bounds: box(-1.2, -0.8, 2.4, 1.6), paint: (context) => { context.fillStyle = '#8899aa'; context.fillRect(-2, -2, 4, 4) } },
    {
      name: 'boat', depth: 1, opaque: false, bounds: box(-0.7, -0.4, 1.4, 0.8),
      pose: ({ seconds }) => ({ x: 0, y: 0.01 * seconds, scale: 1, angle: 0.05 * Math.sin(seconds), opacity: 0.9 }),
      paint(context) {
        context.fillStyle = 'rgba(40, 20, 10, 0.7)'
        context.fillRect(-0.6, 0.25, 1.2, 0.1)
        context.fillRect(-0.05, -0.38, 0.03, 0.63)
      },
    },
  ],
}

test('a picture that is mostly empty, drawn where it holds paint, is the picture drawn whole', () => {
  const size = { width: 640, height: 360 }
  const moments = Array.from({ length: 12 }, (_, frame) => ({ seconds: frame / 4, progress: frame / 11 }))
  const plan = planMove(boat, { name: 'push-in', direction: null, speed: 'normal' }, 3, 1)
  const sprites = paintSprites(boat, plan, size, moments)
  expect(sprites.at(-1)?.bands.length).toBeGreaterThan(3)
  for (const moment of moments) {
    const [parted, whole] = [sprites, sprites.map((sprite) => ({ ...sprite, bands: [] }))].map((drawn) => {
      const context = createCanvas(size.width, size.height).getContext('2d')
      composeFrame(context, drawn, plan, size, moment)
      return Buffer.from(context.getImageData(0, 0, size.width, size.height).data)
    })
    expect(parted!.equals(whole!)).toBe(true)
  }
})

test('paint falls on rectangles that never lie over each other and leave none of it out', () => {
  const scale = fc.double({ min: 0.4, max: 1.6, noNaN: true })
  fc.assert(fc.property(scale, fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.integer({ min: -200, max: 200 }), fc.integer({ min: -150, max: 150 }), fc.array(fc.tuple(fc.integer({ min: 0, max: 299 }), fc.integer({ min: 0, max: 199 })), { minLength: 1, maxLength: 30 }), (grown, angle, e, f, points) => {
    const bytes = new Uint8Array(300 * 200 * 4)
    for (const [x, y] of points) bytes[(y * 300 + x) * 4 + 3] = 255
    const frame = { width: 320, height: 180 }
    const matrix = { a: Math.cos(angle) * grown, b: Math.sin(angle) * grown, c: -Math.sin(angle) * grown, d: Math.cos(angle) * grown, e, f }
    const found = fallsOn(bandsOf(bytes, 300, { left: 0, top: 0, right: 300, bottom: 200 }), matrix, frame)
    found.forEach((one, index) => expect(one.top).toBeGreaterThanOrEqual(found[index - 1]?.bottom ?? 0))
    for (const [x, y] of points) {
      const [right, down] = [matrix.a * (x + 0.5) + matrix.c * (y + 0.5) + e, matrix.b * (x + 0.5) + matrix.d * (y + 0.5) + f]
      if (right < 0 || down < 0 || right >= frame.width || down >= frame.height) continue
      expect(found.some((one) => right >= one.left && right < one.right && down >= one.top && down < one.bottom)).toBe(true)
    }
  }), { numRuns: 300 })
})
