import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import type { Composition, Layer } from '../../../src/studio/animatic/composition.ts'
import { stageOf } from '../../../src/studio/animatic/paint/stage.ts'
import { composeFrame } from '../../../src/studio/animatic/camera/compose-frame.ts'
import { planMove } from '../../../src/studio/animatic/camera/plan.ts'
import { paintSprites } from '../../../src/studio/animatic/camera/sprites.ts'
import { paintPanel } from '../../../src/studio/animatic/paint/paint-panel.ts'
import { compose } from '../../../src/studio/animatic/paint/compose.ts'
import { Place } from '../../../src/studio/animatic/scene.ts'
import type { Scene } from '../../../src/studio/animatic/scene.ts'
import { figure, scene, thing } from './paint-scene.ts'

const pixels = 48
const margin = 0.12

/** How opaque the paint is that lies past one side of the layer's bounds: it is cut there, and the cut is a straight line. */
const pastSides = (layer: Layer, { aspect, overscan }: Composition) => {
  const { x, y, width, height } = layer.bounds
  const canvas = createCanvas(Math.ceil((width + margin * 2) * pixels), Math.ceil((height + margin * 2) * pixels))
  const context = canvas.getContext('2d')
  context.setTransform(pixels, 0, 0, pixels, (margin - x) * pixels, (margin - y) * pixels)
  layer.paint(context)
  const data = canvas.data()
  const alpha = (px: number, py: number) => data[(Math.round(py) * canvas.width + Math.round(px)) * 4 + 3] ?? 0
  const along = (from: number, to: number, at: (t: number) => number) => {
    let most = 0
    for (let t = Math.ceil(from); t < to; t++) most = Math.max(most, at(t))
    return most
  }
  const edge = margin * pixels
  const [right, bottom] = [edge + width * pixels, edge + height * pixels]
  const open = (past: number) => past < overscan - 0.01
  return [
    open(-aspect / 2 - x) ? { side: 'left', alpha: along(edge, bottom, (t) => alpha(edge - 2, t)) } : null,
    open(x + width - aspect / 2) ? { side: 'right', alpha: along(edge, bottom, (t) => alpha(right + 1, t)) } : null,
    open(-0.5 - y) ? { side: 'top', alpha: along(edge, right, (t) => alpha(t, edge - 2)) } : null,
    open(y + height - 0.5) ? { side: 'bottom', alpha: along(edge, right, (t) => alpha(t, bottom + 1)) } : null,
  ].filter((side) => side !== null)
}

/** Layers that lie open on all of a side because the next one covers it: the foot of a ridge stands in the water. */
const covered = (layer: Layer, side: string) => side === 'bottom' && layer.depth < 0.56

const cuts = (shot: Scene, aspect: number) => {
  const composition = compose(shot, aspect)
  return composition.layers.filter((layer) => !layer.opaque).flatMap((layer) => pastSides(layer, composition)
    .filter(({ side, alpha }) => alpha > 24 && !covered(layer, side))
    .map(({ side, alpha }) => `${shot.place} ${shot.size} ${aspect.toFixed(2)} v${shot.variant} ${layer.name}: ${side} ${alpha}`))
}

describe('the camera never sees where a painting was cut', () => {
  it.each([16 / 9, 9 / 16, 2.39])('in any place at aspect %f', (aspect) => {
    const found = Place.options.flatMap((place, i) => cuts(scene({
      place, size: i % 2 === 0 ? 'wide' : 'full', variant: i % 4, seed: i * 13, era: i % 3 === 0 ? 'modern' : 'ancient-china', hour: i % 2 === 0 ? 'night' : 'day', figures: i % 3 === 0 ? [figure()] : [],
    }), aspect))
    expect(found).toEqual([])
  })

  it('and finds land, water or floor as deep as it may sink, from side to side', () => {
    for (const place of Place.options) {
      const composition = compose(scene({ place, size: 'wide', era: 'modern', hour: 'day', look: 'flat' }), 16 / 9)
      const { overscan, aspect } = composition
      const canvas = createCanvas(Math.round((aspect + overscan * 2) * 40), Math.round((1 + overscan * 2) * 40))
      const context = canvas.getContext('2d')
      context.setTransform(40, 0, 0, 40, canvas.width / 2, canvas.height / 2)
      for (const layer of composition.layers) if (layer.opaque || layer.bounds.width > aspect) {
        context.save()
        context.beginPath()
        context.rect(layer.bounds.x, layer.bounds.y, layer.bounds.width, layer.bounds.height)
        context.clip()
        layer.paint(context)
        context.restore()
      }
      const data = canvas.data()
      const colour = (x: number, y: number) => [0, 1, 2].map((part) => data[(y * canvas.width + x) * 4 + part] ?? 0)
      // The last rows are what the rows above them are: no strip of another colour along the foot.
      const [low, above] = [canvas.height - 2, canvas.height - 6]
      for (const x of [1, canvas.width - 2]) {
        const jump = Math.max(...colour(x, low).map((part, i) => Math.abs(part - (colour(x, above)[i] ?? 0))))
        expect(jump, `${place} at ${x}`).toBeLessThan(70)
      }
    }
  })

  it('whatever stands in front', () => {
    const found = Array.from({ length: 24 }, (_, seed) => cuts(scene({
      place: (['river', 'field', 'street', 'room', 'harbour', 'sea'] as const)[seed % 6] ?? 'river', seed, variant: seed % 4, era: seed % 2 === 0 ? 'modern' : 'ancient-china', size: seed % 3 === 0 ? 'full' : 'wide',
      things: [thing('lighthouse', { main: false, scale: 'large' }), thing('lantern', { main: false }), thing('campfire', { main: false })],
    }), seed % 2 === 0 ? 16 / 9 : 9 / 16)).flat()
    expect(found).toEqual([])
  })
})

