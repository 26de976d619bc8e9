import type { CameraMove } from '../film/camera-move.ts'
import type { Order } from '../lab/order.ts'
import { singleSize, type SingleRequest } from './single-request.ts'
import { pictureOf, type SingleState, stageOf } from './single-state.ts'
import { singleWords } from './single-words.ts'

/** What the single still owes. Ordering again is free: the same order is the same row. */
export function singleOrders(state: SingleState): Order[] {
  const stage = stageOf(state)
  const picture = pictureOf(state)
  return stage === 'drawing' ? [drawOrder(state.request)] : stage === 'filming' && picture !== null ? [animateOrder(state, picture)] : []
}

/** About three seconds, as in the bot that people know it from. */
export const singleSeconds = 3

function drawOrder({ prompt, flags, seed, animate, language }: SingleRequest): Order {
  return {
    craft: 'single-draw',
    request: { prompt, negative: flags.negative ?? null, camera: flags.camera ?? null, aspect: flags.aspect ?? '16:9', seed, count: animate ? 1 : 4, language },
    take: 1,
    answer: { kind: 'drawn' },
    label: `${titleOf(prompt, 40)} · ${singleWords[language].picture}`,
    rank: 90,
  }
}

function animateOrder({ request, drawn }: SingleState, picture: string): Order {
  const { prompt, flags, seed, language } = request
  const fps = flags.fps ?? 24
  const { move, amount } = paced(flags.camera ?? livelier(drawn?.move ?? anyMove(seed), flags.motion), flags)
  return {
    craft: 'single-animate',
    request: {
      picture, prompt, move, second: flags.cameraToo ? { ...flags.cameraToo, speed: move.speed } : null, amount,
      frames: Math.round(singleSeconds * fps), fps, ...singleSize(request), seed, burn: [], keyFrames: [],
    },
    take: 1,
    answer: { kind: 'animated', of: picture },
    label: `${titleOf(prompt, 40)} · ${singleWords[language].clip}`,
    rank: 120,
  }
}

/** A clip that nobody ordered to stand still moves a little; with -motion 0 it stands. */
function livelier(move: CameraMove, motion: number | undefined): CameraMove {
  if (motion === 0) return { name: 'static', direction: null, speed: 'normal' }
  return move.name === 'static' ? { name: 'push-in', direction: null, speed: 'slow' } : move
}

/** Over a picture of which nothing is known: another seed, another move. */
function anyMove(seed: number): CameraMove {
  const moves = [['push-in', null], ['pull-out', null], ['pan', 'right'], ['tilt', 'up'], ['pan', 'left'], ['zoom', 'in'], ['roll', 'clockwise']] as const
  const [name, direction] = moves[seed % moves.length] ?? moves[0]
  return { name, direction, speed: 'normal' }
}

/** -motion 0…4 as pace and amount; without it, what the words of the camera say. */
function paced(move: CameraMove, { motion }: SingleRequest['flags']): { move: CameraMove; amount: number } {
  const [speed, amount] = motion === undefined ? [move.speed, 1] as const : paces[motion] ?? paces[1]
  return { move: { ...move, speed }, amount }
}

const paces = [['slow', 0.5], ['slow', 1], ['normal', 1], ['fast', 1], ['fast', 1.5]] as const

export const titleOf = (prompt: string, most = 80) => {
  const line = prompt.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`
}
