import type { SKRSContext2D } from '@napi-rs/canvas'
import { cameraMoves, type MoveDirection } from '../../film/camera-move.ts'
import { shotSizes } from '../../film/shot-size.ts'
import type { Shot, Storyboard } from '../../film/storyboard.ts'
import { drawable, textFonts } from '../fonts.ts'
import type { Box } from './page-layout.ts'
import { fitLine, wrapText } from './wrap-text.ts'

export const ink = '#2b2420'
export const faded = '#7d7062'
export const vermilion = '#b8321a'

/** A shot's words: number, length, 景别, 运镜, what is said, what happens. */
export function drawWords(context: SKRSContext2D, shot: Shot, { fps, language }: Pick<Storyboard, 'fps' | 'language'>, { x, y, width, height }: Box) {
  const en = language === 'en'
  let row = y + 34
  const write = (text: string, { size, colour = ink, weight = 400, limit = 1, after = 0 }: { size: number; colour?: string; weight?: 400 | 600; limit?: number; after?: number }) => {
    context.font = `${weight} ${size}px ${textFonts}`
    context.fillStyle = colour
    const room = Math.floor((y + height - row) / (size * 1.34)) + 1
    for (const line of wrapText(context, drawable(text), width, Math.max(1, Math.min(limit, room)))) {
      context.fillText(line, x, row)
      row += size * 1.34
    }
    row += after
  }
  head()
  pair(en ? 'Size' : '景别', shot.written.size, sizeName(shot))
  pair(en ? 'Move' : '运镜', shot.written.move, moveName(shot))
  row += 6
  if (shot.line !== null) write(quoted(shot), { size: 26, weight: 600, limit: width < 400 ? 5 : 3, after: 2 })
  const action = [shot.picture, shot.scene].map((text) => text.trim()).filter((text, index, all) => text !== '' && all.indexOf(text) === index && text !== shot.line?.text.trim()).join(' · ')
  const left = Math.floor((y + height - row) / (21 * 1.34)) + 1
  if (action !== '' && left > 0) write(action, { size: 21, colour: faded, limit: Math.min(left, 6) })

  function head() {
    context.font = `600 36px ${textFonts}`
    context.fillStyle = vermilion
    context.fillText(shot.number, x, row)
    const numberWide = context.measureText(shot.number).width
    context.font = `400 22px ${textFonts}`
    context.fillStyle = ink
    const length = `${(shot.frames / fps).toFixed(1)} s · ${shot.frames} f`
    const lengthWide = context.measureText(length).width
    // Under the number where there is no room beside it.
    if (numberWide + lengthWide + 24 > width) row += 32
    context.fillText(length, numberWide + lengthWide + 24 > width ? x : x + width - lengthWide, row)
    row += 36
  }

  function pair(label: string, written: string | null, names: Names) {
    context.font = `400 19px ${textFonts}`
    context.fillStyle = faded
    context.fillText(label, x, row)
    const from = x + context.measureText(label).width + 12
    context.font = `600 23px ${textFonts}`
    context.fillStyle = ink
    // What a person wrote stays as written; ours stands behind it, and behind ours its name in the other tongue.
    const own = written?.trim()
    const ours = en ? [names.en, names.zh] : [names.zh, names.en]
    const [said = '', ...rest] = own ? [own, ...ours.filter((name) => name !== own)] : ours
    const first = fitLine(context, drawable(said), x + width - from)
    const also = rest.join(' ')
    context.fillText(first, from, row)
    const after = from + context.measureText(first).width + 10
    context.font = `400 19px ${textFonts}`
    context.fillStyle = faded
    if (also !== '' && context.measureText(also).width < x + width - after) context.fillText(also, after, row)
    row += 31
  }
}

type Names = { zh: string; en: string }

const sizeName = ({ size }: Shot): Names => {
  const named = shotSizes.find(({ name }) => name === size)
  return { zh: named?.zh ?? size, en: named?.en ?? size }
}

const moveName = ({ move }: Shot): Names => {
  const named = cameraMoves.find(({ name }) => name === move.name)
  const speed = move.name === 'static' ? 'normal' : move.speed
  const sign = move.direction === null ? null : directionSigns[move.direction]
  return {
    zh: `${{ slow: '缓 ', normal: '', fast: '急 ' }[speed]}${named?.zh}${sign?.zh ?? ''}`,
    en: `${{ slow: 'slow ', normal: '', fast: 'fast ' }[speed]}${named?.en}${sign?.en ?? ''}`,
  }
}

const both = (sign: string): Names => ({ zh: sign, en: ` ${sign}` })
const directionSigns: Record<MoveDirection, Names> = {
  left: both('←'), right: both('→'), up: both('↑'), down: both('↓'), in: { zh: '近', en: ' in' }, out: { zh: '远', en: ' out' }, clockwise: { zh: '顺', en: ' cw' }, counterclockwise: { zh: '逆', en: ' ccw' },
}

function quoted({ line }: Shot) {
  if (line === null) return ''
  const text = line.text.trim()
  // words that stand in quotation marks already get no second ones
  const [open, close] = /^["“「『]/.test(text) && /["”」』]$/.test(text) ? ['', ''] : line.language === 'zh' ? ['「', '」'] : ['“', '”']
  return `${line.speaker === null ? '' : `${line.speaker}${line.language === 'zh' ? '：' : ': '}`}${open}${text}${close}`
}
