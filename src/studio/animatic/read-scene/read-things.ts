import type { Thing } from '../scene.ts'
import { chooseIcon, type IconManner } from './icons.ts'
import type { ThingMeaning } from './meaning.ts'
import { clauseOf, type Word } from './words.ts'

/** A thing and where in the text it was met. */
export type Found = Thing & { at: number; clause: number; mover: boolean; held: boolean; closeup: boolean }

/** At most so many icons: more makes a rebus of a picture. */
const mostIcons = 4

/** What stands, floats and flies in the picture, in the order it is named; things denied are left out everywhere. */
export function readThings(words: readonly Word[], manner: IconManner): Found[] {
  const found: Found[] = []
  let number: number | null = null
  let scale: Thing['scale'] | null = null
  let clause = -1
  let closeup = false
  const denied = new Set(words.filter((word) => word.denied).flatMap((word) => word.meanings.flatMap((meaning) => (meaning.is === 'thing' ? [meaning.kind] : []))))
  words.forEach((word, at) => {
    if (word.clause !== clause) { clause = word.clause; number = null; scale = null; closeup = false }
    if (word.denied) return
    for (const meaning of word.meanings) {
      if (meaning.is === 'number') number = meaning.number
      if (meaning.is === 'scale') scale = meaning.scale
      if (meaning.is === 'closeup') closeup = true
      // «Men in a boat» does not count the boats.
      if (meaning.is === 'person' || meaning.is === 'member' || meaning.is === 'place') number = null
    }
    const meaning = word.meanings.find((each): each is ThingMeaning => each.is === 'thing')
    if (words[at - 1]?.clause === word.clause && /^an?$/.test(words[at - 1]?.text ?? '') && meaning?.kind !== 'fleet') number ??= 1
    if (!meaning || denied.has(meaning.kind) || somebodyOrDeed(words, at)) return
    const icon = meaning.icons ? chooseIcon(meaning.icons, manner) : null
    const count = number ?? (word.plural ? Math.max(meaning.count, meaning.mover ? 5 : 3) : meaning.count)
    const before = found.find((thing) => thing.kind === meaning.kind)
    if (before) {
      before.count = Math.max(before.count, number ?? 1)
      if (scale) before.scale = scale
    } else if (!icon || found.filter((thing) => thing.icon).length < mostIcons) {
      found.push({ kind: meaning.kind, icon, count: Math.min(count, 60), stands: standsHere(meaning, count), scale: scale ?? meaning.scale, main: false, moves: 'still', at, clause, mover: meaning.mover, held: meaning.stands === 'hand' && count === 1, closeup })
    }
    closeup = false
    number = null
    scale = null
  })
  return joined(setMoving(found, words))
}

/** `骑手` and «a cook» are people; «he fishes», «she rows to the shore» are deeds. */
function somebodyOrDeed(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || word.meanings.some((meaning) => meaning.is === 'person' || meaning.is === 'member')) return true
  const [before, after] = [words[at - 1], words[at + 1]]
  if (word.chinese) return false
  if (twofold.has(word.text) && !(before && before.clause === word.clause && (/^(?:with|of|like)$/.test(before.text) || before.meanings.some((meaning) => leaders.has(meaning.is))))) return true
  const someone = before && before.clause === word.clause && before.meanings.some((meaning) => meaning.is === 'person' || meaning.is === 'pronoun' || meaning.is === 'member')
  const onward = !after || after.clause !== word.clause || after.meanings.some((meaning) => meaning.is === 'determiner' || meaning.is === 'aside' || meaning.is === 'within' || meaning.is === 'silent')
  const doing = word.meanings.some((meaning) => meaning.is === 'doing' || meaning.is === 'posture' || meaning.is === 'motion' || meaning.is === 'verb')
  return Boolean(someone && (onward || doing))
}

/** Nouns that are verbs as often: «the sun rose», «a diver watches». Only after `a`, `red`, `with` are they things. */
const twofold = new Set('rose watch ring bow fan bear duck swallow crane drum fish book train ship sail plant wave rock leaf cup house cloud spear bridge bell shell step swing slide hang spring light'.split(' '))
const leaders = new Set<string>(['determiner', 'colour', 'quality', 'number', 'scale', 'within', 'aside', 'old', 'young', 'thing', 'season', 'place', 'hour', 'not', 'weather'])

const standsHere = (meaning: ThingMeaning, count: number): Thing['stands'] =>
  meaning.stands === 'hand' && count > 1 ? (meaning.kind === 'lantern' ? 'air' : meaning.kind === 'spear' || meaning.kind === 'umbrella' ? 'ground' : 'table') : meaning.stands

/** «The ship comes nearer»: said of the last mover before it, or of the next in the clause. */
function setMoving(found: Found[], words: readonly Word[]): Found[] {
  words.forEach((word, at) => {
    for (const meaning of word.denied ? [] : word.meanings) {
      if (meaning.is !== 'motion') continue
      const clause = clauseOf(words, at)
      const people = clause.some((other) => other.meanings.some((each) => each.is === 'person' || each.is === 'member' || each.is === 'pronoun'))
      const movers = found.filter((thing) => thing.mover || (meaning.moves === 'down' && (thing.kind === 'leaf' || thing.kind === 'petal')) || (meaning.moves === 'up' && thing.stands === 'air'))
      const here = movers.filter((thing) => thing.clause === word.clause)
      const target = here.findLast((thing) => thing.at <= at) ?? here[0] ?? (people ? undefined : movers.findLast((thing) => thing.at <= at))
      if (!target) continue
      // A sea voyage towards us outdoes plain moving, whichever is said first.
      if (meaning.moves === 'on') { if (target.moves === 'still') target.moves = 'right' }
      else if (target.moves !== 'toward') target.moves = meaning.moves
    }
  })
  return found
}

/** A boat and a fleet of boats are one fleet; the sea's ship is not also its boat. */
function joined(found: Found[]): Found[] {
  const fleet = found.find((thing) => thing.kind === 'fleet')
  const craft = found.filter((thing) => thing.kind === 'boat' || thing.kind === 'ship')
  if (fleet) {
    for (const each of craft) fleet.count = Math.max(fleet.count, each.count)
    for (const each of craft) if (each.moves !== 'still' && fleet.moves !== 'toward') fleet.moves = each.moves
    return found.filter((thing) => !craft.includes(thing))
  }
  const ship = craft.find((thing) => thing.kind === 'ship')
  const boat = craft.find((thing) => thing.kind === 'boat')
  if (ship && boat && ship.at > boat.at === false && Math.abs(ship.at - boat.at) <= 3) return found.filter((thing) => thing !== boat)
  const many = craft.find((thing) => thing.count >= 10)
  if (many) { many.kind = 'fleet'; return found }
  return found
}
