import { describe, expect, test } from 'vitest'
import { cameraMoves, type CameraMove } from '../../../src/film/camera-move.ts'
import { planMove } from '../../../src/studio/animatic/camera/plan.ts'
import { drawFrames } from '../../../src/studio/animatic/camera/render-clip.ts'
import type { Composition } from '../../../src/studio/animatic/composition.ts'
import type { AnimateRequest } from '../../../src/studio/provider.ts'
import { fixtureComposition } from './fixture-composition.ts'
import { motion, patchOf } from './measure-motion.ts'

const everyMove: CameraMove[] = cameraMoves.flatMap(({ name, directions }) =>
  (directions.length > 0 ? directions : [null]).flatMap((direction) =>
    (['slow', 'normal', 'fast'] as const).map((speed) => ({ name, direction, speed }))))

const size = { width: 320, height: 180 }

describe('what a move looks like', () => {
  test('static stands dead still', async () => {
    const [first, ...others] = await frames(plane(1), { name: 'static', direction: null, speed: 'normal' }, 8)
    for (const frame of others) expect(Buffer.compare(frame, first as Buffer)).toBe(0)
  })

  test('a pan to the right moves near and far to the left alike; a track moves the near further', async () => {
    const pan = { near: await seen('pan', 'right', 1.4), far: await seen('pan', 'right', 0.3) }
    expect(pan.near.x).toBeLessThan(-10)
    expect(pan.near.x / pan.far.x).toBeCloseTo(1, 1)
    const track = { near: await seen('track', 'right', 1), far: await seen('track', 'right', 0.25) }
    expect(track.near.x).toBeLessThan(-15)
    expect(track.near.x / track.far.x).toBeCloseTo(4, 0)
    expect((await seen('track', 'left', 1)).x).toBeGreaterThan(15)
  })

  test('a tilt and a crane upwards let the picture sink, the crane with depth', async () => {
    const tilt = { near: await seen('tilt', 'up', 1), far: await seen('tilt', 'up', 0.2) }
    expect(tilt.near.y).toBeGreaterThan(8)
    expect(tilt.near.y / tilt.far.y).toBeCloseTo(1, 1)
    const crane = { near: await seen('crane', 'up', 1), far: await seen('crane', 'up', 0.6) }
    expect(crane.near.y).toBeGreaterThan(crane.far.y + 4)
    expect((await seen('crane', 'down', 1)).y).toBeLessThan(-8)
  })

  test('a push-in enlarges the near more than the far; a zoom enlarges both alike', async () => {
    const push = { near: await seen('push-in', null, 1), far: await seen('push-in', null, 0.2) }
    expect(push.near.scale).toBeGreaterThan(1.12)
    expect(push.near.scale - 1).toBeGreaterThan(2 * (push.far.scale - 1))
    const zoom = { near: await seen('zoom', 'in', 1), far: await seen('zoom', 'in', 0.2) }
    expect(zoom.near.scale).toBeGreaterThan(1.12)
    expect(zoom.near.scale / zoom.far.scale).toBeCloseTo(1, 2)
  })

  test('a pull-out and a zoom out make it smaller', async () => {
    expect((await seen('pull-out', null, 1)).scale).toBeLessThan(0.9)
    expect((await seen('zoom', 'out', 1)).scale).toBeLessThan(0.9)
  })

  test('an orbit carries far and near apart around the subject', async () => {
    expect((await seen('orbit', 'right', 0.2)).x).toBeGreaterThan(8)
    expect(Math.abs((await seen('orbit', 'right', 1)).x)).toBeLessThan(0.5)
    expect((await seen('orbit', 'right', 1.5)).x).toBeLessThan(-4)
  })

  test('a roll turns the picture, each direction its own way', async () => {
    expect((await seen('roll', 'clockwise', 0.5)).turn).toBeGreaterThan(0.05)
    expect((await seen('roll', 'counterclockwise', 0.5)).turn).toBeLessThan(-0.05)
  })

  test('a follow keeps the subject and lets the world pass', () => {
    const plan = planMove(fixtureComposition(), { name: 'follow', direction: 'right', speed: 'normal' }, 4, 1)
    const passed = (index: number) => plan.matrix(index, { seconds: 4, progress: 1 }).e - plan.matrix(index, { seconds: 0, progress: 0 }).e
    expect(Math.abs(passed(3))).toBeLessThan(0.01)
    expect(passed(2)).toBeLessThan(-0.1)
    expect(passed(1)).toBeLessThan(passed(0) - 0.05)
  })

  test('a whip pan flies for a few frames, smeared, and stands at its end', async () => {
    const move = { name: 'whip-pan', direction: 'right', speed: 'fast' } as const
    const plan = planMove(plane(0.5), move, 2, 1)
    const xs = Array.from({ length: 48 }, (_, frame) => plan.matrix(0, { seconds: frame / 24, progress: frame / 47 }).e * size.height)
    const steps = xs.slice(1).map((x, index) => Math.abs(x - (xs[index] ?? 0)))
    expect(Math.max(...steps)).toBeGreaterThan(6)
    expect(steps.at(-1)).toBeLessThan(0.1)
    const pictures = await frames(plane(0.5), move, 48)
    const sharpest = steps.indexOf(Math.max(...steps))
    expect(detail(pictures[sharpest] as Buffer)).toBeLessThan(0.75 * detail(pictures[47] as Buffer))
  })

  test('a hand never jumps, never rests, and is the same hand for the same seed', async () => {
    const move = { name: 'handheld', direction: null, speed: 'normal' } as const
    const plan = planMove(plane(1), move, 6, 9)
    const path = Array.from({ length: 144 }, (_, frame) => plan.matrix(0, { seconds: frame / 24, progress: frame / 143 }))
    const steps = path.slice(1).map((matrix, index) => Math.hypot(matrix.e - (path[index]?.e ?? 0), matrix.f - (path[index]?.f ?? 0)))
    expect(Math.max(...steps)).toBeLessThan(0.006)
    expect(Math.max(...path.map(({ e }) => e)) - Math.min(...path.map(({ e }) => e))).toBeGreaterThan(0.008)
    expect(planMove(plane(1), move, 6, 9).matrix(0, { seconds: 3, progress: 0.5 })).toEqual(plan.matrix(0, { seconds: 3, progress: 0.5 }))
    expect(planMove(plane(1), move, 6, 10).matrix(0, { seconds: 3, progress: 0.5 })).not.toEqual(plan.matrix(0, { seconds: 3, progress: 0.5 }))
  })
})

