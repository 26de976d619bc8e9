import type { SKRSContext2D } from '@napi-rs/canvas'
import { looks } from '../../film/look.ts'
import type { Storyboard } from '../../film/storyboard.ts'
import { drawable, textFonts } from '../fonts.ts'
import { sealLetters } from '../titles/draw-ink.ts'
import { faded, ink, vermilion } from './draw-words.ts'
import { headHeight, type Page } from './page-layout.ts'
import { fitLine } from './wrap-text.ts'

/** Warm paper with its fibres, the title block on top, who made it below. */
export function drawPaper(context: SKRSContext2D, board: Storyboard, page: Page, place: { page: number; pages: number; aspect: string; filmFrames: number }) {
  const { width, height, margin } = page
  const paper = context.createRadialGradient(width / 2, height * 0.45, width * 0.2, width / 2, height / 2, width * 0.72)
  paper.addColorStop(0, '#f8f1e2')
  paper.addColorStop(1, '#eadfc8')
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  fibres(context, width, height)
  titleBlock(context, board, page, place)
  context.font = `400 20px ${textFonts}`
  context.fillStyle = faded
  const foot = height - 44
  context.fillText(fitLine(context, drawable(board.by), width / 2), margin, foot)
  context.textAlign = 'right'
  context.fillText(board.language === 'en' ? 'Redcliff' : '叠化 dissolve · 划像 wipe · 黑场 dip to black · 淡入 fade in　　Redcliff', width - margin, foot)
  context.textAlign = 'left'
}

function titleBlock(context: SKRSContext2D, board: Storyboard, { width, margin }: Page, { page, pages, aspect, filmFrames }: { page: number; pages: number; aspect: string; filmFrames: number }) {
  const top = margin * 0.7
  const seal = 96
  context.fillStyle = vermilion
  context.beginPath()
  context.roundRect(margin, top + 14, seal, seal, 8)
  context.fill()
  context.fillStyle = '#fbf4e4'
  context.font = `600 42px ${textFonts}`
  context.textAlign = 'center'
  const en = board.language === 'en'
  const initials = en ? sealLetters(board.title).slice(0, 2).join('') : ''
  if (initials === '') {
    context.fillText('分', margin + seal / 2, top + 56)
    context.fillText('镜', margin + seal / 2, top + 101)
  } else context.fillText(initials, margin + seal / 2, top + 77)
  context.textAlign = 'left'

  const look = looks.find(({ name }) => name === board.look)
  const fields: [string, string][] = ([
    ['页', 'PAGE', `${page + 1} / ${pages}`],
    ['镜头', 'SHOTS', String(board.shots.length)],
    ['片长', 'LENGTH', clock(filmFrames, board.fps)],
    ['画幅', 'ASPECT', aspect],
    ['帧率', 'FPS', String(board.fps)],
    ['画风', 'LOOK', en ? board.look.replace('-', ' ') : look?.zh ?? board.look],
  ] as const).map(([zh, name, value]) => [en ? `${name} ${zh}` : `${zh} ${name}`, value])
  const fieldWidth = 210
  const fieldsFrom = width - margin - fields.length * fieldWidth
  const titleFrom = margin + seal + 34
  context.fillStyle = ink
  context.font = `600 66px ${textFonts}`
  const title = fitLine(context, drawable(board.title), fieldsFrom - titleFrom - 40)
  context.fillText(title, titleFrom, top + 76)
  context.font = `400 27px ${textFonts}`
  context.fillStyle = faded
  context.fillText(fitLine(context, drawable(`${board.author === null ? '' : `${board.author}　·　`}${en ? 'Storyboard' : '分镜头脚本 Storyboard'}`), fieldsFrom - titleFrom - 40), titleFrom, top + 120)
  fields.forEach(([label, value], index) => {
    const x = fieldsFrom + index * fieldWidth
    context.strokeStyle = 'rgba(43,36,32,0.35)'
    context.lineWidth = 1.5
    context.beginPath()
    context.moveTo(x, top + 22)
    context.lineTo(x, top + 112)
    context.stroke()
    context.fillStyle = faded
    context.font = `400 19px ${textFonts}`
    context.fillText(label, x + 20, top + 46)
    context.fillStyle = ink
    context.font = `600 33px ${textFonts}`
    context.fillText(value, x + 20, top + 98)
  })
  for (const [offset, thickness] of [[0, 4], [8, 1.2]] as const) {
    context.fillStyle = ink
    context.fillRect(margin, top + headHeight - 84 + offset, width - 2 * margin, thickness)
  }
}

/** Sparse and pale: enough to be paper, little enough for the picture's file to stay small. */
function fibres(context: SKRSContext2D, width: number, height: number) {
  let state = 20_110
  const random = () => (state = Math.imul(state, 48_271) % 2_147_483_647) / 2_147_483_647
  for (let fibre = 0; fibre < 900; fibre++) {
    const [x, y, turn] = [Math.abs(random()) * width, Math.abs(random()) * height, random() * 3]
    context.strokeStyle = fibre % 3 === 0 ? 'rgba(255,255,255,0.22)' : 'rgba(120,92,50,0.075)'
    context.lineWidth = 1.2
    context.beginPath()
    context.moveTo(x, y)
    context.quadraticCurveTo(x + 14 * Math.cos(turn), y + 14 * Math.sin(turn), x + 26 * Math.cos(turn + 0.5), y + 26 * Math.sin(turn + 0.5))
    context.stroke()
  }
}

function clock(frames: number, fps: number) {
  const seconds = frames / fps
  return `${Math.floor(seconds / 60)}′${(seconds % 60).toFixed(1).padStart(4, '0')}″`
}
