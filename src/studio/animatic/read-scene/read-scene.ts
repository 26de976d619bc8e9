import type { DrawRequest } from '../../provider.ts'
import type { Figure, Scene, Thing } from '../scene.ts'
import { costumeOf } from './costume.ts'
import { draftOfMember, type Draft } from './draft.ts'
import type { IconManner } from './icons.ts'
import { plainKey } from './lexicon.ts'
import { inSimplified } from './lexicon/traditional.ts'
import type { Meaning } from './meaning.ts'
import { plain } from './plain.ts'
import { readFigures } from './read-figures.ts'
import { readMissed } from './read-missed.ts'
import { readPlace } from './read-place.ts'
import { readSky } from './read-sky.ts'
import { readThings, type Found } from './read-things.ts'
import { emptied, removed } from './removed.ts'
import { splitSubject } from './split-subject.ts'
import { keepOutside, outdoors, putAfloat } from './surroundings.ts'
import { readWords, type Word } from './words.ts'

/** What a shot's words ask to be seen. The subject is the film's own text and is believed before the English prompt. */
export function readScene(request: DrawRequest, variant: number): Scene {
  const names = castNames(request)
  const whole = splitSubject(request.subject, names)
  const gone = removed(whole.told)
  const without = (words: Word[]) => words.map((word) => (word.meanings.some(gone) ? { ...word, denied: true } : word))
  const subject = without(whole.told)
  const setting = without(whole.setting)
  const prompt = without(readWords(plain(withoutLooks(request)), names))
  const drafts = figures(subject, prompt, request)
  const { place, alsoPlaces } = readPlace(subject, setting, prompt, request.era, drafts.length > 1)
  const named = (kind: string) => subject.some((word) => word.meanings.some((meaning) => meaning.is === 'thing' && meaning.kind === kind))
  const outside = keepOutside(place, request.size, drafts.length > 0, things(subject, [...setting, ...prompt], request), named)
  const found = inFrame(putAfloat(place, drafts, outside, [...subject, ...setting]), drafts, place, request)
  const sky = readSky(subject, setting, prompt)
  const held = giveHands(drafts, found, request)
  const told = chooseMain(drafts, held, sky.sky.moon && place === 'sky', request)
  const vast = told.figures.length === 0 && told.things.some((thing) => thing.main && thing.scale === 'tiny' && thing.icon === null)
  return {
    version: 1,
    look: request.look, era: request.era, mood: request.mood, angle: request.angle,
    // A grain in the ocean is small because the frame is wide, whatever the shot is called.
    size: vast && middling.includes(request.size) ? 'full' : request.size,
    place, alsoPlaces, ...sky,
    magic: sky.magic,
    figures: told.figures.map((draft) => finish(draft, request, told.figures, held)),
    things: told.figures.some((draft) => draft.posture === 'ride') ? told.things.map(ridden) : told.things,
    missed: readMissed(subject.length > 0 || setting.length > 0 ? subject : prompt),
    seed: request.seed,
    variant,
  }
}

/** The prompt repeats how everybody looks, for painters who know nobody; we have it in the cast, and it tells nothing of this shot. */
function withoutLooks({ prompt, cast }: DrawRequest): string {
  const looks = new Set(cast.flatMap((member) => member.appearance.split(',').map((part) => part.trim().toLowerCase())))
  const named = cast.reduce((words, member) => {
    const head = (member.appearance.split(/,| in | with /)[0] ?? '').replace(/^an? /, '')
    return head ? words.replaceAll(`the ${head}`, ` ${member.name} `) : words
  }, prompt)
  return named.split(',').filter((part) => !looks.has(part.trim().toLowerCase())).join(',')
}

function castNames(request: DrawRequest): Map<string, Meaning[]> {
  const names = new Map<string, Meaning[]>()
  request.cast.forEach((member, index) => {
    for (const name of [member.name, ...member.also]) if (plainKey(name) !== '') names.set(inSimplified(plainKey(name.normalize('NFC'))), [{ is: 'member', index }])
  })
  return names
}

