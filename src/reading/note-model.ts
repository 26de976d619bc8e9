import type { Direction } from '../film/direction.ts'
import type { NoteBoard, NoteModel } from './note-board.ts'
import { addressShots } from './note-shots.ts'

/**
 * «use kling for 2.4», «2.4 drawn with flux and filmed with kling», 「画面用 flux」: models that are here, named whole or as people call
 * them. Null where none is named, or it is not clear what it is to make.
 */
export function readModel(line: string, board: NoteBoard): Direction[] | null {
  let rest = line.normalize('NFKC')
  if (!asks.test(rest)) return null
  const chosen: NoteModel[] = []
  for (let named = namedIn(rest, board); named.length > 0; named = namedIn(rest, board)) {
    const name = named[0]?.name ?? ''
    const meant = named.filter((each) => each.name === name).map(({ model }) => model).filter(({ made }) => !chosen.some((other) => other.made === made))
    const model = meant.length === 1 ? meant[0] : meant.find(({ made }) => made === wanted(rest))
    if (!model) return null
    chosen.push(model)
    const at = rest.toLowerCase().indexOf(name)
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`
  }
  // «use seedance for the pictures»: it makes none
  if (chosen.length === 1 && ![null, chosen[0]?.made].includes(wanted(rest))) return null
  const addressed = addressShots(rest, board)
  if (chosen.length === 0 || addressed?.unknown) return null
  const numbers = addressed?.numbers ?? []
  const whole = numbers.length === 0 || numbers.length === board.shots.length
  if (whole) return chosen.map(({ made, id }) => ({ kind: 'model', for: made, model: id }))
  if (chosen.some(({ made }) => made === 'compose')) return null
  return [{ kind: 'shots', numbers, change: { models: Object.fromEntries(chosen.map(({ made, id }) => [made, id])) } }]
}

/** The longest names first: «flux-2-pro» is not «flux-2». */
const namedIn = (said: string, board: NoteBoard) => (board.models ?? [])
  .flatMap((model) => namesOf(model).map((name) => ({ model, name }))).filter(({ name }) => stands(said, name)).toSorted((a, b) => b.name.length - a.name.length)

const asks = /\b(?:use|using|with|by|switch|change|model|make|shoot|draw|film|animate)\b|用|换|改|模型/i

const kinds: readonly (readonly [NoteModel['made'], RegExp])[] = [
  ['compose', /\b(?:music|score)\b|配乐|音乐/i],
  ['speak', /\b(?:voices?|narration|narrator)\b|配音|旁白|声音/i],
  ['animate', /\b(?:clips?|videos?|motion|animate|animation|move)\b|视频|动画|镜头用|动起来/i],
  ['draw', /\b(?:pictures?|frames?|images?|stills?|draw|panels?)\b|画面|图片|图|画/i],
]

/** What it is to make, where the words say so. */
const wanted = (said: string) => kinds.find(([, pattern]) => pattern.test(said))?.[0] ?? null

/** Whole, without who rents it out, without the maker, and as it is shown. */
const namesOf = ({ id, label }: NoteModel) =>
  [...new Set([id, id.split('/').slice(1).join('/'), id.split('/').at(-1) ?? id, label].map((name) => name.trim().toLowerCase()).filter((name) => name.length >= 3))]

const stands = (said: string, name: string) => {
  const at = said.toLowerCase().indexOf(name)
  return at >= 0 && !/[\w-]/.test(said[at - 1] ?? ' ') && !/[\w-]/.test(said[at + name.length] ?? ' ')
}
