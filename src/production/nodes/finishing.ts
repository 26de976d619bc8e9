import type { Brief } from '../../film/brief.ts'
import type { FrameSize } from '../../film/frame-size.ts'
import type { Order } from '../../lab/order.ts'
import { cutKey, deliveryKey, filmFrames, inOrder, scoreKey, shotFrames } from '../keys.ts'
import { isCircled, pictureOf, type ShotRecord, takeOf, voiceOf } from '../shot-record.ts'
import type { ProductionState, Shots } from '../state.ts'
import { endFade } from '../call-sheet.ts'
import { noEffects, type Node, ordering, readBrief } from './desk.ts'
import { frameSize } from '../../film/frame-size.ts'

/** Every shot is circled: titles, score, then the cut of exactly these takes. */
export const assembleRoom: Node = (desk) => async ({ production, event, shots, said }) => {
  if (said !== null && event.kind !== 'directed') return noEffects
  const brief = await readBrief(desk, production)
  if (production.titles?.for !== production.asks?.titles) return ordering(titlesOrder(production, frameSize(brief.aspect, brief.definition)))
  const score = scoreKey(production, shots)
  if (score !== 'off' && production.score?.for !== score) return scoreWaits(production) ? noEffects : ordering(scoreOrder(production, brief, score, shots))
  const cut = cutKey(production, shots)
  return production.cut?.for === cut ? noEffects : ordering(assembleOrder(production, shots, cut))
}

export const deliverRoom: Node = () => async ({ production, shots }) => {
  const key = deliveryKey(production)
  if (production.delivery?.for === key) return noEffects
  return ordering({
    craft: 'deliver',
    request: {
      brief: production.brief, script: production.script, board: production.board, terms: production.terms, pitch: production.pitch, idea: production.idea,
      film: production.cut,
      ...(production.score?.by && production.terms.music !== 'off' ? { scoredBy: production.score.by } : {}),
      shots: inOrder(shots).map((shot) => ({
        number: shot.number, picture: pictureOf(shot)?.picture ?? null, frame: shot.picked?.frame ?? 0, seed: pictureOf(shot)?.seed ?? 0,
        take: shot.take?.number ?? 1, redraws: shot.redraws, retakes: shot.retakes, clip: shot.take?.clip ?? null, voice: shot.spoken?.sound ?? null,
        missed: shot.drawn?.missed ?? [],
        by: makersOf(shot),
      })),
    },
    take: 1,
    answer: { kind: 'delivered', for: key },
    label: 'delivery',
    rank: 0,
  })
}

/** Whatever there is by now, whole or not: papers, stills, voices, clips, the film. */
export const exportRoom: Node = () => async ({ production, event, shots }) => {
  if (event.kind !== 'export-asked') return noEffects
  return ordering({
    craft: 'export',
    request: {
      bytes: event.bytes, delivered: production.delivery?.files ?? [], script: production.script, board: production.board, cut: production.cut?.film ?? null, title: production.terms.title,
      shots: inOrder(shots).map((shot) => ({
        number: shot.number, picture: pictureOf(shot)?.picture ?? null, voice: shot.spoken?.sound ?? null, clip: takeOf(shot)?.clip ?? null, take: takeOf(shot)?.number ?? 1,
      })),
    },
    take: 1,
    answer: { kind: 'exported', id: event.id },
    label: 'export',
    rank: 150,
  })
}

export const wrapRoom: Node = () => async () => ({ ...noEffects, cancels: ['*'] })

/** A new score is part of what waits for a «Go». */
export const scoreWaits = ({ proposed }: ProductionState) => proposed?.score === true

export const titlesOrder = (production: ProductionState, size: FrameSize): Order => ({
  craft: 'titles',
  request: { board: production.board, title: production.terms.title, titles: production.asks?.titles ?? '', ...(production.terms.models ? { models: production.terms.models } : {}), ...size },
  take: 1,
  answer: { kind: 'titled', for: production.asks?.titles ?? '' },
  label: 'titles',
  rank: 90,
})