/** Those of the subject; where it names none, those of the prompt; then the rest of the cast, who are said to be seen. */
function figures(subject: Word[], prompt: Word[], request: DrawRequest): Draft[] {
  if (emptied(subject)) return []
  const said = readFigures(subject, request)
  if (said.nobody && said.figures.every((draft) => draft.generic)) return []
  // «The moon is bright, says the guest»: a picture of the sky has nobody in it unless they are named there.
  if (said.figures.length === 0 && subject.some((word) => !word.denied && word.meanings.some((meaning) => meaning.is === 'place' && meaning.place === 'sky'))) return []
  const told = readFigures(prompt, request)
  const found = said.figures.length > 0 || said.nobody ? said.figures : told.nobody ? [] : told.figures
  if (said.nobody || told.nobody) return found
  const away = new Set(subject.flatMap((word) => (word.denied ? word.meanings.flatMap((meaning) => (meaning.is === 'member' ? [meaning.index] : [])) : [])))
  const rest = request.cast.filter((member, index) => !found.some((draft) => draft.name === member.name) && !(away.has(index) && !subject.some((word) => !word.denied && word.meanings.some((meaning) => meaning.is === 'member' && meaning.index === index))))
  const all = [...found]
  for (const member of rest) {
    const draft = draftOfMember(member, request.era)
    // «Two men sit in a boat» with two of the cast: the men are they.
    const stranger = all.findIndex((other) => other.generic && other.name === null && (other.gender === 'unknown' || draft.gender === 'unknown' || other.gender === draft.gender) && (other.age === draft.age || other.age === 'adult'))
    const as = all[stranger]
    if (as) all[stranger] = { ...draft, posture: as.posture, doing: as.doing, feeling: as.feeling, facing: as.facing, main: as.main, clause: as.clause, worn: [...draft.worn, ...as.worn] }
    else all.push(draft)
  }
  return all
}

function things(subject: Word[], prompt: Word[], request: DrawRequest): Found[] {
  const manner: IconManner = request.look === 'flat' || request.look === 'gouache' ? 'colour' : 'silhouette'
  const denied = new Set(subject.filter((word) => word.denied).flatMap((word) => word.meanings.flatMap((meaning) => (meaning.is === 'thing' ? [meaning.kind] : []))))
  const said = readThings(subject, manner)
  const told = readThings(prompt, manner).filter((thing) => !denied.has(thing.kind) && !said.some((other) => other.kind === thing.kind))
  const crafts = (thing: Found) => thing.kind === 'boat' || thing.kind === 'ship' || thing.kind === 'fleet'
  // The prompt's «boats» are the subject's fleet.
  // A prompt tells costumes and figures of speech too: what is held in it, or is no drawing of ours, counts only where the subject is silent.
  const added = told.filter((thing) => !(crafts(thing) && said.some(crafts)) && (subject.length === 0 || (!thing.held && thing.icon === null))).map((thing) => ({ ...thing, at: thing.at + 10_000 }))
  const icons = said.filter((thing) => thing.icon).length
  let room = Math.max(0, 4 - icons)
  return [...said, ...added.filter((thing) => !thing.icon || room-- > 0)]
}

/** What a person holds belongs to the person's hands, unless the picture is of that thing alone. */
function giveHands(drafts: Draft[], found: Found[], request: DrawRequest): Found[] {
  if (drafts.length === 0) return found
  return found.filter((thing) => {
    // «Two men duel with swords»: one each.
    if (thing.icon === null && handed.has(thing.kind) && thing.count > 1 && thing.count <= 3 && drafts.length > 1) {
      for (const draft of drafts) if (!draft.doing.includes(thing.kind)) draft.doing.push(thing.kind)
      return false
    }
    const near = thing.held && !thing.closeup && request.size !== 'insert'
    if (!near || thing.kind === 'lantern' && thing.count > 1) return true
    const kind = thing.kind === 'sampan-oar' ? 'oar' : thing.kind
    const holder = drafts.find((draft) => draft.doing.includes(kind)) ?? drafts.find((draft) => draft.clause === thing.clause) ?? drafts[0]
    if (holder && !holder.doing.includes(kind)) holder.doing.push(kind)
    // An icon is no gesture: it stays a thing, beside the hands.
    return thing.icon !== null
  })
}

/** A phone's screen is no computer, a window far off is not hung in the air beside people, and of a modern boat a face leaves nothing in the frame. */
const inFrame = (found: Found[], drafts: readonly Draft[], place: Scene['place'], { size, era }: DrawRequest) => found.filter((thing) =>
  !(drafts.length > 0 && size !== 'insert' && (thing.kind === 'window' || thing.kind === 'door') && outdoors(place)) &&
  !(thing.kind === 'screen' && drafts.some((draft) => draft.doing.includes('phone'))) && !(thing.kind === 'boat' && size === 'medium-close' && drafts.length > 0 && (era === 'modern' || era === 'future')))

