import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Language } from '../../film/brief.ts'
import type { Look } from '../../film/look.ts'
import { encodePng } from '../../picture/encode-png.ts'
import { drawable, missingGlyphs, registerFonts, textFonts } from '../fonts.ts'
import { dice } from '../../dice.ts'
import { drawGround } from './draw-ground.ts'
import { dryStroke, seal, sealLetters } from './draw-ink.ts'
import { isRightToLeft, setText } from './set-text.ts'
import { titleStyles, type TitleStyle } from './title-style.ts'

export type TitleCard = { title: string; author: string | null; look: Look; language: Language; width: number; height: number }

/** The film's title as an opaque PNG of the frame's size. */
export async function drawTitle({ title, author, look, language, width, height }: TitleCard): Promise<Buffer> {
  registerFonts()
  const style = titleStyles[look]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  drawGround(context, style, width, height)
  const letters = Array.from(drawable(title.replace(/[《》]/g, '').trim()))
  const upright = look === 'ink-wash' && language === 'zh' && letters.length <= 10 && letters.every((letter) => /[\p{Script=Han}·，]/u.test(letter))
  if (upright) drawUpright(context, letters, author && drawable(author), style, width, height)
  else drawLevel(context, letters.join(''), author && drawable(author), { style, language, look }, width, height)
  return encodePng(context)
}

/** The slow push brings the edges a quarter nearer: at its end there must still be air at both sides. */
const safeWidth = 0.6

/** A brush font for the whole word or not at all: one strange letter among brushed ones looks like a fault. */
const lettering = (text: string, style: TitleStyle) => (missingGlyphs(text.replace(/\s/g, ''), ['Ma Shan Zheng']).length === 0 ? style.fonts : textFonts)

/** A column from top to bottom, right of the middle, the author small beside it, a red seal under the name. */
function drawUpright(context: SKRSContext2D, letters: string[], author: string | null, style: TitleStyle, width: number, height: number) {
  const size = Math.min(height * 0.19, (height * 0.64) / letters.length / 1.06, width * 0.26)
  const column = letters.length * size * 1.06
  const x = width * (author ? 0.53 : 0.5)
  const top = (height - column) * 0.42
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = style.ink
  context.font = `${lettering(letters.join(''), style) === textFonts ? 600 : 400} ${size}px ${lettering(letters.join(''), style)}`
  letters.forEach((letter, index) => context.fillText(letter, x, top + size * 1.06 * (index + 0.5)))
  const names = Array.from(author ?? '')
  const small = Math.max(10, Math.min(size * 0.27, (height * 0.5) / Math.max(1, names.length) / 1.25))
  const side = x - size * 0.5 - small * 1.6
  context.font = `400 ${small}px ${textFonts}`
  context.fillStyle = style.soft
  const from = top + Math.min(column * 0.34, column - names.length * small * 1.25)
  names.forEach((letter, index) => context.fillText(letter, side, from + small * 1.25 * (index + 0.5)))
  const stamp = Math.max(small * 1.6, size * 0.4)
  seal(context, dice(41), sealLetters(letters.join('')), style, names.length > 0 ? side : x - size * 0.75, (names.length > 0 ? from + names.length * small * 1.25 : top + column - size * 0.3) + stamp * 0.85, stamp)
}

function drawLevel(context: SKRSContext2D, title: string, author: string | null, { style, language, look }: { style: TitleStyle; language: Language; look: Look }, width: number, height: number) {
  const fonts = language === 'zh' ? lettering(title, style) : textFonts
  const shown = look === 'noir' && language === 'en' ? title.toUpperCase() : title
  const unit = Math.min(height, width)
  const spacing = language === 'en' ? (look === 'noir' ? 0.16 : 0.03) : 0.08
  const font = (size: number) => { context.letterSpacing = isRightToLeft(shown) ? '0px' : `${size * spacing}px`; return `${fonts === textFonts ? style.weight : 400} ${size}px ${fonts}` }
  const { size, rows } = setText(context, shown, { size: unit * (language === 'zh' ? 0.2 : 0.135), width: width * safeWidth, height: height * 0.46, font })
  context.font = font(size)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = style.ink
  const middle = height * (author ? 0.44 : 0.48)
  if (look === 'noir' || look === 'gouache') { context.shadowColor = 'rgba(0, 0, 0, 0.55)'; context.shadowBlur = size * 0.18; context.shadowOffsetY = size * 0.05 }
  rows.forEach((row, index) => {
    context.direction = isRightToLeft(row) ? 'rtl' : 'ltr'
    // Letter spacing also follows the last letter: half of it back, so that the row stands in the middle.
    context.fillText(row, width / 2 + (isRightToLeft(row) ? 0 : (size * spacing) / 2), middle + (index - (rows.length - 1) / 2) * size * 1.3)
  })
  context.shadowColor = 'transparent'
  context.shadowOffsetY = 0
  const under = middle + (rows.length * size * 1.3) / 2 + unit * 0.035
  if (look === 'ink-wash') {
    const wide = Math.max(unit * 0.3, Math.min(width * 0.5, Math.max(...rows.map((row) => context.measureText(row).width)) * 0.8))
    dryStroke(context, dice(23), width / 2, under, wide, unit * 0.028, style.ink)
    seal(context, dice(41), sealLetters(title), style, width / 2 + wide * 0.5, under + unit * 0.05, unit * 0.085)
  } else rule(context, style, look, width / 2, under, unit)
  if (author === null) return
  context.letterSpacing = '0px'
  const small = setText(context, author, { size: unit * 0.045, width: width * safeWidth, height: unit * 0.12, font: (tried) => `400 ${tried}px ${textFonts}` })
  context.font = `400 ${small.size}px ${textFonts}`
  context.fillStyle = style.soft
  small.rows.forEach((row, index) => context.fillText(row, width / 2, under + unit * (look === 'ink-wash' ? 0.1 : 0.065) + index * small.size * 1.3))
}

function rule(context: SKRSContext2D, style: TitleStyle, look: Look, x: number, y: number, unit: number) {
  context.strokeStyle = look === 'flat' ? style.ink : style.accent
  context.lineWidth = Math.max(1, unit / (look === 'pencil' ? 240 : 420))
  for (const twice of look === 'pencil' ? [0, 1] : [0]) {
    context.beginPath()
    context.moveTo(x - unit * 0.13, y + twice * unit * 0.006)
    context.bezierCurveTo(x - unit * 0.05, y - (look === 'pencil' ? unit * 0.004 : 0), x + unit * 0.05, y + (look === 'pencil' ? unit * 0.006 : 0), x + unit * (0.13 - twice * 0.03), y + twice * unit * 0.003)
    context.stroke()
  }
}
