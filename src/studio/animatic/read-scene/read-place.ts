import { Place } from '../scene.ts'
import type { Era } from '../../../film/look.ts'
import { haunts } from './lexicon/people.ts'
import type { Meaning, ThingMeaning } from './meaning.ts'
import type { Word } from './words.ts'

type Places = { place: Place; alsoPlaces: Place[] }

const insides: readonly Place[] = ['room', 'study', 'kitchen', 'cafe', 'hall', 'office', 'train', 'car']
const built: readonly Place[] = ['shop', 'cafe', 'hall', 'office', 'station', 'temple']
const waters: readonly Place[] = ['river', 'lake', 'sea']

/** Where we are and what else is seen of the land. The person's own words weigh more than the prompt made from them. */
export function readPlace(subject: readonly Word[], setting: readonly Word[], prompt: readonly Word[], era: Era, crowded: boolean): Places {
  const weights = new Map<Place, number>()
  const said = new Set<Place>()
  const told = [...subject, ...setting, ...prompt]
  // «The lighthouse, night»: on its rock by the sea, unless the shot shows what stands in its rooms.
  const beacon = [...setting, ...prompt].some((word) => isThing(word, 'lighthouse'))
  const furnished = subject.some((word) => !word.denied && word.meanings.some((meaning) => meaning.is === 'thing' && meaning.home !== null && insides.includes(meaning.home) || meaning.is === 'thing' && (meaning.stands === 'wall' || meaning.stands === 'table')))
  const seaborne = beacon || told.some((word) => !word.denied && word.meanings.some((meaning) => meaning.is === 'place' && ['sea', 'beach', 'harbour'].includes(meaning.place)))
  const bare = beacon && !subject.some((word) => !word.denied && word.meanings.some((meaning) => meaning.is === 'thing' && meaning.kind !== 'lighthouse' || meaning.is === 'person' || meaning.is === 'member' || meaning.is === 'pronoun'))
  if (beacon) {
    for (const [place, worth] of furnished ? [['room', 7]] as const : [['cliff', 5.9], ['sea', 5.4]] as const) { weights.set(place, worth); said.add(place) }
  }
  for (const [words, worth] of [[subject, 10], [setting, 6], [prompt, 4]] as const) {
    words.forEach((word, at) => {
      if (word.denied) return
      for (const meaning of word.meanings) {
        // Weather over a lighthouse is seen from outside.
        if (meaning.is === 'place' && !(bare && insides.includes(meaning.place))) {
          said.add(meaning.place)
          // A cup, a bed, a boat in the text is a thing first; a place said with «in» is where we stand.
          const besides = isAside(words, at) ? 0.3 : 1
          const indoors = insides.includes(meaning.place) && besides === 1 && words === subject ? 3 : 1
          weights.set(meaning.place, Math.max(weights.get(meaning.place) ?? 0, worth * besides * indoors * (1 - at / 1000)))
        }
        const home = meaning.is === 'person' ? (haunts[meaning.role] ?? null) : meaning.is === 'thing' ? homeOf(meaning, era, seaborne) : null
        if (home) weights.set(home, Math.max(weights.get(home) ?? 0, worth * (afloatThing(meaning) ? 0.45 : 0.1) * (1 - at / 1000)))
      }
    })
  }
  const afloat = subject.some((word) => !word.denied && word.meanings.some((meaning) => meaning.is === 'thing' && meaning.stands === 'water' && meaning.home !== 'underwater'))
  if (afloat) for (const water of waters) if ((weights.get(water) ?? 0) >= 1.2) weights.set(water, (weights.get(water) ?? 0) * 2.5)

  const named = [...weights].filter(([, weight]) => weight >= 1.15).sort((a, b) => b[1] - a[1]).map(([place]) => place)
  const implied = [...weights].filter(([, weight]) => weight < 1.15).sort((a, b) => b[1] - a[1]).map(([place]) => place)
  const [first = implied[0] ?? usual(era, crowded || wet(told)), ...rest] = named
  // Who rides past a shop is in the street before it.
  const before = named.length > 0 && built.includes(first) && (weights.get(first) ?? 0) < 4
  const [place, others] = before && era !== 'ancient-china' ? ['street' as const, [first, ...rest].filter((other) => other !== 'street')] : [first, rest]
  // Only what is said stands behind: a ship on the river brings no sea with it.
  const behind = others.filter((other) => said.has(other))
  return { place, alsoPlaces: tidy(place, behind.length > 0 ? behind : around(place, named.length === 0, era)) }
}

/** Who names a boat has named the water, whatever the prompt adds. */
const afloatThing = (meaning: Meaning) => meaning.is === 'thing' && meaning.stands === 'water' && meaning.home !== null && meaning.home !== 'underwater' && meaning.icons === null

/** A fleet of old China is on the great river, any other at sea. */
const homeOf = (thing: ThingMeaning, era: Era, seaborne: boolean): Place | null =>
  thing.kind === 'fleet' && era !== 'ancient-china' || thing.stands === 'water' && thing.home === 'river' && seaborne && era !== 'ancient-china' ? 'sea'
    : thing.kind === 'stairs' && era !== 'ancient-china' ? 'room' : thing.home

const isThing = (word: Word, kind: string) => !word.denied && word.meanings.some((meaning) => meaning.is === 'thing' && meaning.kind === kind)

/** `past a noodle shop`, `under the cliffs`; in Chinese the word follows: `面馆门口`. */
function isAside(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (word.chinese) return words[at + 1]?.clause === word.clause && is(words[at + 1], 'aside')
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const earlier = words[before]
    if (!earlier || earlier.clause !== word.clause || is(earlier, 'within')) return false
    if (is(earlier, 'aside')) return true
    if (earlier.meanings.some((meaning) => meaning.is === 'person' || meaning.is === 'verb')) return false
  }
  return false
}

const is = (word: Word | undefined, kind: Word['meanings'][number]['is']) => word?.meanings.some((meaning) => meaning.is === kind) ?? false

/** Rain and snow fall out of doors. */
const wet = (words: readonly Word[]) => words.some((word) => !word.denied && word.meanings.some((meaning) => meaning.is === 'weather' && ['rain', 'snow', 'storm'].includes(meaning.weather)))

/** Where a picture of these times is when nobody says. */
const usual = (era: Era, crowded: boolean): Place =>
  era === 'ancient-china' ? (crowded ? 'river' : 'mountain') : era === 'ancient-west' ? 'field' : era === 'modern' ? (crowded ? 'street' : 'void') : 'void'

/** 山水: a landscape of old China has both; its sky has land below. */
const around = (place: Place, guessed: boolean, era: Era): Place[] =>
  era !== 'ancient-china' ? [] : place === 'sky' ? ['mountain', 'river'] : guessed && place === 'mountain' ? ['river'] : guessed && place === 'river' ? ['mountain'] : []

function tidy(place: Place, others: Place[]): Place[] {
  const inside = insides.includes(place)
  // Behind a wall only a window's view is left; a room has no second room.
  return others.filter((other) => !(inside && insides.includes(other)) && !(waters.includes(place) && waters.includes(other) && other !== 'sea')).slice(0, 3)
}
