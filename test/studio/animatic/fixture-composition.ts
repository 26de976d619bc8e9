import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Composition, Layer } from '../../../src/studio/animatic/composition.ts'

/** A river in five layers, made for measuring: fine texture everywhere, a boat that floats, reeds before it. */
export function fixtureComposition(aspect = 16 / 9, { live = true, depths = [0, 0.3, 0.6, 1, 1.6], overscan = 0.28 } = {}): Composition {
  const [far = 0, hills = 0.3, water = 0.6, boat = 1, reeds = 1.6] = depths
  const across = { x: -aspect / 2 - overscan, width: aspect + 2 * overscan }
  const layers: Layer[] = [
    { name: 'sky', depth: far, opaque: true, bounds: { ...across, y: -0.5 - overscan, height: 1 + 2 * overscan }, paint(context) {
      const light = context.createLinearGradient(0, -0.5, 0, 0.5)
      light.addColorStop(0, '#8fa3b5')
      light.addColorStop(1, '#efe8d5')
      context.fillStyle = light
      context.fillRect(across.x, -0.5 - overscan, across.width, 1 + 2 * overscan)
      speckle(context, 1, across, -0.5 - overscan, 1 + 2 * overscan, 'rgba(60,60,90,0.14)', 500)
    } },
    { name: 'hills', depth: hills, opaque: false, bounds: { ...across, y: -0.25, height: 0.75 + overscan }, paint(context) {
      ground(context, across, -0.12, 0.09, '#7b8c8a', overscan)
      speckle(context, 2, across, 0, 0.5 + overscan, 'rgba(20,40,40,0.25)', 500)
    } },
    { name: 'water', depth: water, opaque: false, bounds: { ...across, y: 0.1, height: 0.4 + overscan },
      paint(context) {
        ground(context, across, 0.13, 0.01, '#a9b9b6', overscan)
        speckle(context, 3, across, 0.18, 0.32 + overscan, 'rgba(255,255,255,0.35)', 400)
      },
      ...(live ? { live(context: SKRSContext2D, { seconds }: { seconds: number }) {
        context.strokeStyle = 'rgba(255,255,255,0.5)'
        context.lineWidth = 0.003
        context.beginPath()
        for (let index = 0; index < 12; index++) {
          const x = across.x + across.width * ((index * 0.379) % 1) + 0.02 * Math.sin(seconds * 2 + index)
          context.moveTo(x, 0.2 + index * 0.022)
          context.lineTo(x + 0.06, 0.2 + index * 0.022)
        }
        context.stroke()
      } } : {}) },
    { name: 'boat', depth: boat, opaque: false, bounds: { x: -0.25, y: -0.12, width: 0.55, height: 0.36 },
      paint(context) {
        context.fillStyle = '#4a3626'
        context.beginPath()
        context.moveTo(-0.24, 0.1)
        context.quadraticCurveTo(0.02, 0.3, 0.29, 0.08)
        context.quadraticCurveTo(0.02, 0.2, -0.24, 0.1)
        context.fill()
        context.fillStyle = '#c9b48c'
        context.fillRect(-0.02, -0.1, 0.14, 0.24)
        context.fillStyle = '#332211'
        for (let row = 0; row < 6; row++) context.fillRect(-0.02, -0.09 + row * 0.035, 0.14, 0.006)
      },
      ...(live ? { pose: ({ seconds }: { seconds: number }) => ({ x: 0, y: 0.004 * Math.sin(seconds * 1.7), scale: 1, angle: 0.01 * Math.sin(seconds * 1.3), opacity: 1 }) } : {}) },
    { name: 'reeds', depth: reeds, opaque: false, bounds: { x: -aspect / 2 - overscan, y: 0, width: 0.5 + overscan, height: 0.5 + overscan }, paint(context) {
      context.strokeStyle = '#26301f'
      context.lineWidth = 0.008
      context.beginPath()
      for (let index = 0; index < 26; index++) {
        const x = -aspect / 2 - overscan + 0.02 + index * 0.027
        context.moveTo(x, 0.5 + overscan)
        context.quadraticCurveTo(x + 0.01, 0.3, x + 0.03, 0.05 + 0.1 * ((index * 0.61) % 1))
      }
      context.stroke()
    } },
  ]
  return { aspect, overscan, focus: { x: 0.04, y: 0.05 }, layers }
}

function ground(context: SKRSContext2D, across: { x: number; width: number }, y: number, rough: number, colour: string, overscan: number) {
  context.fillStyle = colour
  context.beginPath()
  context.moveTo(across.x, 0.5 + overscan)
  for (let step = 0; step <= 80; step++) {
    context.lineTo(across.x + across.width * step / 80, y + rough * Math.sin(step * 0.37) * Math.cos(step * 0.11 + 1))
  }
  context.lineTo(across.x + across.width, 0.5 + overscan)
  context.fill()
}

function speckle(context: SKRSContext2D, seed: number, across: { x: number; width: number }, top: number, height: number, colour: string, count: number) {
  let state = seed * 7919
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647
  context.fillStyle = colour
  for (let index = 0; index < count; index++) {
    context.beginPath()
    context.ellipse(across.x + random() * across.width, top + random() * height, 0.004 + random() * 0.02, 0.002 + random() * 0.006, 0, 0, 7)
    context.fill()
  }
}
