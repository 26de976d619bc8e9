import type { Direction } from '../film/direction.ts'
import type { NoteBoard, NoteModel } from './note-board.ts'
import { addressShots } from './note-shots.ts'

/** «use kling for 2.4», «clips by seedance», 「2.4 用 kling」: a model that is here, named whole or as people call it. Null where none is named. */
export function readModel(line: string, board: NoteBoard): Direction | null {
  const said = line.normalize('NFKC')
  if (!asks.test(said)) return null
  const named = (board.models ?? []).flatMap((model) => namesOf(model).map((name) => ({ model, name }))).filter(({ name }) => stands(said, name))
  const longest = Math.max(0, ...named.map(({ name }) => name.length))
  const meant = named.filter(({ name }) => name.length === longest).map(({ model }) => model)
  const made = wanted(said)
  const model = meant.find(({ made: makes }) => makes === made) ?? (made === null && meant.length === 1 ? meant[0] : undefined)
  if (!model) return null
  const name = named.find((each) => each.model === model && each.name.length === longest)?.name ?? model.id
  const at = said.toLowerCase().indexOf(name)
  const rest = `${said.slice(0, at)} ${said.slice(at + name.length)}`
  const addressed = addressShots(rest, board)
  if (addressed?.unknown) return null
  const numbers = addressed?.numbers ?? []
  if (numbers.length === 0 || numbers.length === board.shots.length) return { kind: 'model', for: model.made, model: model.id }
  return model.made === 'compose' ? null : { kind: 'shots', numbers, change: { models: { [model.made]: model.id } } }
}

const asks = /\b(?:use|using|with|by|from|switch|change|model|make|shoot|draw|film|animate)\b|用|换|改|模型/i

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
