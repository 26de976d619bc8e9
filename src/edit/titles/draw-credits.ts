import { createCanvas } from '@napi-rs/canvas'
import type { Language } from '../../film/brief.ts'
import type { Look } from '../../film/look.ts'
import { encodePng } from '../../picture/encode-png.ts'
import { drawable, registerFonts, textFonts } from '../fonts.ts'
import { drawGround } from './draw-ground.ts'
import { isRightToLeft, wrapText } from './set-text.ts'
import { titleStyles } from './title-style.ts'

export type Credits = {
  title: string
  author: string | null
  cast: readonly string[]
  /** Who did what, by the studio's names; left out when all of it was made here. */
  crew?: Readonly<Record<'draw' | 'animate' | 'speak' | 'compose', string>>
  /** Whose drawings were used, under their licence. */
  attribution?: string | null
  look: Look
  language: Language
  width: number
  height: number
}

/** One card for the end of the film, as an opaque PNG of the frame's size. */
export async function drawCredits(credits: Credits): Promise<Buffer> {
  registerFonts()
  const { look, width, height } = credits
  const style = titleStyles[look]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  drawGround(context, style, width, height)
  if (style.ground === 'bands') { context.fillStyle = style.shade; context.fillRect(0, 0, width, height) }
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const unit = Math.min(height, width * 1.1)
  for (let scale = 1; scale > 0.2; scale *= 0.93) {
    const rows = creditRows(credits).flatMap((row) => {
      const size = unit * row.size * scale
      context.font = `${row.strong ? 600 : 400} ${size}px ${textFonts}`
      return wrapText(context, drawable(row.text), width * 0.82).map((text, index) => ({ text, size, strong: row.strong, lead: index === 0 ? unit * row.lead * scale : 0 }))
    })
    const tall = rows.reduce((sum, { size, lead }) => sum + size * 1.4 + lead, 0)
    if (tall > height * 0.84 && scale > 0.22) continue
    let y = (height - tall) * 0.46
    for (const row of rows) {
      y += row.lead + row.size * 0.7
      context.font = `${row.strong ? 600 : 400} ${row.size}px ${textFonts}`
      context.direction = isRightToLeft(row.text) ? 'rtl' : 'ltr'
      context.fillStyle = row.strong ? style.ink : style.soft
      context.fillText(row.text, width / 2, y)
      y += row.size * 0.7
    }
    break
  }
  return encodePng(context)
}

type Row = { text: string; size: number; lead: number; strong: boolean }

function creditRows({ title, author, cast, crew, attribution, language }: Credits): Row[] {
  const zh = language === 'zh'
  const bare = title.replace(/[《》]/g, '')
  const shown = cast.length > 14 ? [...cast.slice(0, 13), zh ? `等${cast.length}人` : `and ${cast.length - 13} more`] : cast
  return [
    { text: zh ? `《${bare}》` : bare, size: 0.062, lead: 0, strong: true },
    ...(author ? [{ text: zh ? `根据${author}《${bare}》改编` : `Based on «${bare}» by ${author}`, size: 0.036, lead: 0.018, strong: false }] : []),
    ...(shown.length > 0 ? [{ text: zh ? '人物' : 'With', size: 0.028, lead: 0.055, strong: false }, { text: shown.join(zh ? '　' : '  ·  '), size: 0.042, lead: 0.008, strong: true }] : []),
    ...crewRows(crew, zh).map((text, index) => ({ text, size: 0.03, lead: index === 0 ? 0.06 : 0, strong: false })),
    ...(attribution ? [{ text: attribution, size: 0.024, lead: 0.03, strong: false }] : []),
  ]
}

/** One line when one hand did everything, else a line for each hand. */
function crewRows(crew: Credits['crew'], zh: boolean): string[] {
  if (crew === undefined || Object.values(crew).every((by) => by === 'animatic')) return [zh ? '绘画、摄影、配音与配乐由 Redcliff 在本机按规则完成' : 'Drawn, filmed, spoken and scored by rules on this machine with Redcliff']
  const crafts = zh ? { draw: '绘画', animate: '摄影', speak: '配音', compose: '配乐' } : { draw: 'drawn', animate: 'filmed', speak: 'spoken', compose: 'scored' }
  const hands = Map.groupBy(Object.entries(crafts) as [keyof NonNullable<Credits['crew']>, string][], ([craft]) => crew[craft])
  const named = (by: string | undefined) => (by !== 'animatic' ? by : zh ? '本机，按规则' : 'by rules on this machine')
  const rows = [...hands].map(([by, did]) => (zh ? `${did.map(([, word]) => word).join('、')}：${named(by)}` : capital(`${did.map(([, word]) => word).join(', ')}: ${named(by)}`)))
  return [...rows, zh ? '以 Redcliff 制作' : 'Made with Redcliff']
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
