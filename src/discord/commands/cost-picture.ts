import type { SKRSContext2D } from '@napi-rs/canvas'
import { drawable, registerFonts, textFonts } from '../../edit/fonts.ts'
import { faded, ink, vermilion } from '../../edit/sheet/draw-words.ts'
import type { Sum } from './costs.ts'

export type CostPicture = { title: string; total: string; groups: { title: string; sums: Sum[] }[]; money: (sum: Sum) => string; caps: { name: string; part: number; says: string }[] }

const width = 1200
const margin = 56
const line = 40
const most = 8

/** What a film has cost, as bars on the paper that its storyboard is drawn on. A lighter part of a bar is only set aside. */
export async function costPicture({ title, total, groups, money, caps }: CostPicture): Promise<Buffer> {
  const { createCanvas } = await import('@napi-rs/canvas')
  registerFonts()
  const shown = groups.filter(({ sums }) => sums.length > 0)
  const left = shown.filter((_, index) => index % 2 === 0)
  const right = shown.filter((_, index) => index % 2 === 1)
  const tall = (column: typeof shown) => column.reduce((sum, { sums }) => sum + 74 + Math.min(most, sums.length) * line, 0)
  const height = 170 + Math.max(tall(left), tall(right)) + (caps.length > 0 ? 70 + caps.length * line : 0) + 40
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const paper = context.createLinearGradient(0, 0, width, height)
  paper.addColorStop(0, '#f8f1e2')
  paper.addColorStop(1, '#eadfc8')
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  words(context, title, margin, 76, { size: 40, colour: ink, room: width - 2 * margin - 300 })
  words(context, total, width - margin, 76, { size: 40, colour: vermilion, right: true })
  context.fillStyle = ink
  context.fillRect(margin, 104, width - 2 * margin, 3)
  const column = (width - 2 * margin - 60) / 2
  for (const [index, list] of [left, right].entries()) {
    let y = 130
    for (const group of list) y = bars(context, group, margin + index * (column + 60), y, column, money)
  }
  if (caps.length > 0) {
    let y = height - 40 - caps.length * line
    context.fillStyle = ink
    context.fillRect(margin, y - 34, width - 2 * margin, 1)
    for (const { name, part, says } of caps) {
      words(context, name, margin, y + 24, { size: 22, colour: ink, room: 330 })
      bar(context, margin + 350, y + 4, 470, Math.min(1, part), part >= 0.8 ? vermilion : '#7d6a4f')
      words(context, says, width - margin, y + 24, { size: 22, colour: part >= 0.8 ? vermilion : ink, right: true })
      y += line
    }
  }
  return canvas.encode('png')
}

function bars(context: SKRSContext2D, { title, sums }: CostPicture['groups'][number], x: number, top: number, room: number, money: CostPicture['money']): number {
  words(context, title, x, top + 36, { size: 24, colour: faded, room })
  const longest = Math.max(...sums.map(({ dollars, reserved }) => dollars + reserved), 1e-9)
  context.font = `22px ${textFonts}`
  const widest = (said: readonly string[]) => Math.max(0, ...said.map((each) => context.measureText(drawable(each)).width))
  const names = Math.min(room * 0.52, widest(sums.slice(0, most).map(({ name }) => name)) + 24)
  const figures = widest(sums.slice(0, most).map(money)) + 24
  let y = top + 54
  for (const sum of sums.slice(0, most)) {
    const whole = Math.max(20, room - names - figures)
    words(context, sum.name, x, y + 25, { size: 22, colour: ink, room: names - 12 })
    const both = (sum.dollars + sum.reserved) / longest
    context.fillStyle = 'rgba(184, 50, 26, 0.25)'
    context.fillRect(x + names, y + 6, whole * both, 24)
    context.fillStyle = vermilion
    if (sum.dollars > 0) context.fillRect(x + names, y + 6, Math.max(2, whole * sum.dollars / longest), 24)
    words(context, money(sum), x + room, y + 25, { size: 22, colour: ink, right: true })
    y += line
  }
  if (sums.length > most) words(context, `+ ${sums.length - most}`, x, y + 12, { size: 18, colour: faded })
  return y + 20
}

function bar(context: SKRSContext2D, x: number, y: number, room: number, part: number, colour: string) {
  context.fillStyle = 'rgba(43, 36, 32, 0.12)'
  context.fillRect(x, y + 2, room, 24)
  context.fillStyle = colour
  context.fillRect(x, y + 2, room * part, 24)
}

function words(context: SKRSContext2D, said: string, x: number, y: number, { size, colour, room, right = false }: { size: number; colour: string; room?: number; right?: boolean }) {
  context.font = `${size}px ${textFonts}`
  context.textAlign = right ? 'right' : 'left'
  context.fillStyle = colour
  let shown = drawable(said)
  if (room !== undefined) while (shown.length > 1 && context.measureText(shown).width > room) shown = `${shown.replace(/…$/, '').slice(0, -1)}…`
  context.fillText(shown, x, y)
}