describe('a still shot filmed', () => {
  it('is its panel: nothing behind is left out above what hides it', () => {
    const composition = compose(scene({ size: 'full', place: 'lake', seed: 2 }), 9 / 16)
    const size = { width: 360, height: 640 }
    const moment = { seconds: 0, progress: 0 }
    const plan = planMove(composition, { name: 'static', direction: null, speed: 'normal' }, 4, 1)
    const canvas = createCanvas(size.width, size.height)
    composeFrame(canvas.getContext('2d'), paintSprites(composition, plan, size, [moment]), plan, size, moment)
    const [filmed, panel] = [canvas.data(), paintPanel(composition, size.width, size.height).data()]
    const far = filmed.reduce((count, value, at) => count + (Math.abs(value - (panel[at] ?? 0)) > 10 ? 1 : 0), 0)
    expect(far / filmed.length).toBeLessThan(0.02)
  })
})

describe('what stands close before a picture', () => {
  const framings = (change: Partial<Scene>) => Array.from({ length: 120 }, (_, seed) => stageOf(scene({ seed, size: 'wide', ...change }), 16 / 9).framing)

  it('is there in a third of the wide shots at most', () => {
    for (const place of Place.options) expect(framings({ place }).filter((framing) => framing !== 'none').length, place).toBeLessThan(60)
    const all = Place.options.flatMap((place) => framings({ place }))
    expect(all.filter((framing) => framing !== 'none').length / all.length).toBeLessThan(1 / 3)
  })

  it('belongs to the place: no pine on a modern pier, no reeds in a room', () => {
    expect(new Set(framings({ place: 'harbour', era: 'modern' }))).toEqual(new Set(['none', 'post']))
    expect(new Set(framings({ place: 'room', era: 'modern' }))).toEqual(new Set(['none', 'curtain']))
    expect(new Set(framings({ place: 'street', era: 'modern' }))).toEqual(new Set(['none', 'lamp']))
  })
})

describe('a thing out of its place', () => {
  const names = (shot: Scene) => compose(shot, 16 / 9).layers.map(({ name }) => name)

  it('is left out: no door in the sky, no lighthouse in the room', () => {
    const furniture = [thing('door', { main: false }), thing('bed', { main: false })]
    expect(names(scene({ place: 'sea', era: 'modern', things: furniture })).filter((name) => /door|bed/.test(name))).toEqual([])
    expect(names(scene({ place: 'room', era: 'modern', size: 'full', figures: [figure()], things: [thing('lighthouse', { main: false })] })).filter((name) => name.startsWith('lighthouse'))).toEqual([])
    expect(names(scene({ place: 'sea', era: 'modern', things: [thing('lighthouse', { main: false })] })).filter((name) => name.startsWith('lighthouse'))).toHaveLength(1)
  })

  it('is the room itself where that is steps or a lamp room', () => {
    expect(names(scene({ place: 'room', era: 'modern', size: 'medium-full', things: [thing('stairs')] }))).toEqual(['wall', 'stairs'])
    expect(names(scene({ place: 'room', era: 'modern', size: 'full', alsoPlaces: ['sea'], figures: [figure()] }))).toContain('lens')
  })
})
