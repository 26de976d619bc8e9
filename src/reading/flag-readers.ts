import type { CameraMove } from '../film/camera-move.ts'
import { Aspect } from '../film/frame-size.ts'
import type { FlagWords } from './flag-words.ts'
import type { FlagRead, Flags } from './parse-flags.ts'
import { parseMove } from './parse-move.ts'
import { ReadingError } from './reading-error.ts'

/** How the words behind each flag are read, by the flag's name. */
export const flagReaders: Record<string, (words: string, flag: string, say: FlagWords) => FlagRead> = {
  camera,
  ar: aspect,
  aspect,
  fps: number('fps', { among: [...Array.from({ length: 17 }, (_, index) => index + 8), 25, 30], told: '8-24, 25, 30' }),
  motion: number('motion', { among: [0, 1, 2, 3, 4], told: '0, 1, 2, 3, 4, low, high', named: { low: 1, high: 3 } }),
  seed: number('seed', { low: 0, high: 4_294_967_295, whole: true }),
  gs: number('guidance', { low: 5, high: 25, whole: false }),
  neg: negative,
  no: negative,
  ...Object.fromEntries('c chaos q quality s stylize v version w weird iw cw sw stop repeat style niji cref sref profile p exp'.split(' ').map((name) => [name, unused(true)])),
  ...Object.fromEntries('raw tile hd fast relax turbo draft loop video stealth public'.split(' ').map((name) => [name, unused(false)])),
}

/** The longest beginning that is nothing but a move: what follows belongs to the prompt again. */
function camera(words: string, flag: string, say: FlagWords): FlagRead {
  const parts = words.split(/(?<=\S)(?=\s)/)
  const fits = (count: number) => parseMove(parts.slice(0, count).join(''))
  const most = parts.map((_, index) => index + 1).filter((count) => fits(count)?.left === '' && !filler.test(parts[count - 1] ?? '')).at(-1) ?? 0
  const value = parts.slice(0, most).join('').trim()
  const read = fits(most)
  if (!read?.move) throw new ReadingError(say.camera(flag, words.trim()))
  if (read.also.length > 0) throw new ReadingError(say.oneKind(flag, value))
  const turns = [...new Set(value.toLowerCase().match(/\b(?:up|down|left|right)\b|[上下左右]/g)?.map((way) => ways[way] ?? way))]
  if (opposites.some((pair) => pair.every((way) => turns.includes(way)))) throw new ReadingError(say.opposite(flag, value))
  const across = turns.find((way) => way === 'left' || way === 'right')
  const along = turns.find((way) => way === 'up' || way === 'down')
  const { move } = read
  const both = across !== undefined && along !== undefined
  const turn = (name: 'pan' | 'tilt', direction: 'left' | 'right' | 'up' | 'down'): CameraMove => ({ name, direction, speed: move.speed })
  const flags: Flags = both && (move.name === 'pan' || move.name === 'tilt') ? { camera: turn('pan', across), cameraToo: turn('tilt', along) } : { camera: move }
  const remarks = both && !flags.cameraToo ? [say.oneWay(flag, value, move.direction ?? '')] : []
  return { flags, rest: parts.slice(most).join(''), remarks }
}

const filler = /^\s*(?:an?|the|of|on|to|then|and|with|very|shot|camera)$/i
const ways: Record<string, 'up' | 'down' | 'left' | 'right'> = { 上: 'up', 下: 'down', 左: 'left', 右: 'right' }
const opposites = [['up', 'down'], ['left', 'right']]

function aspect(words: string, flag: string, say: FlagWords): FlagRead {
  const [value, rest] = firstWord(words)
  const named = Aspect.safeParse(value.replace(/[：/x×]/g, ':').replace(/^(21:9|2\.35:1|2\.4:1|239:100)$/, '2.39:1'))
  if (!named.success) throw new ReadingError(say.wrong(flag, value, Aspect.options.join(', ')))
  return { flags: { aspect: named.data }, rest, remarks: [] }
}

type Range = { among: number[]; told: string; named?: Record<string, number> } | { low: number; high: number; whole: boolean }

function number(field: 'fps' | 'motion' | 'seed' | 'guidance', range: Range) {
  return (words: string, flag: string, say: FlagWords): FlagRead => {
    const [word, rest] = firstWord(words)
    const value = ('named' in range ? range.named?.[word.toLowerCase()] : undefined) ?? (/^\d+(\.\d+)?$/.test(word) ? Number(word) : Number.NaN)
    const fits = 'among' in range ? range.among.includes(value) : value >= range.low && value <= range.high && (!range.whole || Number.isInteger(value))
    if (!fits) throw new ReadingError('among' in range ? say.wrong(flag, word, range.told) : say.range(flag, word, range))
    return { flags: { [field]: value }, rest, remarks: field === 'guidance' ? [say.unused(`${flag} ${word}`)] : [] }
  }
}

function negative(words: string, flag: string, say: FlagWords): FlagRead {
  const [value = '', ...rest] = words.split('\n')
  if (value.trim() === '') throw new ReadingError(say.noWords(flag))
  return { flags: { negative: value.trim() }, rest: rest.join('\n'), remarks: [] }
}

/** Known from elsewhere, and nothing that our artists can be told: said, so that nobody waits for its effect. */
function unused(takesValue: boolean) {
  return (words: string, flag: string, say: FlagWords): FlagRead => {
    const [value, rest] = takesValue ? firstWord(words) : ['', words]
    return { flags: {}, rest, remarks: [say.unused(`${flag} ${value}`.trim())] }
  }
}

const firstWord = (words: string): [string, string] => {
  const found = /^\s*(\S*)/.exec(words)
  return [found?.[1]?.replace(/[,，;；]$/, '') ?? '', words.slice(found?.[0].length ?? 0)]
}