describe('how smooth it is', () => {
  test.for([['push-in', null], ['track', 'right'], ['crane', 'up'], ['zoom', 'in']] as const)('%s %s stays within a tenth of a pixel of its path', async ([name, direction]) => {
    const move = { name, direction, speed: 'normal' } as const
    const composition = plane(0.8)
    const pictures = await frames(composition, move, 24)
    const plan = planMove(composition, move, 1, 1)
    const at = (frame: number) => plan.matrix(0, { seconds: frame / 24, progress: frame / 23 })
    const errors = pictures.slice(1).flatMap((picture, index) => {
      const measured = between(pictures[index] as Buffer, picture)
      const [from, to] = [at(index), at(index + 1)]
      const scale = to.a / from.a
      return [
        measured.x - (to.e - from.e * scale) * size.height,
        measured.y - (to.f - from.f * scale) * size.height,
        (measured.scale - scale) * 60,
      ]
    })
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)).toBeLessThan(0.1)
  })

  test('every move starts and stops without a jerk', () => {
    for (const move of everyMove.filter(({ name }) => name !== 'whip-pan')) {
      const plan = planMove(plane(1), move, 5, 3)
      const path = Array.from({ length: 120 }, (_, frame) => plan.matrix(0, { seconds: frame / 24, progress: frame / 119 }))
      for (const key of ['a', 'b', 'e', 'f'] as const) {
        const bends = path.slice(2).map((matrix, index) => Math.abs(matrix[key] - 2 * (path[index + 1]?.[key] ?? 0) + (path[index]?.[key] ?? 0)))
        expect(Math.max(...bends), `${move.name} ${move.speed} ${key}`).toBeLessThan(move.name === 'handheld' ? 0.003 : 0.0008)
      }
    }
  })
})