export function scoreOrder(production: ProductionState, brief: Brief, key: string, shots: Shots): Order {
  const mood = production.terms.music === 'off' ? null : production.terms.music
  return {
    craft: 'compose',
    request: { board: production.board, mood: mood ?? production.asks?.mood ?? 'serene', seconds: filmFrames(production, shots) / brief.fps, seed: brief.seed, ...(production.terms.models?.compose ? { model: production.terms.models.compose } : {}) },
    take: 1,
    answer: { kind: 'scored', for: key },
    label: 'score',
    rank: 95,
  }
}

/** All that the sound of the film is made of is there: it need not wait for the last clip. */
export function mixOrder({ titles, score, terms }: ProductionState, { fps }: Brief, shots: Shots): Order[] {
  if (titles === null) return []
  let end = titles.title.frames
  const voices = inOrder(shots).flatMap((shot) => {
    const start = end - shot.overlap
    end = start + shotFrames(shot)
    const voice = voiceOf(shot)
    return voice ? [{ sound: voice.sound, at: (start + shot.voiceFrom) / fps }] : []
  })
  return [{
    craft: 'mix',
    request: { seconds: (end + titles.credits.frames) / fps, fadeOut: endFade(fps) / fps, voices, score: terms.music === 'off' ? null : score?.sound ?? null },
    take: 1,
    answer: { kind: 'mixed' },
    label: 'mix',
    rank: 125,
  }]
}

/** What a cut is made of, whole or not yet. */
const cutRequest = (production: ProductionState, shots: Shots, taken: (shot: ShotRecord) => boolean = () => true) => ({
  brief: production.brief,
  board: production.board,
  title: production.terms.title,
  titles: production.titles,
  score: production.terms.music === 'off' ? null : production.score,
  shots: inOrder(shots).map((shot) => ({ number: shot.number, sheet: shot.sheet, take: taken(shot) ? clipOf(shot) : null, voice: shot.speak === null ? null : shot.spoken?.sound ?? null, by: makersOf(shot) })),
})

const assembleOrder = (production: ProductionState, shots: Shots, cut: string): Order => ({
  craft: 'assemble',
  request: { for: cut, ...cutRequest(production, shots) },
  take: 1,
  answer: { kind: 'assembled', for: cut },
  label: 'cut',
  rank: 200,
})

/** The joins between the takes that are circled by now. */
export const joinOrder = (production: ProductionState, shots: Shots): Order => ({
  craft: 'join',
  request: cutRequest(production, shots, isCircled),
  take: 1,
  answer: { kind: 'joined' },
  label: 'joins',
  rank: 126,
})

/** The storyboard sheet, which shows no clip; while a picture is still to be chosen it would be drawn for nothing. */
export function storyboardSheetOrder({ brief, board }: ProductionState, shots: Shots): Order[] {
  const shown = inOrder(shots).map((shot) => ({ number: shot.number, picture: pictureOf(shot)?.picture ?? null, frames: shotFrames(shot) }))
  if (shown.some(({ picture }) => picture === null)) return []
  return [{ craft: 'sheet', request: { brief, board, shots: shown }, take: 1, answer: { kind: 'storyboard-drawn' }, label: 'storyboard-sheet', rank: 127 }]
}

/** Who made what of it; null where nobody knows, or nobody did. */
const makersOf = (shot: ShotRecord) => ({ draw: pictureOf(shot)?.by ?? null, animate: takeOf(shot)?.by ?? null, speak: voiceOf(shot)?.by ?? null })

/** Without its number: the same clip again is the same cut. Null while there is none. */
function clipOf(shot: ShotRecord) {
  const taken = takeOf(shot)
  if (!taken) return null
  const { number: _number, for: _for, ...clip } = taken
  return clip
}
