import type { Scene, Thing } from '../scene.ts'
import type { Draft } from './draft.ts'
import type { Found } from './read-things.ts'
import type { Word } from './words.ts'

const waters: readonly Scene['place'][] = ['river', 'lake', 'sea']
export const outdoors = (place: Scene['place']) => !insides.includes(place)

const insides: readonly Scene['place'][] = ['room', 'study', 'kitchen', 'cafe', 'shop', 'hall', 'office', 'station', 'train', 'car']
const wides: readonly Scene['size'][] = ['extreme-wide', 'wide', 'full', 'medium-full']

/** Nobody sits on water: who is on it, and on no bank, bridge or reef, sits in a boat. */
export function putAfloat(place: Scene['place'], drafts: readonly Draft[], found: readonly Found[], words: readonly Word[]): Found[] {
  const afloat = waters.includes(place) && drafts.length > 0 && drafts.length <= 4
    && drafts.every((draft) => draft.posture === null || ['sit', 'kneel', 'lie', 'row', 'bow'].includes(draft.posture)) && drafts.some((draft) => draft.posture !== null)
    && !drafts.some((draft) => draft.worn.includes('fish tail') || draft.worn.includes('wetsuit'))
    && !found.some((thing) => thing.stands === 'water' && thing.kind !== 'ripple' && thing.kind !== 'wave' || landing.has(thing.kind))
    && !words.some((word) => !word.denied && ashore.test(word.text))
  return afloat ? [...found, { ...boat, at: 20_000, clause: -1, mover: true, held: false, closeup: false }] : [...found]
}

const boat: Thing = { kind: 'boat', icon: null, count: 1, stands: 'water', scale: 'normal', main: false, moves: 'still' }
const landing = new Set(['bridge', 'pavilion', 'house', 'hut', 'rock', 'tree', 'pine', 'willow', 'reeds', 'grass', 'campfire', 'table', 'chair', 'lighthouse', 'horse', 'bicycle'])
const ashore = /边$|畔|岸|滩|渚|桥|水中|游泳|bank|side$|shore|beach|coast|harbou?r|pier|quay|dock|bridge|^(?:by|beside|swim|swims|swimming|swam|bathe|wade|dive)$/u

/** A lighthouse where the story is: seen from afar in a wide shot, never inside its own rooms, never beside a face. */
export function keepOutside(place: Scene['place'], size: Scene['size'], someone: boolean, found: readonly Found[], named: (kind: string) => boolean): Found[] {
  return found.filter((thing) => !buildings.has(thing.kind) || !insides.includes(place) && (named(thing.kind) || (thing.kind === 'lighthouse' && (wides.includes(size) || !someone))))
    .map((thing) => (buildings.has(thing.kind) && !named(thing.kind) ? { ...thing, at: thing.at + 30_000 } : thing))
}

const buildings = new Set(['lighthouse'])
