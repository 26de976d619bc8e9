import type { DrawRequest } from '../../provider.ts'
import type { Figure, Posture } from '../scene.ts'
import { wears, wornIn } from './costume.ts'
import { lexicon, plainKey } from './lexicon.ts'
import type { PersonMeaning } from './meaning.ts'

/** Someone while the text is still being read: what was not yet said is null. */
export type Draft = {
  name: string | null
  role: string | null
  generic: boolean
  gender: Figure['gender']
  age: Figure['age']
  seed: number
  worn: string[]
  posture: Posture | null
  doing: string[]
  feeling: Figure['feeling'] | null
  facing: Figure['facing'] | null
  main: boolean
  /** Their words in the text; null: the cast list alone has them. */
  clause: number | null
}

const genders = ['woman', 'man', 'unknown'] as const
const ages = ['child', 'young', 'adult', 'old'] as const

export function draftOfMember(member: DrawRequest['cast'][number], era: DrawRequest['era']): Draft {
  return {
    ...blank,
    // What everybody knows of them stays: Cao Cao has his spear.
    doing: knownDoing(member.name),
    name: member.name,
    gender: genders.find((gender) => gender === member.gender) ?? 'unknown',
    age: ages.find((age) => age === member.age) ?? 'adult',
    seed: member.seed,
    worn: wornIn(member.appearance, era, new Map()),
    generic: false,
  }
}

const knownDoing = (name: string) => (lexicon().words.get(plainKey(name)) ?? []).flatMap((meaning) => (meaning.is === 'person' && meaning.name !== null ? meaning.doing : []))

export function draftOfPerson(person: PersonMeaning, era: DrawRequest['era'], seed: number): Draft {
  return {
    ...blank,
    name: person.name,
    role: person.role,
    generic: person.generic,
    gender: person.gender,
    age: person.age,
    // The same part looks the same in every shot, whatever else is in it.
    seed: person.generic ? seed : seedOf(person.name ?? person.role),
    worn: [...wears(person, era)],
    posture: person.posture,
    doing: [...person.doing],
  }
}

/** FNV-1a: a name's own number. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash % 1_000_003
}

const blank: Draft = { name: null, role: null, generic: true, gender: 'unknown', age: 'adult', seed: 0, worn: [], posture: null, doing: [], feeling: null, facing: null, main: false, clause: null }
