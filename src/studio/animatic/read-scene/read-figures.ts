import type { DrawRequest } from '../../provider.ts'
import type { Figure } from '../scene.ts'
import { plays } from './costume.ts'
import { draftOfMember, draftOfPerson, seedOf, type Draft } from './draft.ts'
import type { Meaning, PersonMeaning } from './meaning.ts'
import { maleWords, femaleWords, proper } from './lexicon/people.ts'
import { clauseOf, type Word } from './words.ts'

export type Read = { figures: Draft[]; nobody: boolean }

/** Most faces a picture can hold; a crowd reads as one from here on. */
const crowd = 12

/** Who is in the picture, how many and what they are at, in the order they are named. */
export function readFigures(words: readonly Word[], request: DrawRequest): Read {
  const cast = request.cast.map((member) => draftOfMember(member, request.era))
  const state: State = { request, cast, figures: [], group: [], number: null, another: false, age: null, gender: null, colour: null, clause: -1, waiting: [], nobody: false, closeup: false, viewed: false }
  words.forEach((word, at) => {
    if (word.clause !== state.clause) Object.assign(state, { clause: word.clause, number: null, age: null, gender: null, colour: null, another: false, closeup: false })
    for (const meaning of meaningsHere(words, at)) take(state, meaning, word, words, at)
  })
  if (state.figures.length === 0 && !state.nobody && words.some(isTalk)) state.figures.push(...twoTalking(state))
  return { figures: state.figures, nobody: state.nobody }
}

/** «Back to the conversation»: two who talk, though nobody is named. */
const isTalk = (word: Word) => !word.denied && /^(?:conversation|dialogue|谈话|对话|交谈|聊天|谈天)$/.test(word.text)

function twoTalking(state: State): Draft[] {
  const pair = state.cast.length < 2 ? make(state, { ...anyone, posture: 'sit', doing: ['talk'] }, 2 - state.cast.length) : []
  const both = [...state.cast.slice(0, 2), ...pair]
  for (const [index, draft] of both.entries()) Object.assign(draft, { posture: draft.posture ?? 'sit', doing: ['talk'], facing: index === 0 ? 'right' : 'left' })
  return both
}

const anyone: PersonMeaning = { is: 'person', role: 'person', generic: true, name: null, gender: 'unknown', age: 'adult', costume: [], ancient: [], doing: [], posture: null, count: 1 }

type State = {
  request: DrawRequest
  cast: Draft[]
  figures: Draft[]
  /** Who is spoken of now. */
  group: Draft[]
  number: number | null
  another: boolean
  age: Figure['age'] | null
  gender: Figure['gender'] | null
  colour: string | null
  clause: number
  /** Said before anyone was named: «walking home, a girl …». */
  waiting: Meaning[]
  nobody: boolean
  closeup: boolean
  viewed: boolean
}

/** A word is read as somebody first: `骑手` is a rider before he rides. */
function meaningsHere(words: readonly Word[], at: number): Meaning[] {
  const word = words[at]
  if (!word) return []
  const somebody = word.meanings.filter((meaning) => meaning.is === 'person' || meaning.is === 'member')
  // The cast's own name wins over everything the word also means.
  return somebody.length > 0 ? somebody.slice(0, 1) : word.meanings
}

function take(state: State, meaning: Meaning, word: Word, words: readonly Word[], at: number) {
  if (word.denied) {
    if (meaning.is === 'person' && meaning.generic) state.nobody = true
    return
  }
  switch (meaning.is) {
    case 'nobody': state.nobody = true; return
    case 'number': state.number = meaning.number; return
    case 'another': state.another = true; return
    case 'young': state.age = 'young'; return
    case 'old': state.age = 'old'; return
    case 'colour': state.colour = meaning.colour; return
    case 'closeup': state.closeup = true; return
    case 'member': meet(state, [state.cast[meaning.index]], word, words, at); break
    case 'person': meet(state, person(state, proper.has(word.text) ? { ...meaning, name: word.text } : meaning, word), word, words, at); break
    case 'pronoun': state.group = pronoun(state, word); break
    case 'viewpoint': turnAway(state); return
    default:
      if (state.group.length === 0) state.waiting.push(meaning)
      else tell(state, meaning, word, words)
      return
  }
  for (const earlier of state.waiting.splice(0)) tell(state, earlier, word, words)
  Object.assign(state, { number: null, another: false, age: null })
}

/** Puts them in the picture once, and makes them the ones spoken of; «A and B» are spoken of together. */
function meet(state: State, drafts: (Draft | undefined)[], word: Word, words: readonly Word[], at: number) {
  const met = drafts.filter((draft) => draft !== undefined)
  const together = state.group.length > 0 && /^(?:and|with|与|和|跟|同|及|、)$/.test(words[at - 1]?.text ?? '') || determinerAfterAnd(words, at)
  for (const draft of met) {
    draft.clause ??= word.clause
    if (!state.figures.includes(draft) && state.figures.length < crowd) state.figures.push(draft)
    if (state.closeup) { draft.main = true; state.closeup = false }
    if (draft.generic && state.age && draft.age === 'adult') draft.age = state.age
  }
  if (state.viewed) { for (const draft of met) draft.main = true; state.viewed = false }
  state.group = together ? [...state.group, ...met.filter((draft) => !state.group.includes(draft))] : met
}

/** «Su Shi, as the guest sees him»: the guest's back is in the corner, the one named next is the picture. */
function turnAway(state: State) {
  for (const draft of state.group) { draft.facing = 'away'; draft.main = false }
  state.viewed = true
}

