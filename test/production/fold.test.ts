import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductionEvent } from '../../src/production/event.ts'
import { fold } from '../../src/production/fold/fold.ts'
import { boardKey, cutKey, deliveryKey, pitchKey, scoreKey, scriptKey } from '../../src/production/keys.ts'
import { next } from '../../src/production/next.ts'
import { animateKey, countShot, drawKey, isCircled, noShots, type ShotRecord, type Tally, takeOf } from '../../src/production/shot-record.ts'
import { openingState, type ProductionState, type ShotPatch, type Shots } from '../../src/production/state.ts'
import { boardedOf, hashOf, paperAssets, paperBoard } from './paper-studio.ts'

const assets = paperAssets()
const boards = [1, 2, 3].map((count) => boardedOf(assets, paperBoard(count)))
const hash = (seed: number) => hashOf(seed % 3)
const anOldHash = hashOf('long ago')
const clip = (seed: number) => ({ clip: hash(seed), frames: 72 + (seed % 2), fps: 24, width: 1280, height: 720, conformed: true })
const made = { generation: 'g' }

/** Events that fit the state, and events that once did: `old` makes the key one of another time. */
const kinds: Record<string, (state: ProductionState, shot: ShotRecord | undefined, seed: number, old: boolean, shots: Shots) => ProductionEvent> = {
  opened: (_, __, seed) => ({ kind: 'opened', brief: hash(seed), source: (['wish', 'text', 'script', 'table', 'board'] as const)[seed % 5] ?? 'wish' }),
  pitched: (state, _, seed, old) => ({ kind: 'pitched', for: old ? 'x' : pitchKey(state), result: { pitch: hash(seed), titles: [] }, ...made }),
  'pitch-more': () => ({ kind: 'pitch-more' }),
  chose: (state, _, seed, old) => ({ kind: 'chose', pitch: old ? anOldHash : state.pitch ?? hash(0), idea: 1 + (seed % 10) }),
  written: (state, _, seed, old) => ({ kind: 'written', for: old ? 'x' : scriptKey(state), result: { script: hash(seed) }, ...made }),
  'script-locked': (state, _, __, old) => ({ kind: 'script-locked', script: old ? anOldHash : state.script ?? hash(0) }),
  boarded: (state, _, seed, old) => ({ kind: 'boarded', for: old ? 'x' : boardKey(state), result: boards[seed % 3] ?? fail(), ...made }),
  greenlit: (state, _, __, old) => ({ kind: 'greenlit', board: old ? anOldHash : state.board ?? hash(0) }),
  drawn: (_, shot, seed, old) => ({ kind: 'drawn', shot: shot?.number ?? '9', for: old || !shot ? 'x' : drawKey(shot), result: { pictures: [0, 1].map((frame) => ({ picture: hash(seed + frame), width: 1, height: 1, seed })), missed: [] }, ...made }),
  spoken: (_, shot, seed, old) => ({ kind: 'spoken', shot: shot?.number ?? '9', for: old ? 'x' : shot?.speak ?? 'x', result: { sound: hash(seed), seconds: 1 + (seed % 5), words: [] }, ...made }),
  picked: (_, shot, seed, old) => ({ kind: 'picked', shot: shot?.number ?? '9', for: old || !shot ? 'x' : drawKey(shot), frame: seed % 3, ...(seed % 5 === 3 ? { hold: true } : {}), ...(seed % 5 === 4 ? { approve: true } : {}) }),
  brought: (_, shot, seed) => ({ kind: 'brought', shot: shot?.number ?? '9', picture: hash(seed), width: 1, height: 1 }),
  animated: (_, shot, seed, old) => ({ kind: 'animated', shot: shot?.number ?? '9', for: old || !shot ? 'x' : animateKey(shot) ?? 'x', result: { ...clip(seed), captions: [], voiceAt: null, remarks: [] }, ...made }),
  circled: (_, shot, __, old) => ({ kind: 'circled', shot: shot?.number ?? '9', for: old || !shot ? 'x' : animateKey(shot) ?? 'x' }),
  retake: (_, shot) => ({ kind: 'retake', shot: shot?.number ?? '9' }),
  redraw: (_, shot) => ({ kind: 'redraw', shot: shot?.number ?? '9' }),
  titled: (state, _, seed, old) => ({ kind: 'titled', for: old ? 'x' : state.asks?.titles ?? 'x', result: { title: clip(seed), credits: clip(seed) }, ...made }),
  timed: () => ({ kind: 'timed' }),
  scored: (state, _, seed, old, shots) => ({ kind: 'scored', for: old ? 'x' : scoreKey(state, shots), result: { sound: hash(seed), seconds: 9 }, ...made }),
  wrapped: () => ({ kind: 'wrapped' }),
  assembled: (state, _, seed, old, shots) => ({ kind: 'assembled', for: old ? 'x' : cutKey(state, shots), result: { film: hash(seed), cut: hash(seed), frames: 9, loudness: -14, truePeak: -2 }, ...made }),
  'picture-locked': (state, _, __, old) => ({ kind: 'picture-locked', cut: old ? 'x' : state.cut?.for ?? 'x' }),
  delivered: (state, _, seed, old) => ({ kind: 'delivered', for: old ? 'x' : deliveryKey(state), result: { files: [{ name: 'film.mp4', hash: hash(seed), kind: 'video' }] }, ...made }),
  noted: () => ({ kind: 'noted', id: 'n', text: 'closer' }),
  directed: (state, shot, seed, old) => ({
    kind: 'directed', id: 'n', note: 'n', base: old ? anOldHash : state.board,
    result: {
      understood: { directions: seed % 4 === 0 ? [{ kind: 'approve' }] : seed % 4 === 1 && shot ? [{ kind: 'circle', numbers: [shot.number] }] : [], missed: [] },
      boarded: seed % 2 === 0 || state.board === null ? null : boards[seed % 3] ?? null, changed: [],
    },
    ...made,
  }),
  failed: () => ({ kind: 'failed', label: '', message: '', answer: {}, ...made }),
}

