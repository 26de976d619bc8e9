import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { looks } from '../../../src/film/look.ts'
import { shotSizes } from '../../../src/film/shot-size.ts'
import type { Layer } from '../../../src/studio/animatic/composition.ts'
import { compose } from '../../../src/studio/animatic/paint/compose.ts'
import { paintPanel } from '../../../src/studio/animatic/paint/paint-panel.ts'
import { personOf } from '../../../src/studio/animatic/paint/people/person.ts'
import { drawnKinds } from '../../../src/studio/animatic/paint/things/index.ts'
import { Place, Posture } from '../../../src/studio/animatic/scene.ts'
import type { Scene } from '../../../src/studio/animatic/scene.ts'
import { figure, scene, thing } from './paint-scene.ts'

const wide = 16 / 9
const pixels = (shot: Scene, aspect = wide, height = 72) => paintPanel(compose(shot, aspect), Math.round(height * aspect), height).data()

/** Mean difference of two pictures, 0 … 255. */
const difference = (a: Buffer, b: Buffer) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
  return sum / a.length
}

const spread = (data: Buffer) => {
  const values = new Set<number>()
  for (let i = 0; i < data.length; i += 4) values.add(((data[i] ?? 0) >> 3) * 1024 + ((data[i + 1] ?? 0) >> 3) * 32 + ((data[i + 2] ?? 0) >> 3))
  return values.size
}

