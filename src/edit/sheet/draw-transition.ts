import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Language } from '../../film/brief.ts'
import { transitions, type Transition } from '../../film/transition.ts'
import { textFonts } from '../fonts.ts'
import { faded, ink } from './draw-words.ts'

/** The sign in the gutter for how a shot is come into; a plain cut has none. */
export function drawTransition(context: SKRSContext2D, { name, frames }: Transition, language: Language, x: number, y: number) {
  if (name === 'cut' || frames === 0) return
  const half = 17
  context.save()
  context.translate(x, y)
  context.lineWidth = 2.4
  context.strokeStyle = context.fillStyle = ink
  context.lineJoin = 'round'
  const shape = (points: readonly (readonly [number, number])[]) => {
    context.beginPath()
    points.forEach(([px, py], index) => (index === 0 ? context.moveTo(px, py) : context.lineTo(px, py)))
    context.closePath()
  }
  if (name === 'dissolve') {
    // The editor's sign: one picture narrows as the other widens.
    context.strokeRect(-half, -half, 2 * half, 2 * half)
    shape([[-half, -half], [half, half], [-half, half]])
    context.fill()
  } else if (name === 'wipe') {
    context.strokeRect(-half, -half, 2 * half, 2 * half)
    context.fillRect(-half, -half, half * 0.8, 2 * half)
    shape([[0, -7], [11, 0], [0, 7]])
    context.fill()
  } else if (name === 'dip-to-black') {
    shape([[0, -half], [half, 0], [0, half], [-half, 0]])
    context.fill()
  } else {
    shape([[-half, 0], [half, -half], [half, half]])
    context.stroke()
  }
  context.textAlign = 'center'
  context.font = `400 17px ${textFonts}`
  const named = transitions.find((transition) => transition.name === name)
  if (language === 'en') context.font = `400 14px ${textFonts}`
  context.fillText((language === 'en' ? named?.en.split(' ')[0] : named?.zh) ?? '', 0, half + 24)
  context.fillStyle = faded
  context.font = `400 15px ${textFonts}`
  context.fillText(`${frames} f`, 0, half + 44)
  context.restore()
}
