import type { SKRSContext2D } from '@napi-rs/canvas'
import { dice } from '../../dice.ts'
import { inkSplash } from './draw-ink.ts'
import type { TitleStyle } from './title-style.ts'

/** What the words stand on: paper with its fibres, a wash, a light. */
export function drawGround(context: SKRSContext2D, style: TitleStyle, width: number, height: number) {
  const unit = Math.min(width, height)
  const light = context.createRadialGradient(width / 2, height * 0.45, unit * 0.1, width / 2, height / 2, Math.hypot(width, height) * 0.56)
  light.addColorStop(0, style.paper)
  light.addColorStop(1, style.shade)
  context.fillStyle = style.ground === 'bands' ? style.paper : light
  context.fillRect(0, 0, width, height)
  dressings[style.ground](context, style, width, height, unit)
}

type Dressing = (context: SKRSContext2D, style: TitleStyle, width: number, height: number, unit: number) => void

const dressings: Record<TitleStyle['ground'], Dressing> = {
  xuan: (context, style, width, height, unit) => {
    mottle(context, style, width, height, unit)
    fibres(context, style, width, height, unit)
    inkSplash(context, dice(5), width > height ? Math.max(width * 0.2, unit * 0.34) : width * 0.32, height * (width > height ? 0.22 : 0.12), unit * (width > height ? 0.17 : 0.13), style.ink, 0.3)
    hills(context, style, width, height)
  },
  sketch: (context, style, width, height, unit) => {
    fibres(context, style, width, height, unit)
    construction(context, style, width, height, unit)
  },
  beam: beam,
  strokes: strokes,
  bands: (context, style, width, height) => bands(context, style, width, height),
}

/** Xuan paper takes up water unevenly: pale clouds in the sheet. */
function mottle(context: SKRSContext2D, style: TitleStyle, width: number, height: number, unit: number) {
  const throws = dice(3)
  for (let count = 0; count < 26; count++) {
    const [x, y, reach] = [throws.between(0, width), throws.between(0, height), unit * throws.between(0.1, 0.34)]
    const cloud = context.createRadialGradient(x, y, 0, x, y, reach)
    cloud.addColorStop(0, count % 3 === 0 ? 'rgba(255,252,242,0.34)' : 'rgba(150,126,84,0.075)')
    cloud.addColorStop(1, 'rgba(200,180,140,0)')
    context.fillStyle = cloud
    context.fillRect(x - reach, y - reach, reach * 2, reach * 2)
  }
  context.strokeStyle = style.soft
  context.globalAlpha = 0.035
  context.lineWidth = Math.max(0.5, unit / 1500)
  // The marks of the mould's bamboo screen.
  for (let y = 0; y < height; y += unit / 46) { context.beginPath(); context.moveTo(0, y); context.lineTo(width, y + unit * 0.002); context.stroke() }
  context.globalAlpha = 1
}

/** A sheet from the drawing board: the frame, its thirds and its diagonals left standing, a patch of tone. */
function construction(context: SKRSContext2D, style: TitleStyle, width: number, height: number, unit: number) {
  const throws = dice(17)
  const shaky = (x: number, y: number, toX: number, toY: number, alpha: number) => {
    context.globalAlpha = alpha
    context.beginPath()
    context.moveTo(x, y)
    context.quadraticCurveTo((x + toX) / 2 + throws.between(-1, 1) * unit * 0.004, (y + toY) / 2 + throws.between(-1, 1) * unit * 0.004, toX, toY)
    context.stroke()
  }
  context.strokeStyle = style.soft
  context.lineWidth = Math.max(0.7, unit / 700)
  const [left, right, top, bottom] = [width * 0.08, width * 0.92, height * 0.1, height * 0.9]
  for (const third of [1 / 3, 2 / 3]) {
    shaky(left + (right - left) * third, top, left + (right - left) * third, bottom, 0.14)
    shaky(left, top + (bottom - top) * third, right, top + (bottom - top) * third, 0.14)
  }
  shaky(left, top, right, bottom, 0.08)
  shaky(right, top, left, bottom, 0.08)
  for (let twice = 0; twice < 2; twice++) for (const [x, y, toX, toY] of [[left, top, right, top], [right, top, right, bottom], [right, bottom, left, bottom], [left, bottom, left, top]] as const) shaky(x, y, toX, toY, 0.4)
  for (let count = 0; count < 70; count++) {
    const x = width * 0.66 + count * width * 0.0036
    shaky(x, height * throws.between(0.735, 0.75), x - unit * 0.09, height * throws.between(0.86, 0.875), 0.16)
  }
  context.globalAlpha = 1
}

/** A lamp through a blind, fallen across a dark wall. */
function beam(context: SKRSContext2D, _style: TitleStyle, width: number, height: number) {
  for (let slat = 0; slat < 7; slat++) {
    const y = height * (0.1 + slat * 0.125)
    const light = context.createLinearGradient(width * 0.1, 0, width * 0.95, 0)
    light.addColorStop(0, 'rgba(240,236,226,0)')
    light.addColorStop(0.5, 'rgba(240,236,226,0.075)')
    light.addColorStop(1, 'rgba(240,236,226,0)')
    context.fillStyle = light
    context.beginPath()
    context.moveTo(0, y + height * 0.08)
    context.lineTo(width, y - height * 0.1)
    context.lineTo(width, y - height * 0.04)
    context.lineTo(0, y + height * 0.14)
    context.fill()
  }
}

/** Broad wet strokes of the ground colour, lighter above, deeper below. */
function strokes(context: SKRSContext2D, style: TitleStyle, width: number, height: number, unit: number) {
  const throws = dice(29)
  for (let count = 0; count < 90; count++) {
    const y = throws.between(-0.05, 1.05) * height
    const [x, long, thick] = [throws.between(-0.2, 0.9) * width, throws.between(0.2, 0.55) * width, unit * throws.between(0.02, 0.06)]
    context.globalAlpha = throws.between(0.05, 0.13)
    context.fillStyle = y > height * 0.55 ? style.shade : count % 4 === 0 ? style.accent : '#7d9a86'
    context.beginPath()
    context.moveTo(x, y)
    context.quadraticCurveTo(x + long / 2, y - thick, x + long, y + thick * 0.2)
    context.quadraticCurveTo(x + long / 2, y + thick, x, y)
    context.fill()
  }
  context.globalAlpha = 1
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
