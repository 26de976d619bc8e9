import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import type { Language } from '../film/brief.ts'
import { cutFrames } from '../film/cut.ts'
import { frameSize, type Aspect } from '../film/frame-size.ts'
import type { Shot, Storyboard } from '../film/storyboard.ts'
import { encodePng } from '../picture/encode-png.ts'
import { registerFonts, textFonts } from './fonts.ts'
import { drawMove } from './sheet/draw-move.ts'
import { drawPaper } from './sheet/draw-paper.ts'
import { drawTransition } from './sheet/draw-transition.ts'
import { drawWords, faded, ink } from './sheet/draw-words.ts'
import { layOut, type Box } from './sheet/page-layout.ts'

export type Panel = { number: string; /** A file or its bytes; null where it is not drawn yet. */ picture: string | Buffer | null }

/** The storyboard as it hangs on a production office's wall: PNG pages. */
export async function drawSheet(board: Storyboard, panels: readonly Panel[], { aspect, columns }: { aspect: Aspect; columns?: number }): Promise<Buffer[]> {
  registerFonts()
  const { width, height } = frameSize(aspect, '720p')
  const pictures = new Map(panels.map(({ number, picture }) => [number, picture]))
  const pages = layOut(board.shots.length, width / height, columns)
  const drawn: Buffer[] = []
  for (const [place, page] of pages.entries()) {
    const canvas = createCanvas(page.width, page.height)
    const context = canvas.getContext('2d', { alpha: false })
    drawPaper(context, board, page, { page: place, pages: pages.length, aspect, filmFrames: cutFrames(board.shots) })
    for (const { index, panel, text, gutter } of page.cells) {
      const shot = board.shots[index]
      if (shot === undefined) continue
      await drawPanel(context, shot, pictures.get(shot.number) ?? null, panel, board.language)
      drawWords(context, shot, board, text)
      drawTransition(context, shot.transition, board.language, panel.x - gutter / 2, panel.y + Math.min(panel.height, 300) / 2 - 14)
    }
    drawn.push(await encodePng(context))
  }
  return drawn
}

async function drawPanel(context: SKRSContext2D, shot: Shot, picture: string | Buffer | null, { x, y, width, height }: Box, language: Language) {
  context.save()
  context.fillStyle = 'rgba(60,45,25,0.16)'
  context.fillRect(x + 5, y + 6, width, height)
  context.translate(x, y)
  context.beginPath()
  context.rect(0, 0, width, height)
  context.clip()
  if (picture === null) drawEmpty(context, width, height, language)
  else {
    const image = await loadImage(picture)
    const scale = Math.max(width / image.width, height / image.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, (width - image.width * scale) / 2, (height - image.height * scale) / 2, image.width * scale, image.height * scale)
  }
  drawMove(context, shot.move, width, height)
  context.restore()
  context.strokeStyle = ink
  context.lineWidth = 3
  context.strokeRect(x, y, width, height)
}

function drawEmpty(context: SKRSContext2D, width: number, height: number, language: Language) {
  context.fillStyle = '#fffaf0'
  context.fillRect(0, 0, width, height)
  context.strokeStyle = 'rgba(43,36,32,0.16)'
  context.lineWidth = 2
  context.beginPath()
  context.moveTo(0, 0)
  context.lineTo(width, height)
  context.moveTo(width, 0)
  context.lineTo(0, height)
  context.stroke()
  context.fillStyle = faded
  context.font = `400 ${Math.round(Math.min(width, height) / 11)}px ${textFonts}`
  context.textAlign = 'center'
  context.fillText(language === 'en' ? 'not drawn yet' : '待画 not drawn yet', width / 2, height * 0.3)
  context.textAlign = 'left'
}