/** How much of the frame's height a layer's paint takes. */
const heightOf = (layer: Layer | undefined, aspect = wide) => {
  const high = 200
  const canvas = createCanvas(Math.round(high * aspect), high)
  const context = canvas.getContext('2d')
  context.setTransform(high, 0, 0, high, canvas.width / 2, high / 2)
  layer?.paint(context)
  const data = canvas.data()
  let [top, bottom] = [high, -1]
  for (let y = 0; y < high; y++) for (let x = 0; x < canvas.width; x++) if ((data[(y * canvas.width + x) * 4 + 3] ?? 0) > 120) {
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return Math.max(0, bottom - top + 1) / high
}

describe('a panel', () => {
  it('is the same picture every time it is painted from the same scene', () => {
    const shot = scene({ figures: [figure(), figure({ name: '客', seed: 3, main: false, doing: ['flute'] })], things: [thing('boat', { stands: 'water' }), thing('crow', { count: 5, stands: 'air' })] })
    expect(difference(pixels(shot), pixels(shot))).toBe(0)
  })

  it('begins with an opaque layer that covers the overscan, and every layer keeps to its bounds', () => {
    for (const place of Place.options) {
      const { layers, overscan, aspect } = compose(scene({ place, figures: [figure()] }), wide)
      const [first] = layers
      expect(first?.opaque, place).toBe(true)
      expect(first?.bounds.width).toBeGreaterThanOrEqual(aspect + overscan * 2 - 1e-9)
      expect(first?.bounds.height).toBeGreaterThanOrEqual(1 + overscan * 2 - 1e-9)
      const canvas = createCanvas(96, 64)
      const context = canvas.getContext('2d')
      context.setTransform(96 / (aspect + overscan * 2), 0, 0, 64 / (1 + overscan * 2), 48, 32)
      first?.paint(context)
      const data = canvas.data()
      for (const at of [0, 95, 63 * 96, 63 * 96 + 95, 32 * 96 + 48]) expect(data[at * 4 + 3], `${place} at ${at}`).toBeGreaterThan(250)
      for (const { bounds, depth } of layers) {
        expect(bounds.x).toBeGreaterThanOrEqual(-aspect / 2 - overscan - 1e-9)
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(aspect / 2 + overscan + 1e-9)
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(layers.map(({ depth }) => depth), place).toEqual([...layers.map(({ depth }) => depth)].sort((a, b) => a - b))
    }
  })

  it('shows something in every place in every look', () => {
    for (const { name: look } of looks) for (const [i, place] of Place.options.entries()) {
      const data = pixels(scene({ look, place, figures: [figure()], hour: (['dawn', 'day', 'dusk', 'night'] as const)[i % 4] ?? 'day' }), wide, 40)
      expect(spread(data), `${place} in ${look}`).toBeGreaterThan(8)
    }
  })

  it('looks really different in the five looks', () => {
    const panels = looks.map(({ name: look }) => pixels(scene({ look, size: 'medium', figures: [figure()], place: 'street', era: 'modern' })))
    for (const [i, a] of panels.entries()) for (const b of panels.slice(i + 1)) expect(difference(a, b)).toBeGreaterThan(8)
  })

  it('offers four candidates that differ as pictures', () => {
    for (const shot of [scene({ alsoPlaces: ['cliff'], things: [thing('boat', { stands: 'water' })] }), scene({ size: 'medium', figures: [figure(), figure({ name: '客', main: false })], things: [thing('boat', { stands: 'water' })] }), scene({ size: 'close-up', figures: [figure()] })]) {
      const panels = [0, 1, 2, 3].map((variant) => pixels({ ...shot, variant }))
      for (const [i, a] of panels.entries()) for (const b of panels.slice(i + 1)) expect(difference(a, b), shot.size).toBeGreaterThan(6)
    }
  })

  it('is composed for each aspect: the face stays inside a tall frame', () => {
    for (const aspect of [9 / 16, 1, 4 / 3, 2.39]) {
      const { focus } = compose(scene({ size: 'close-up', figures: [figure()] }), aspect)
      expect(Math.abs(focus.x)).toBeLessThan(aspect * 0.3)
      expect(spread(pixels(scene({ figures: [figure()] }), aspect))).toBeGreaterThan(8)
    }
  })
})

describe('a shot size', () => {
  const tall = (size: Scene['size']) => {
    const { layers } = compose(scene({ size, place: 'field', figures: [figure()] }), wide)
    return heightOf(layers.find(({ name }) => name === 'figures'))
  }

  it('is told by how tall a person stands in it', () => {
    expect(tall('extreme-wide')).toBeLessThanOrEqual(0.07)
    expect(tall('wide')).toBeGreaterThan(0.1)
    expect(tall('wide')).toBeLessThan(0.22)
    expect(tall('full')).toBeGreaterThan(0.5)
    expect(tall('full')).toBeLessThan(0.8)
    expect(tall('medium')).toBeGreaterThan(0.8)
  })

  it('fills the frame with the face in a close-up, and with the eyes in an extreme one', () => {
    const near = compose(scene({ size: 'close-up', place: 'void', figures: [figure()] }), wide)
    expect(heightOf(near.layers.find(({ name }) => name === 'face'))).toBeGreaterThan(0.85)
    const shots = shotSizes.map(({ name: size }) => pixels(scene({ size, place: 'field', figures: [figure()] })))
    for (let i = 1; i < shots.length - 1; i++) expect(difference(shots[i - 1] as Buffer, shots[i] as Buffer), shotSizes[i]?.name).toBeGreaterThan(0.3)
  })
})

describe('a person', () => {
  it('keeps face, hair and colours from shot to shot, whatever they do', () => {
    const look = personOf(figure(), 'ancient-china')
    for (const posture of Posture.options) expect(personOf(figure({ posture, doing: ['cup'], feeling: 'joy', facing: 'left', main: false }), 'ancient-china')).toEqual(look)
    expect(personOf(figure({ name: '曹操', seed: 9 }), 'ancient-china')).not.toEqual(look)
  })

  it('stands, sits, rides and dances as different silhouettes', () => {
    const panels = Posture.options.map((posture) => pixels(scene({ size: 'full', place: 'void', figures: [figure({ posture, facing: 'right' })] })))
    for (const [i, a] of panels.entries()) expect(spread(a), Posture.options[i]).toBeGreaterThan(8)
    expect(difference(panels[0] as Buffer, panels[3] as Buffer)).toBeGreaterThan(0.5)
  })
})

describe('a thing', () => {
  const agreed = 'boat ship fleet sampan-oar bridge pavilion pagoda house hut tower city-wall lighthouse skyscraper street-lamp lantern tree pine willow bamboo plum-branch reeds grass rock mountain waterfall cloud moon sun star bird crow crane goose fish horse banner flag spear sword fire smoke campfire table chair window door bed bookshelf scroll cup wine-jar flute zither book candle umbrella car train bicycle road stairs mist ripple wave mayfly petal leaf snow rain lightning'.split(' ')

  it('has a drawing for every kind agreed with the reader, and each drawing leaves a mark', () => {
    for (const kind of agreed) expect(drawnKinds).toContain(kind)
    const empty = pixels(scene({ size: 'insert', place: 'void', things: [thing('nothing we draw')] }), wide, 48)
    for (const kind of drawnKinds) expect(difference(pixels(scene({ size: 'insert', place: 'void', things: [thing(kind)] }), wide, 48), empty), kind).toBeGreaterThan(0.2)
  })

  it('comes from an icon set when it is not ours', () => {
    const empty = pixels(scene({ size: 'insert', place: 'void', things: [thing('x', { icon: 'noto:no-such-icon' })] }), wide, 48)
    for (const icon of ['game-icons:paper-bag-open', 'noto:bicycle']) expect(difference(pixels(scene({ size: 'insert', place: 'void', things: [thing('x', { icon })] }), wide, 48), empty), icon).toBeGreaterThan(1)
  })
})

describe('what lives', () => {
  it('moves with time and stays cheap: water glints, rain falls, birds cross', () => {
    const { layers } = compose(scene({ weather: 'rain', things: [thing('crow', { count: 9, stands: 'air', moves: 'right' })] }), wide)
    const canvas = createCanvas(128, 72)
    const context = canvas.getContext('2d')
    const frame = (seconds: number) => {
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, 128, 72)
      context.setTransform(72, 0, 0, 72, 64, 36)
      for (const layer of layers) layer.live?.(context, { seconds, progress: seconds / 5 })
      return Buffer.from(canvas.data())
    }
    expect(difference(frame(0), frame(0.7))).toBeGreaterThan(0.05)
    const crows = layers.find(({ name }) => name === 'crow')
    expect(crows?.pose?.({ seconds: 5, progress: 1 }).x).toBeGreaterThan(crows?.pose?.({ seconds: 0, progress: 0 }).x ?? 9)
  })
})

describe('what people wear', () => {
  it('is of their time: nobody modern wears a robe unless it is said', () => {
    for (const costume of [['pea coat', 'cap', 'beard', 'green'], ['jacket', 'trousers'], ['cardigan', 'long skirt'], ['raincoat yellow'], []])
      for (let seed = 0; seed < 12; seed++) expect(personOf(figure({ costume, seed, age: 'old' }), 'modern').dress, costume.join()).not.toBe('robe')
    expect(personOf(figure({ costume: ['monk robe'] }), 'modern').dress).toBe('robe')
  })

  it('keeps its own colours: a red cape does not make the armour red', () => {
    const { dress, main, cape } = personOf(figure({ name: '曹操', costume: ['armour', 'red cape', 'helmet', 'beard'] }), 'ancient-china')
    expect(dress).toBe('armour')
    expect(cape?.[0]).toBeGreaterThan(150)
    expect(main[0]).toBeLessThan(120)
  })

  it('stays in a close-up with its hat', () => {
    for (const costume of [['scholar robe', 'scholar hat'], ['armour', 'helmet'], ['straw hat']]) for (const aspect of [16 / 9, 9 / 16]) for (const variant of [0, 1, 2, 3]) {
      const { layers } = compose(scene({ size: 'close-up', figures: [figure({ costume })], variant }), aspect)
      expect(heightOf(layers.find(({ name }) => name === 'face'), aspect), costume.join()).toBeLessThan(0.99)
    }
  })
})

describe('a rider', () => {
  it('rides a bicycle where there is one, and a horse where there is none', () => {
    const rider = figure({ posture: 'ride', facing: 'right', costume: ['jacket'] })
    const shot = { size: 'full', place: 'void', hour: 'day' } as const
    const wheels = pixels(scene({ ...shot, era: 'modern', figures: [rider], things: [thing('bicycle', { main: false })] }))
    const horse = pixels(scene({ ...shot, figures: [rider], things: [thing('horse', { main: false })] }))
    expect(difference(wheels, horse)).toBeGreaterThan(2)
    expect(difference(wheels, pixels(scene({ ...shot, era: 'modern', figures: [rider] })))).toBeLessThan(2)
  })
})

describe('a fleet', () => {
  it('fills the water to the horizon with red pennants', () => {
    const shot = scene({ size: 'medium', hour: 'day', things: [thing('fleet', { count: 60, stands: 'water' })] })
    const data = pixels(shot, wide, 270)
    let red = 0
    for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) > 130 && (data[i] ?? 0) - (data[i + 1] ?? 0) > 60) red++
    expect(red / (data.length / 4)).toBeGreaterThan(0.006)
  })
})
