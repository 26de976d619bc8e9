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
  const { move, amount } = paced(flags.camera ?? drawn?.move ?? unordered(request), flags)
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

/** A clip of which no camera is ordered moves a little, another seed another way; with -motion 0 it stands. */
function unordered({ flags, seed, picture }: SingleRequest): CameraMove {
  if (flags.motion === 0) return { name: 'static', direction: null, speed: 'normal' }
  const moves = picture ? overPictures : overLayers
  const [name, direction] = moves[seed % moves.length] ?? moves[0]
  return { name, direction, speed: 'normal' }
}

/** What shows depth where there is some, and what is fair to a flat picture. */
const overLayers = [['push-in', null], ['track', 'right'], ['crane', 'up'], ['pull-out', null], ['track', 'left'], ['orbit', 'right'], ['push-in', null]] as const
const overPictures = [['push-in', null], ['pull-out', null], ['pan', 'right'], ['tilt', 'up'], ['pan', 'left']] as const

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
