import type { Brief } from '../film/brief.ts'
import { moveName } from '../reading/parse-move.ts'
import { sizeName } from '../reading/parse-size.ts'
import { readShotPrompt } from './read-shot-prompt.ts'
import { singleSeconds, titleOf } from './single-orders.ts'
import { pictureOf, type SingleState } from './single-state.ts'

/**
 * A film that begins with this single: its first shot has the prompt, the camera and the seed, and the very picture, so that
 * nothing is drawn again. Null while there is no picture yet.
 */
export function filmOf(state: SingleState): Brief | null {
  const { request, drawn, frame } = state
  const picture = pictureOf(state)
  if (picture === null) return null
  const { width, height } = request.picture ?? drawn?.pictures[frame ?? 0] ?? { width: 1280, height: 720 }
  const { picture: words, size } = readShotPrompt(request.prompt)
  const title = titleOf(request.prompt, 60) || (request.language === 'zh' ? '未命名' : 'Untitled')
  const move = request.flags.camera ?? drawn?.move ?? null
  const cells = ['1', size ? sizeName(size, request.language) : '', move ? moveName(move, request.language) : '', request.flags.negative ? `${words}, no ${request.flags.negative}` : words || title, `${singleSeconds} s`, String(request.seed)]
  const text = `number,size,move,picture,seconds,seed\n${cells.map(quoted).join(',')}\n`
  const aspect = request.flags.aspect ?? nearest(width / height)
  return { ...singleBrief({ title, text, language: request.language, aspect, seed: request.seed }), frames: { 1: { picture, width, height } } }
}

/** A brief with nothing said about the film as a whole. */
export const singleBrief = ({ title, text, language, aspect, seed }: Pick<Brief, 'title' | 'text' | 'language' | 'aspect' | 'seed'>): Brief => ({
  title, kind: 'table', text, language, aspect, seed,
  definition: '720p', fps: 24, seconds: null, look: null, voice: null, music: null, candidates: 4,
})

const quoted = (cell: string) => `"${cell.replaceAll('"', '""').replace(/\s+/g, ' ')}"`

function nearest(ratio: number): Brief['aspect'] {
  const known = [['16:9', 16 / 9], ['9:16', 9 / 16], ['1:1', 1], ['4:3', 4 / 3], ['2.39:1', 2.39]] as const
  return known.reduce((best, each) => Math.abs(Math.log(each[1] / ratio)) < Math.abs(Math.log(best[1] / ratio)) ? each : best)[0]
}