const happening = fc.record({ kind: fc.constantFrom(...Object.keys(kinds), ...Object.keys(kinds).slice(6, 13)), shot: fc.nat(3), seed: fc.nat(20), old: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0) })

test('whatever happens, in whatever order, the fold changes what is allowed and nothing else', () => {
  const reached = new Set<string>()
  fc.assert(fc.property(fc.array(happening, { minLength: 20, maxLength: 250 }), (happenings) => {
    let state = openingState
    let shots: Shots = {}
    for (const { kind, shot, seed, old } of happenings) {
      const event = (kinds[kind] ?? fail)(state, Object.values(shots)[shot], seed, old, shots)
      const folded = fold(state, event, shots)
      expect(fold(state, event, shots)).toEqual(folded)
      if (old && !['directed', 'opened', 'pitch-more', 'retake', 'redraw', 'brought', 'timed', 'wrapped', 'noted', 'failed'].includes(kind)) expect(folded.production).toEqual(state)
      state = folded.production
      shots = applied(shots, folded.patch)
      expect(state.tally).toEqual(recount(shots))
      expect(next(state, event)).toBeTypeOf('string')
      // no film is called one while a shot of it is still owed
      if (['cut', 'locked', 'delivered'].includes(state.phase)) expect(Object.values(shots).every((each) => isCircled(each) && takeOf(each))).toBe(true)
      reached.add(state.phase)
    }
    const end = fold(state, { kind: 'cancelled' }, shots)
    expect(fold(end.production, (kinds['greenlit'] ?? fail)(state, undefined, 0, false, shots), shots).production.phase).toBe('cancelled')
  }), { numRuns: 150 })
  expect(reached).toContain('shooting')
})

const applied = (shots: Shots, patch: ShotPatch): Shots =>
  Object.fromEntries(Object.entries({ ...shots, ...patch }).filter((entry): entry is [string, ShotRecord] => entry[1] !== null))

const recount = (shots: Shots): Tally => Object.values(shots).map((shot) => countShot(shot)).reduce((sum, one) => ({
  shots: sum.shots + one.shots, drawn: sum.drawn + one.drawn, picked: sum.picked + one.picked,
  voiced: sum.voiced + one.voiced, taken: sum.taken + one.taken, circled: sum.circled + one.circled,
}), noShots)

const fail = (): never => { throw new Error('a case of the test is missing') }

test('what the server has settled on holds until the film is told otherwise', () => {
  const opened = fold(openingState, { kind: 'opened', brief: hash(0), source: 'table', models: { draw: 'a/one', animate: 'b/two' } }, {})
  expect(opened.production.terms.models).toEqual({ draw: 'a/one', animate: 'b/two' })
})