const handed = new Set(['sword', 'spear', 'umbrella', 'cup', 'book', 'lantern', 'flute'])

const middling: readonly Scene['size'][] = ['medium-full', 'medium', 'medium-close']
const closeSizes: readonly Scene['size'][] = ['close-up', 'extreme-close', 'insert']

/** Which one the shot is about. */
function chooseMain(drafts: Draft[], found: Found[], moon: boolean, request: DrawRequest): { figures: Draft[]; things: Thing[] } {
  const figures = drafts.map((draft) => ({ ...draft }))
  const things = found.map((thing) => ({ ...thing }))
  const chosen = things.find((thing) => thing.closeup) ?? (request.size === 'insert' ? things.find((thing) => thing.stands === 'hand' || thing.stands === 'table') ?? things[0] : undefined)
  if (chosen && (!figures.some((draft) => draft.main) || request.size === 'insert')) {
    for (const draft of figures) draft.main = false
    chosen.main = true
    // An insert is the thing alone.
    if (request.size === 'insert') figures.length = 0
  } else if (figures.length > 0) {
    if (!figures.some((draft) => draft.main)) {
      const first = figures.find((draft) => draft.name !== null && draft.clause !== null) ?? figures.find((draft) => draft.facing !== 'away') ?? figures[0]
      if (first) first.main = true
    }
  } else {
    // The tiny thing under the great sky is the picture; else what moves, else what was named first.
    const first = things.find((thing) => thing.scale === 'tiny' && thing.icon === null) ?? things.find((thing) => thing.mover) ?? things[0]
    const quiet = first === undefined || ['ripple', 'wave', 'mist', 'cloud', 'rock', 'grass', 'leaf'].includes(first.kind)
    if (quiet && moon && !closeSizes.includes(request.size)) things.unshift({ ...moonThing, at: -1, clause: -1, mover: false, held: false, closeup: false })
    else if (first) first.main = true
  }
  return { figures, things: things.slice(0, 16).map(({ kind, icon, count, stands, scale, main, moves }) => ({ kind, icon, count, stands, scale, main, moves })) }
}

const moonThing: Thing = { kind: 'moon', icon: null, count: 1, stands: 'sky', scale: 'large', main: true, moves: 'still' }

function finish(draft: Draft, request: DrawRequest, all: readonly Draft[], found: readonly Found[]): Figure {
  // Travellers and guests of old China were men unless the text says otherwise; a guess by lot would change them from film to film.
  const gender = draft.gender === 'unknown' && request.era === 'ancient-china' && draft.age !== 'child' ? 'man' : draft.gender
  const inBoat = found.some((thing) => thing.kind === 'boat' || thing.kind === 'sampan-oar')
  const riding = found.some((thing) => thing.kind === 'bicycle' || thing.kind === 'horse' || thing.kind === 'motorcycle')
  const posture = draft.posture ?? (draft.doing.includes('ride') || (riding && draft.main && found.length === 1) ? 'ride' : inBoat || draft.doing.some((doing) => seated.has(doing)) ? 'sit' : 'stand')
  const alone = all.length === 1
  const index = all.indexOf(draft)
  return {
    name: draft.name, seed: draft.seed, gender, age: draft.age,
    costume: costumeOf(draft.worn, { gender, age: draft.age, seed: draft.seed }, request.era),
    posture,
    doing: draft.doing.slice(0, 3),
    feeling: draft.feeling ?? (draft.worn.some((word) => word === 'armour' || word === 'imperial robe') ? 'proud' : feelingOf(request.mood)),
    facing: draft.facing ?? (alone ? (['right', 'camera', 'left'] as const)[request.seed % 3] ?? 'right' : index % 2 === 0 ? 'right' : 'left'),
    main: draft.main,
  }
}

/** What is ridden goes, even where no word moves it. */
const ridden = (thing: Thing): Thing =>
  mounts.has(thing.kind) && thing.moves === 'still' ? { ...thing, moves: 'right' } : thing

const mounts = new Set(['bicycle', 'horse', 'motorcycle', 'camel', 'donkey'])

const seated = new Set(['drive', 'zither', 'type', 'write', 'fish'])

const feelingOf = (mood: Scene['mood']): Figure['feeling'] =>
  ({ serene: 'calm', melancholy: 'sorrow', epic: 'proud', tense: 'fear', joyful: 'joy', mysterious: 'calm', romantic: 'joy', wonder: 'wonder' } as const)[mood]