const determinerAfterAnd = (words: readonly Word[], at: number) => {
  const [first, second] = [words[at - 2]?.text ?? '', words[at - 1]?.meanings ?? []]
  return /^(?:and|with)$/.test(first) && second.some((meaning) => meaning.is === 'determiner' || meaning.is === 'old' || meaning.is === 'young')
}

function person(state: State, meaning: PersonMeaning, word: Word): Draft[] {
  const wanted = Math.min(crowd, state.number ?? (word.plural ? Math.max(3, meaning.count) : meaning.count))
  const age = state.age && meaning.age === 'adult' ? state.age : meaning.age
  const fits = (draft: Draft) => (meaning.gender === 'unknown' || draft.gender === 'unknown' || draft.gender === meaning.gender) && (draft.age === age || age === 'adult' || (age === 'young' && draft.age === 'child'))
  if (state.another) return make(state, { ...meaning, age }, wanted)
  if (!meaning.generic) {
    // «The hero» of the next clause is the general already named: they are dressed for the same part.
    const same = state.figures.filter((draft) => meaning.name !== null ? draft.name === meaning.name : draft.role === meaning.role || (draft.name !== null && draft.worn[0] !== undefined && draft.worn[0] === meaning.ancient[0]))
    if (same.length > 0) return same
    const member = state.cast.find((draft, index) => plays(state.request.cast[index]?.appearance ?? '', meaning.role) && fits(draft))
    return member ? [member] : make(state, { ...meaning, age }, wanted)
  }
  // «Two men» are the two already named; one «man» is the man of before, or of the cast.
  const present = state.figures.filter(fits)
  if (wanted > 1) {
    const all = [...present, ...state.cast.filter((draft) => fits(draft) && !present.includes(draft))]
    return all.length >= wanted ? all.slice(0, wanted) : [...all, ...make(state, { ...meaning, age }, wanted - all.length)]
  }
  const before = present.at(-1) ?? state.cast.find((draft) => fits(draft) && draft.age === age && !state.figures.includes(draft))
  return before ? [before] : make(state, { ...meaning, age }, 1)
}

const make = (state: State, meaning: PersonMeaning, count: number) => Array.from({ length: Math.max(1, count) }, (_, index) =>
  draftOfPerson(meaning, state.request.era, seedOf(`${meaning.role} ${index}`)))
  .map((draft, index) => (index > 0 && !meaning.generic ? { ...draft, seed: draft.seed + index } : draft))

function pronoun(state: State, word: Word): Draft[] {
  if (/^(?:they|他们|她们)$/.test(word.text)) return state.figures.length > 0 ? [...state.figures] : [...state.cast]
  const gender = listed(maleWords, word.text) ? 'man' : listed(femaleWords, word.text) ? 'woman' : 'unknown'
  const fits = (draft: Draft) => draft.gender === gender || draft.gender === 'unknown'
  const before = state.figures.findLast(fits) ?? state.cast.find(fits)
  if (before) {
    if (!state.figures.includes(before)) state.figures.push(before)
    return [before]
  }
  const made = make(state, { ...anyone, role: gender === 'woman' ? 'woman' : 'man', gender }, 1)
  state.figures.push(...made)
  return made
}

const listed = (list: string, text: string) => list.split(', ').includes(text)

/** Only one of two friends plays the flute; both may sit, laugh and look. */
const solo = new Set(['flute', 'zither', 'guitar', 'write', 'book', 'letter', 'knock', 'oar', 'drive', 'fish', 'cook', 'kick', 'throw', 'phone', 'type', 'point', 'spear', 'hold'])

/** Adds what is said of those spoken of. */
function tell(state: State, meaning: Meaning, word: Word, words: readonly Word[]) {
  const { group } = state
  if (meaning.is === 'posture') {
    // «The boat drifts» moves the boat, not the man of the sentence before.
    const clause = clauseOf(words, words.indexOf(word))
    const others = clause.slice(0, clause.indexOf(word)).some((other) => other.meanings.some((each) => each.is === 'thing' && each.mover))
    const people = clause.some((other) => other.meanings.some((each) => each.is === 'person' || each.is === 'member' || each.is === 'pronoun'))
    if (others && !people) return
    // «She flies a kite» leaves her on the ground.
    if (meaning.posture === 'float' && clause.some((other) => other.meanings.some((each) => each.is === 'thing' && each.mover))) return
    for (const draft of group) draft.posture ??= meaning.posture
  }
  if (meaning.is === 'doing') {
    const free = solo.has(meaning.doing) && group.length > 1 ? [group.find((draft) => draft.doing.length === 0) ?? group[0]] : group
    const waiting = group.length === 1 ? group : group.filter((draft) => !draft.doing.some((doing) => solo.has(doing)))
    for (const draft of solo.has(meaning.doing) ? free : waiting) if (draft && !draft.doing.includes(meaning.doing)) draft.doing.push(meaning.doing)
  }
  if (meaning.is === 'feeling') for (const draft of group) draft.feeling ??= meaning.feeling
  if (meaning.is === 'facing') {
    const pair = group.length > 1 ? group : state.figures
    if (meaning.facing !== 'each-other') for (const draft of group) draft.facing ??= meaning.facing
    else pair.forEach((draft, index) => { draft.facing ??= index % 2 === 0 ? 'right' : 'left' })
  }
  if (meaning.is === 'costume') {
    for (const draft of group) draft.worn.push(state.colour ? `${meaning.costume} ${state.colour}` : meaning.costume)
    state.colour = null
  }
}
