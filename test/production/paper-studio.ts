import { createHash } from 'node:crypto'
import type { Brief } from '../../src/film/brief.ts'
import type { Cut } from '../../src/film/cut.ts'
import type { Storyboard } from '../../src/film/storyboard.ts'
import { callSheets, shotCall } from '../../src/production/call-sheet.ts'
import type { Order } from '../../src/lab/order.ts'
import type { Boarded, ProductionEvent } from '../../src/production/event.ts'
import { framesFor } from '../../src/production/keys.ts'
import { openingState, type Terms } from '../../src/production/state.ts'

/** Assets in memory, by their hash. */
export function paperAssets() {
  const kept = new Map<string, unknown>()
  return {
    kept,
    putJson(value: unknown) {
      const hash = hashOf(value)
      kept.set(hash, value)
      return hash
    },
    async readJson(hash: string) {
      if (!kept.has(hash)) throw new Error(`There is no asset ${hash}.`)
      return kept.get(hash)
    },
  }
}
export type PaperAssets = ReturnType<typeof paperAssets>

/** A studio without a choice of models. */
export const plainSheets = { castVoice: () => 'narrator', model: () => undefined }

export const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

export const paperBrief: Brief = {
  title: 'Paper', kind: 'table', text: '', language: 'en', aspect: '16:9', definition: '720p', fps: 24, seconds: null,
  look: null, voice: null, music: null, candidates: 2, seed: 1,
}

export function paperBoard(count: number): Storyboard {
  return {
    title: 'Paper', author: null, language: 'en', fps: 24, mood: 'serene', era: 'timeless', look: 'pencil', cast: [], remarks: [], by: 'paper',
    shots: Array.from({ length: count }, (_, index) => ({
      number: `1.${index + 1}`, size: 'wide', move: { name: 'static', direction: null, speed: 'normal' }, angle: 'eye',
      scene: `scene ${index}`, picture: '', line: index % 3 === 2 ? null : { speaker: null, text: `line ${index}`, language: 'en' },
      cast: [], prompt: `picture ${index}`, frames: 72, timed: false,
      transition: index === 0 ? { name: 'fade', frames: 12 } : index % 4 === 0 ? { name: 'dissolve', frames: 12 } : { name: 'cut', frames: 0 },
      seed: index, written: { size: null, move: null },
    })),
  }
}

export function boardedOf(assets: PaperAssets, board: Storyboard, brief: Brief = paperBrief, terms: Terms = openingState.terms): Boarded {
  const sheets = callSheets(board, brief, terms, plainSheets)
  return {
    board: assets.putJson(board),
    calls: sheets.map((sheet, index) => shotCall(sheet, assets.putJson(sheet), index)),
    titles: hashOf([board.title, terms.title]).slice(0, 8),
    mood: board.mood,
    remarks: [],
  }
}

/** What the lab would mail for an order, made of paper: everything is a hash of what was asked. */
export function answerOf(assets: PaperAssets, order: Order, board: Storyboard): ProductionEvent {
  const made = hashOf([order.craft, order.request, order.take])
  const clip = { clip: made, frames: 72, fps: 24, width: 1280, height: 720, conformed: true }
  const results: Record<string, () => unknown> = {
    treatments: () => ({ pitch: assets.putJson({ ideas: [{ number: 1, title: 'A', logline: '', treatment: '', mood: 'serene', look: 'flat' }], by: 'paper' }), titles: ['A'] }),
    script: () => ({ script: assets.putJson({ title: 'A', author: null, language: 'en', logline: '', mood: 'serene', era: 'modern', look: 'flat', cast: [], acts: [{ title: '', place: '', beats: [] }], by: 'paper' }) }),
    storyboard: () => boardedOf(assets, board),
    draw: () => ({ pictures: [0, 1].map((frame) => ({ picture: hashOf([made, frame]), width: 960, height: 540, seed: 1 })), missed: [] }),
    speak: () => ({ sound: made, seconds: 2, words: [] }),
    animate: () => {
      const { sheet, spoken } = order.request as { sheet: string; spoken: { seconds: number } | null }
      const { shot, ...room } = assets.kept.get(sheet) as ReturnType<typeof callSheets>[number]
      const frames = spoken ? framesFor({ ...room, timed: shot.timed, frames: shot.frames }, spoken.seconds) : shot.frames
      return { ...clip, frames, captions: [], voiceAt: 8, remarks: [] }
    },
    titles: () => ({ title: clip, credits: clip }),
    compose: () => ({ sound: made, seconds: 60 }),
    mix: () => ({ mixed: true }),
    join: () => ({ joined: true }),
    sheet: () => ({ drawn: true }),
    assemble: () => ({ film: made, cut: assets.putJson(paperCut(board, made)), frames: 1000, loudness: -14, truePeak: -1.5 }),
    deliver: () => ({ files: [{ name: 'film.mp4', hash: made, kind: 'video' }] }),
  }
  const make = results[order.craft]
  if (!make) throw new Error(`Paper cannot do ${order.craft}.`)
  return { ...order.answer, result: make(), generation: made } as ProductionEvent
}

const paperCut = ({ title, shots }: Storyboard, clip: string): Cut => ({
  title, author: null, language: 'en', width: 1280, height: 720, fps: 24, score: null, fadeOut: 0,
  items: shots.map(({ number }) => ({ name: number, clip, frames: 72, transition: { name: 'cut', frames: 0 }, voice: null, captions: [], chapter: number })),
})
