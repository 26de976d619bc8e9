import type { SKRSContext2D } from '@napi-rs/canvas'
import { dice } from '../../dice.ts'
import type { TitleStyle } from './title-style.ts'

/** What the words stand on: paper with its fibres, a wash, a light. */
export function drawGround(context: SKRSContext2D, style: TitleStyle, width: number, height: number) {
  const unit = Math.min(width, height)
  const light = context.createRadialGradient(width / 2, height * 0.45, unit * 0.1, width / 2, height / 2, Math.hypot(width, height) * 0.56)
  light.addColorStop(0, style.paper)
  light.addColorStop(1, style.shade)
  context.fillStyle = style.ground === 'bands' ? style.paper : light
  context.fillRect(0, 0, width, height)
  if (style.ground === 'paper') fibres(context, style, width, height, unit)
  if (style.ground === 'paper' && style.accent === '#a32a1e') hills(context, style, width, height)
  if (style.ground === 'bands') bands(context, style, width, height)
}

function fibres(context: SKRSContext2D, style: TitleStyle, width: number, height: number, unit: number) {
  const throws = dice(11)
  context.lineWidth = Math.max(0.5, unit / 1400)
  for (let count = 0; count < 420; count++) {
    const x = throws.between(0, width)
    const y = throws.between(0, height)
    const turn = throws.between(0, Math.PI)
    const reach = throws.between(unit / 200, unit / 40)
    context.globalAlpha = throws.between(0.02, 0.09)
    context.strokeStyle = style.soft
    context.beginPath()
    context.moveTo(x, y)
    context.quadraticCurveTo(x + Math.cos(turn) * reach, y + Math.sin(turn) * reach, x + Math.cos(turn + 0.5) * reach * 1.6, y + Math.sin(turn + 0.5) * reach * 1.6)
    context.stroke()
  }
  context.globalAlpha = 1
}

/** Three far ridges in thin ink along the foot of the sheet. */
function hills(context: SKRSContext2D, style: TitleStyle, width: number, height: number) {
  for (const ridge of [0, 1, 2]) {
    const base = height * (0.84 + ridge * 0.055)
    const wash = context.createLinearGradient(0, base - height * 0.14, 0, base + height * 0.12)
    wash.addColorStop(0, style.ink)
    wash.addColorStop(1, style.paper)
    context.globalAlpha = 0.1 + ridge * 0.05
    context.fillStyle = wash
    context.beginPath()
    context.moveTo(0, height)
    for (let step = 0; step <= 60; step++) {
      const x = step / 60
      const rise = Math.sin(x * 5.1 + ridge * 2.3) * 0.5 + Math.sin(x * 12.7 + ridge * 4.1) * 0.22 + Math.sin(x * 31 + ridge) * 0.06
      context.lineTo(x * width, base - height * 0.07 * Math.max(-0.4, rise))
    }
    context.lineTo(width, height)
    context.fill()
  }
  context.globalAlpha = 1
}

function bands(context: SKRSContext2D, style: TitleStyle, width: number, height: number) {
  context.globalAlpha = 0.28
  context.fillStyle = style.ink
  context.beginPath()
  context.arc(width * 0.82, height * 0.24, Math.min(width, height) * 0.11, 0, Math.PI * 2)
  context.fill()
  context.globalAlpha = 1
  const sweep = Math.max(width, height) * 0.75
  context.fillStyle = style.shade
  context.beginPath()
  context.arc(width * 0.5, height * 0.26 + sweep, sweep, 0, Math.PI * 2)
  context.fill()
}
