import { expect, test } from 'vitest'
import type { ProductionEvent, TakeMade } from '../../src/production/event.ts'
import { fold } from '../../src/production/fold/fold.ts'
import { cutKey } from '../../src/production/keys.ts'
import { next } from '../../src/production/next.ts'
import { animateKey, drawKey, isCircled, newRecord, pictureOf, shortKey, type ShotRecord, takeOf } from '../../src/production/shot-record.ts'
import { openingState, type ProductionState } from '../../src/production/state.ts'
import { boardedOf, hashOf, paperAssets, paperBoard } from './paper-studio.ts'

const boarded = boardedOf(paperAssets(), paperBoard(1))
const call = boarded.calls[0] ?? (() => { throw new Error('no shot') })()
const drawn: ShotRecord = {
  ...newRecord(call), speak: null, picked: { for: drawKey(newRecord(call)), frame: 0 },
  drawn: { for: drawKey(newRecord(call)), pictures: [0, 1, 2, 3].map((seed) => ({ picture: hashOf(seed), width: 1, height: 1, seed })), missed: [] },
}
const key = animateKey(drawn) ?? ''
const made = (name: string): TakeMade => ({ clip: hashOf(name), frames: 72, fps: 24, width: 1, height: 1, conformed: true, captions: [], voiceAt: null, remarks: [] })
const shooting: ProductionState = { ...openingState, phase: 'shooting', board: boarded.board, asks: { titles: boarded.titles, mood: 'serene' }, tally: { shots: 1, drawn: 1, picked: 1, voiced: 1, taken: 0, circled: 0 } }
const number = drawn.number
const after = (shot: ShotRecord, event: ProductionEvent, state = shooting) => fold(state, event, { [number]: shot })
const play = (shot: ShotRecord, ...events: ProductionEvent[]) => events.reduce((on, event) => after(on, event).patch[number] ?? on, shot)
const animated = (name: string, shot = drawn): ProductionEvent => ({ kind: 'animated', shot: number, for: animateKey(shot) ?? '', result: made(name), generation: 'g' })
const fixed = (name: string): ProductionEvent => ({ kind: 'fixed', shot: number, for: key, result: { medium: 'take', take: made(name) }, generation: 'g' })

test('a fix is ordered for the take or the frame that is shown, and for nothing older', () => {
  const taken = play(drawn, animated('first'))
  const fix = (on: ShotRecord, whose: string) => after(on, { kind: 'fix', shot: number, for: whose, fix: 'restoreFaces' }).said
  expect(fix(taken, shortKey(key))).toBeNull()
  expect(fix(drawn, drawKey(drawn))).toBeNull()
  expect(fix(drawn, key)).toBe('stale')
  expect(fix(taken, 'another')).toBe('stale')
  expect(next({ ...shooting, phase: 'delivered' }, { kind: 'fix', shot: number, for: key, fix: 'upscale' })).toBe('shoot')
})

test('what was fixed is a new take to be circled, and the old one stays', () => {
  const circled = play(drawn, animated('first'), { kind: 'circled', shot: number, for: key })
  expect(isCircled(circled)).toBe(true)
  const mended = play(circled, fixed('mended'))
  expect(takeOf(mended)).toMatchObject({ number: 2, clip: hashOf('mended') })
  expect(isCircled(mended)).toBe(false)
  expect(mended.earlier).toMatchObject([{ number: 1, clip: hashOf('first') }])
  expect(cutKey(shooting, { [number]: mended })).not.toBe(cutKey(shooting, { [number]: circled }))
})

test('an earlier take can be taken after all, and the newer one is kept', () => {
  const mended = play(drawn, animated('first'), fixed('second'), fixed('third'))
  const back = play(mended, { kind: 'take-chosen', shot: number, take: 1 })
  expect(takeOf(back)).toMatchObject({ number: 1, clip: hashOf('first') })
  expect(back.earlier?.map((take) => take.number)).toEqual([2, 3])
  expect(after(back, { kind: 'take-chosen', shot: number, take: 1 }).said).toBe('already-taken')
  expect(after(back, { kind: 'take-chosen', shot: number, take: 9 }).said).toBe('no-such-take')
  expect(takeOf(play(back, fixed('fourth')))?.number).toBe(4)
})

test('another take of the camera keeps the one before, too', () => {
  const first = play(drawn, animated('first'))
  const again = play(first, { kind: 'retake', shot: number, for: shortKey(key) })
  expect(takeOf(again)).toBeUndefined()
  const second = play(again, animated('second', again))
  expect(takeOf(second)?.number).toBe(2)
  expect(second.earlier?.map(({ number }) => number)).toEqual([1])
})

test('a frame that was fixed is looked at before it is filmed, beside the others', () => {
  const mended = play({ ...drawn, picked: null }, { kind: 'picked', shot: number, for: drawKey(drawn), frame: 1, hold: true },
    { kind: 'fixed', shot: number, for: drawKey(drawn), result: { medium: 'frame', picture: hashOf('new'), width: 2, height: 2 }, generation: 'g' })
  expect(pictureOf(mended)).toMatchObject({ picture: hashOf('new'), seed: 1 })
  expect(mended.drawn?.pictures).toHaveLength(4)
  expect(animateKey(mended)).toBeUndefined()
})

test('a fix that comes when the shot has changed is kept by nobody', () => {
  expect(after(drawn, fixed('late')).said).toBe('stale')
})
