import type { Card, Choice, ShotFacts, ShotStage } from '../../mailbox/card.ts'
import { shotFrames } from '../keys.ts'
import { animateKey, drawKey, isCircled, pictureOf, shortKey, type ShotRecord, takeOf } from '../shot-record.ts'
import { costs, type Dollars } from '../prices.ts'
import { words as moneyWords } from './money-cards.ts'
import type { Words } from './words.ts'

const letters = ['A', 'B', 'C', 'D']

/** Records of the first release do not know what people are told of their shot. */
function shotFacts(shot: ShotRecord): ShotFacts | null {
  if (!shot.told) return null
  const take = takeOf(shot)
  const picture = pictureOf(shot)
  const drawn = shot.drawn?.for === drawKey(shot)
  return {
    number: shot.number,
    stage: stageOf(shot),
    size: shot.told.size, move: shot.told.move, written: shot.told.written, scene: shot.told.scene, line: shot.told.line,
    seconds: shotFrames(shot) / shot.fps,
    seed: picture?.seed || shot.told.seed,
    frame: picture ? shot.picked?.frame ?? null : null,
    frames: drawn ? shot.drawn?.pictures.length ?? 0 : 0,
    take: take?.number ?? null,
    drawnFor: drawn ? drawKey(shot) : null,
    takenFor: take ? shortKey(take.for) : null,
    ...(shot.told.fixes ? { fixes: shot.told.fixes } : {}),
    ...(shot.told.price?.fixes ? { fixPrices: shot.told.price.fixes } : {}),
    ...(shot.earlier?.length ? { earlier: shot.earlier.map(({ number }) => number) } : {}),
  }
}

function stageOf(shot: ShotRecord): ShotStage {
  if (takeOf(shot)) return isCircled(shot) ? 'circled' : 'take'
  if (shot.drawn?.for !== drawKey(shot)) return 'drawing'
  if (!pictureOf(shot)) return 'choosing'
  return shot.picked?.approve ? 'approved' : shot.picked?.hold ? 'chosen' : 'filming'
}

/** It left the storyboard: nothing of it is to be pressed any more. */
export const droppedCard = (number: string, say: Words): Card =>
  ({ slot: `shot:${number}`, title: say.dropped(number), text: say.undoDrop, media: [], choices: [], asks: false })

/** One shot's card: it lives through drawing, picking, filming and circling. */
export function shotCard(shot: ShotRecord, say: Words): Card {
  const take = takeOf(shot)
  const drawn = shot.drawn?.for === drawKey(shot) ? shot.drawn : null
  const picture = pictureOf(shot)
  const price = shot.told?.price
  const notes = [shot.followedBy && drawn && !picture ? say.leads(shot.followedBy) : '', shot.waits ? moneyWords[say.language].shotWaits : '', drawn && drawn.missed.length > 0 ? `${say.missed} ${drawn.missed.join(', ')}` : '', drawn?.review && !take ? `${letters[drawn.review.best] ?? ''}: ${drawn.review.remark}` : '', shot.unsheeted ? say.noSheet(shot.unsheeted) : '', ...(take?.remarks ?? [])].filter(Boolean)
  const facts = shotFacts(shot)
  const base = { slot: `shot:${shot.number}`, text: notes.join('\n'), ...(facts ? { shot: facts } : {}) }
  if (take) {
    return {
      ...base,
      title: `${shot.number} · ${say.take(take.number)} · ${say.seconds((take.frames / shot.fps).toFixed(1))}${isCircled(shot) ? ` · ${say.circled}` : ''}`,
      media: [{ hash: take.clip, kind: 'video', name: `${shot.number}-take-${take.number}.mp4` }],
      choices: isCircled(shot) ? [again('retake', shot, say.retake, price?.animate)] : [
        { label: say.circle, event: { kind: 'circled', shot: shot.number, for: animateKey(shot) ?? '' }, standard: true },
        again('retake', shot, say.retake, price?.animate),
        again('redraw', shot, say.again, price?.draw),
      ],
      asks: !isCircled(shot),
    }
  }
  if (drawn === null || (picture && !shot.picked?.hold)) {
    return { ...base, title: `${shot.number} · ${picture ? say.filming : say.drawing}`, media: picture ? [image(shot, picture.picture, '')] : [], choices: [], asks: false }
  }
  return {
    ...base,
    title: `${shot.number} · ${say.pick}`,
    media: drawn.pictures.map((each, index) => image(shot, each.picture, letters[index] ?? '')),
    choices: [
      ...drawn.pictures.map((_, frame): Choice => ({
        label: `${say.frame} ${letters[frame]}`, event: { kind: 'picked', shot: shot.number, for: drawn.for, frame }, standard: frame === Math.min(shot.pick ?? drawn.review?.best ?? 0, drawn.pictures.length - 1), ...priceTag(price?.animate),
      })),
      again('redraw', shot, say.again, price?.draw),
    ],
    asks: true,
  }
}

const again = (kind: 'retake' | 'redraw', shot: ShotRecord, label: string, price?: Dollars): Choice =>
  ({ label, event: { kind, shot: shot.number }, standard: false, ...priceTag(price) })

/** What costs nothing has no label; what nobody knows the price of has one. */
export const priceTag = (price: Dollars | undefined) => costs(price) ? { price: price ?? null } : {}

const image = (shot: ShotRecord, hash: string, letter: string) => ({ hash, kind: 'image' as const, name: `${shot.number}${letter}.png` })