test('no edge of the painting is ever seen, whatever the move, speed, depth and shape', { timeout: 20_000 }, async () => {
  for (const aspect of [16 / 9, 9 / 16]) {
    for (const [index, move] of everyMove.entries()) {
      const depth = [0, 0.4, 1, 2][index % 4] ?? 0
      for (const seconds of [0.5, 9]) {
        const height = 160
        const request = requestOf(move, 5, { width: Math.round(height * aspect / 8) * 8, height })
        for (const picture of await frames(sheets(request.width / height, depth, index % 3 === 0 ? 0 : 0.2), move, 5, request, seconds)) {
          for (let at = 0; at < picture.length; at += 4) {
            if ((picture[at] ?? 0) > 8 || (picture[at + 1] ?? 0) < 247) throw new Error(`${move.name} ${move.direction} ${move.speed} shows an edge at depth ${depth}, ${seconds} s, pixel ${at / 4} of ${request.width}×${height}: ${picture.subarray(at, at + 4).join(' ')}`)
          }
        }
      }
    }
  }
})

/** One textured sheet at a depth, before a sky that is covered. */
function plane(depth: number): Composition {
  const { layers: [sky], ...rest } = fixtureComposition(16 / 9, { live: false, overscan: 0.4 })
  if (!sky) throw new Error('The fixture has no sky.')
  return { ...rest, focus: { x: 0, y: 0 }, layers: [{ ...sky, depth, paint(context) {
    sky.paint(context)
    for (let index = 0; index < 220; index++) {
      context.fillStyle = index % 2 ? 'rgba(30,30,40,0.7)' : 'rgba(250,245,230,0.7)'
      const [x, y] = [-1.3 + 2.6 * ((index * 0.618034) % 1), -0.9 + 1.8 * ((index * 0.7548777) % 1)]
      context.beginPath()
      context.ellipse(x, y, 0.02 + 0.03 * ((index * 0.37) % 1), 0.02 + 0.02 * ((index * 0.71) % 1), index, 0, 7)
      context.fill()
    }
  } }] }
}

/** Green over the whole frame, red behind it where it has room to move: red or black seen means that an edge came in. */
function sheets(aspect: number, depth: number, overscan: number): Composition {
  const bounds = { x: -aspect / 2 - overscan, y: -0.5 - overscan, width: aspect + 2 * overscan, height: 1 + 2 * overscan }
  const sheet = (colour: string, opaque: boolean, at: number) => ({ name: colour, depth: at, opaque, bounds, paint(context: Parameters<Composition['layers'][0]['paint']>[0]) {
    context.fillStyle = colour
    context.fillRect(bounds.x, bounds.y, bounds.width, bounds.height)
  } })
  return { aspect, overscan, focus: { x: 0.2, y: 0.1 }, layers: overscan > 0 ? [sheet('#f00', true, 0), sheet('#0f0', false, depth)] : [sheet('#0f0', true, 1)] }
}

function requestOf(move: CameraMove, count: number, { width, height } = size): AnimateRequest {
  return { picture: '0'.repeat(64), prompt: '', move, frames: count, fps: 24, width, height, seed: 1, burn: [], keyFrames: [] }
}

async function frames(composition: Composition, move: CameraMove, count: number, request = requestOf(move, count), seconds?: number): Promise<Buffer[]> {
  const all: Buffer[] = []
  const work = { signal: new AbortController().signal, progress() {}, assets: undefined as never }
  const asked = seconds === undefined ? request : { ...request, fps: count / seconds as 24 }
  for await (const pixels of drawFrames(composition, asked, work)) all.push(pixels)
  return all
}

const middle = { x: 60, y: 30, width: 200, height: 120 }

const between = (one: Buffer, other: Buffer) => motion(patchOf(one, size.width, middle), patchOf(other, size.width, middle))

/** The whole movement of a sheet at a depth over two seconds, added up from frame to frame. */
async function seen(name: CameraMove['name'], direction: CameraMove['direction'], depth: number) {
  const pictures = await frames(plane(depth), { name, direction, speed: 'fast' }, 24, undefined, 3)
  let [x, y, scale, turn] = [0, 0, 1, 0]
  for (let index = 1; index < pictures.length; index++) {
    const step = between(pictures[index - 1] as Buffer, pictures[index] as Buffer)
    x += step.x; y += step.y; scale *= step.scale; turn += step.turn
  }
  return { x, y, scale, turn }
}

function detail(picture: Buffer) {
  const { luma, width } = patchOf(picture, size.width, middle)
  return luma.reduce((sum, value, at) => sum + (at % width ? Math.abs(value - (luma[at - 1] ?? 0)) : 0), 0)
}
