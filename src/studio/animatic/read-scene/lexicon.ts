import type { Place } from '../scene.ts'
import * as acts from './lexicon/acts.ts'
import * as hours from './lexicon/hours.ts'
import { nouns } from './lexicon/nouns.ts'
import * as people from './lexicon/people.ts'
import * as places from './lexicon/places.ts'
import * as silent from './lexicon/silent.ts'
import { drawnThings } from './lexicon/things.ts'
import type { Meaning, PersonMeaning, ThingMeaning } from './meaning.ts'

export type Lexicon = {
  words: Map<string, Meaning[]>
  /** First words of English phrases, so that most words need one look. */
  starts: Set<string>
}

let built: Lexicon | undefined

/** Every word we know and what it stands for; built once. */
export function lexicon(): Lexicon {
  built ??= build()
  return built
}

function build(): Lexicon {
  const words = new Map<string, Meaning[]>()
  const add = (list: string, meaning: Meaning) => {
    for (const word of split(list)) words.set(word, [...(words.get(word) ?? []), meaning])
  }
  for (const [place, list] of Object.entries(places.places)) add(list, { is: 'place', place: place as Place })
  add(places.aside, { is: 'aside' })
  add(places.asideAfter, { is: 'aside' })
  add(places.within, { is: 'within' })

  addEach(hours.hours, add, (hour) => ({ is: 'hour', hour }))
  addEach(hours.weathers, add, (weather) => ({ is: 'weather', weather }))
  addEach(hours.seasons, add, (season) => ({ is: 'season', season }))
  add(hours.suns, { is: 'sky', sun: true })
  add(hours.moons, { is: 'sky', moon: true })
  add(hours.fewStars, { is: 'sky', stars: 'few' })
  add(hours.manyStars, { is: 'sky', stars: 'many' })
  add(hours.magics, { is: 'magic' })

  for (const [kind, [list, manner]] of Object.entries(drawnThings)) add(list, thing(kind, null, manner))
  for (const [list, silhouette, colour, manner] of nouns) {
    const icons = { silhouette: silhouette === '-' ? null : `game-icons:${silhouette}`, colour: colour === '-' ? null : `noto:${colour}` }
    add(list, thing(split(list)[0] ?? '', icons, manner))
  }

  addPeople(people.anybody, add, true)
  addPeople(people.roles, add, false)
  addPeople(people.known, add, false)
  add(people.pronouns, { is: 'pronoun' })
  add(people.nobody, { is: 'nobody' })

  addEach(acts.postures, add, (posture) => ({ is: 'posture', posture }))
  addEach(acts.doings, add, (doing) => ({ is: 'doing', doing }))
  addEach(acts.feelings, add, (feeling) => ({ is: 'feeling', feeling }))
  addEach(acts.facings, add, (facing) => ({ is: 'facing', facing }))
  addEach(acts.scales, add, (scale) => ({ is: 'scale', scale }))
  addEach(acts.motions, add, (moves) => ({ is: 'motion', moves }))
  addEach(acts.clothes, add, (costume) => ({ is: 'costume', costume }))
  for (const colour of split(acts.colours)) add(colour, { is: 'colour', colour })
  for (const [word, colour] of Object.entries(acts.zhColours)) add(word, { is: 'colour', colour })

  for (const [number, list] of Object.entries(silent.numbers)) add(list, { is: 'number', number: Number(number) })
  add(silent.determiners, { is: 'determiner' })
  add(silent.negations, { is: 'not' })
  add(silent.turns, { is: 'but' })
  add(silent.anothers, { is: 'another' })
  add(silent.youngs, { is: 'young' })
  add(silent.olds, { is: 'old' })
  add(silent.closeups, { is: 'closeup' })
  add(silent.viewpoints, { is: 'viewpoint' })
  add(silent.qualities, { is: 'quality' })
  add(silent.verbs, { is: 'verb' })
  add(silent.measures, { is: 'silent' })
  add(silent.abstract, { is: 'silent' })
  add(silent.abstractZh, { is: 'silent' })

  const starts = new Set([...words.keys()].filter((word) => word.includes(' ')).map((word) => word.split(' ')[0] ?? ''))
  return { words, starts }
}

/** `city-wall` and `city wall` are one word here. */
export const plainKey = (word: string) => word.trim().toLowerCase().replace(/’/g, "'").replace(/[-\s]+/g, ' ')

const split = (list: string) => list.split(/[,\n]/).map(plainKey).filter(Boolean)

function addEach<K extends string>(table: Readonly<Record<K, string>>, add: (list: string, meaning: Meaning) => void, meaning: (key: K) => Meaning) {
  for (const key of Object.keys(table) as K[]) add(table[key], meaning(key))
}

function thing(kind: string, icons: ThingMeaning['icons'], manner: string): ThingMeaning {
  const parts = manner.split(' ')
  const one = <T extends string>(...choices: T[]) => choices.find((choice) => parts.includes(choice))
  // A drawn thing's place follows its size; an icon's has none.
  const home = parts.find((part): part is Place => Object.hasOwn(places.places, part)) ?? null
  return {
    is: 'thing', kind, icons, home,
    stands: one('water', 'ground', 'air', 'hand', 'table', 'sky', 'wall') ?? 'ground',
    count: Number(parts.find((part) => /^\d+$/.test(part)) ?? 1),
    scale: one('tiny', 'small', 'normal', 'large', 'huge') ?? 'normal',
    mover: parts.includes('mover'),
  }
}

function addPeople(table: Record<string, people.PersonEntry>, add: (list: string, meaning: Meaning) => void, generic: boolean) {
  for (const [role, entry] of Object.entries(table)) {
    const [gender, age, count] = entry.is.split(' ') as [PersonMeaning['gender'], PersonMeaning['age'], string]
    const does = entry.does?.split(', ').filter(Boolean) ?? []
    add(entry.words, {
      is: 'person', role, generic, gender, age, count: Number(count),
      name: table === people.known ? role : null,
      costume: split(entry.wears ?? ''),
      ancient: split(entry.ancient ?? entry.wears ?? ''),
      doing: does.filter((doing) => !doing.endsWith('!')),
      posture: (does.find((doing) => doing.endsWith('!'))?.slice(0, -1) ?? null) as PersonMeaning['posture'],
    })
  }
}
