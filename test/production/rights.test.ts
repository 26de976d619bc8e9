import { expect, test } from 'vitest'
import { fold } from '../../src/production/fold/fold.ts'
import { type Person, Right, rightFor, rightsOf, type Standing } from '../../src/production/rights.ts'
import { drawKey, newRecord, pictureOf, animateKey, shortKey, type ShotRecord } from '../../src/production/shot-record.ts'
import { openingState, type ProductionState } from '../../src/production/state.ts'
import { boardedOf, hashOf, paperAssets, paperBoard } from './paper-studio.ts'

const standing: Standing = {
  owner: 'owner', openNotes: false,
  crew: [{ role: 'director', kind: 'user', id: 'dora' }, { role: 'producer', kind: 'role', id: 'money' }, { role: 'editor', kind: 'user', id: 'ed' }],
}
const person = (id: string, more: Partial<Person> = {}): Person => ({ id, roles: [], moderates: false, ...more })

test.each([
  ['the owner', person('owner'), Right.options.filter((right) => right !== 'caps')],
  ['an owner who manages the server too', person('owner', { moderates: true }), Right.options],
  ['a director', person('dora'), ['note', 'choose', 'greenlight', 'shots', 'cut']],
  ['whoever has the producers’ role', person('pat', { roles: ['money'] }), ['note', 'choose', 'greenlight', 'shots', 'cut', 'cancel', 'crew']],
  ['an editor', person('ed'), ['note', 'shots', 'cut']],
  ['a moderator of the server', person('mod', { moderates: true }), ['cancel', 'crew', 'delete', 'caps']],
  ['a guest', person('gus'), []],
])('%s may do just this', (_, who, rights) => {
  expect(rightsOf(who, standing)).toEqual(rights)
})

test('where notes are open to all, a guest may give notes and nothing else', () => {
  expect(rightsOf(person('gus'), { ...standing, openNotes: true })).toEqual(['note'])
})

test('every event that a person can send needs a right, and none that the lab sends does', () => {
  for (const kind of ['chose', 'pitch-more', 'script-locked', 'greenlit', 'picked', 'brought', 'circled', 'retake', 'redraw', 'picture-locked', 'noted', 'cancelled']) expect(rightFor(kind), kind).toBeDefined()
  for (const kind of ['drawn', 'spoken', 'animated', 'assembled', 'delivered']) expect(rightFor(kind)).toBeUndefined()
})

const assets = paperAssets()
const boarded = boardedOf(assets, paperBoard(1))
const call = boarded.calls[0] ?? (() => { throw new Error('no shot') })()
const shot: ShotRecord = {
  ...newRecord(call), speak: null,
  drawn: { for: drawKey(newRecord(call)), pictures: [0, 1].map((seed) => ({ picture: hashOf(seed), width: 1, height: 1, seed })), missed: [] },
}
const shooting: ProductionState = { ...openingState, phase: 'shooting', board: boarded.board, asks: { titles: boarded.titles, mood: 'serene' }, tally: { shots: 1, drawn: 1, picked: 0, voiced: 1, taken: 0, circled: 0 } }
const directed = (directions: object[], rights: Right[]) => fold(shooting, {
  kind: 'directed', id: 'n', note: 'n', base: shooting.board, by: { id: 'x', name: 'X', rights }, generation: 'g',
  result: { understood: { directions: directions as never, missed: [] }, boarded: null, changed: [] },
}, { [shot.number]: shot })

test('«good» from somebody who may not approve shots approves nothing, and says so', () => {
  expect(directed([{ kind: 'approve' }], ['note'])).toMatchObject({ patch: {}, said: 'not-allowed' })
  expect(directed([{ kind: 'approve' }], ['note', 'shots']).patch[shot.number]?.picked).toMatchObject({ frame: 0 })
})

test('«stop the film» needs the right to cancel', () => {
  expect(directed([{ kind: 'cancel' }], ['note', 'shots']).production.phase).toBe('shooting')
  expect(directed([{ kind: 'cancel' }], ['cancel']).production.phase).toBe('cancelled')
})

const pick = (on: ShotRecord, more: object) => fold(shooting, { kind: 'picked', shot: shot.number, for: drawKey(shot), frame: 1, ...more }, { [shot.number]: on })

test('a frame that is looked at or approved is not filmed until somebody says so', () => {
  const held = pick(shot, { hold: true }).patch[shot.number] as ShotRecord
  expect(pictureOf(held)?.seed).toBe(1)
  expect(animateKey(held)).toBeUndefined()
  const approved = pick(held, { approve: true }).patch[shot.number] as ShotRecord
  expect(animateKey(approved)).toBeUndefined()
  const filmed = pick(approved, {}).patch[shot.number] as ShotRecord
  expect(animateKey(filmed)).toBeDefined()
  expect(pick(filmed, { hold: true })).toMatchObject({ patch: {}, said: 'already-picked' })
})

test('a button’s short key is as good as the key itself', () => {
  expect(pick(shot, { for: shortKey(drawKey(shot)) }).patch[shot.number]?.picked).toEqual({ for: drawKey(shot), frame: 1 })
  expect(pick(shot, { for: shortKey('another') })).toMatchObject({ patch: {}, said: 'stale' })
  expect(fold(shooting, { kind: 'redraw', shot: shot.number, for: shortKey(drawKey(shot)) }, { [shot.number]: shot }).patch[shot.number]?.redraws).toBe(1)
})

test('a second press on the same sheet or take asks for nothing', () => {
  const redraw = (on: ShotRecord) => fold(shooting, { kind: 'redraw', shot: shot.number, for: drawKey(shot) }, { [shot.number]: on })
  const again = redraw(shot).patch[shot.number] as ShotRecord
  expect(again.redraws).toBe(1)
  expect(redraw(again)).toMatchObject({ patch: {}, said: 'already-redrawn' })
  const filming = pick(shot, {}).patch[shot.number] as ShotRecord
  const key = animateKey(filming) ?? ''
  const taken: ShotRecord = { ...filming, take: { for: key, number: 1, clip: hashOf('clip'), frames: 72, fps: 24, width: 1, height: 1, conformed: true, captions: [], voiceAt: null, remarks: [] } }
  const retake = (on: ShotRecord) => fold(shooting, { kind: 'retake', shot: shot.number, for: shortKey(key) }, { [shot.number]: on })
  const second = retake(taken).patch[shot.number] as ShotRecord
  expect(second.retakes).toBe(1)
  expect(retake(second)).toMatchObject({ patch: {}, said: 'already-retaken' })
})

test('a person’s own picture becomes the frame, and waits to be approved', () => {
  const own = fold(shooting, { kind: 'brought', shot: shot.number, picture: hashOf('own'), width: 9, height: 9 }, { [shot.number]: shot }).patch[shot.number] as ShotRecord
  expect(pictureOf(own)?.picture).toBe(hashOf('own'))
  expect(own.drawn?.pictures).toHaveLength(3)
  expect(animateKey(own)).toBeUndefined()
})
