import type { CameraMove } from '../film/camera-move.ts'
import { Aspect } from '../film/frame-size.ts'
import { parseMove } from './parse-move.ts'
import { ReadingError } from './reading-error.ts'

export type Flags = {
  camera?: CameraMove
  aspect?: Aspect
  fps?: 24 | 25 | 30
  /** 0 is nearly still, 4 the liveliest. */
  motion?: number
  seed?: number
  guidance?: number
  /** What must not be seen. */
  negative?: string
}

/** The text without its flags, in Pika's dialect (`-camera pan right -motion 2`) or Midjourney's (`--ar 9:16 --no people`). Throws ReadingError with the allowed values. */
export function parseFlags(text: string): { text: string; flags: Flags; remarks: string[] } {
  const flags: Flags = {}
  const remarks: string[] = []
  const rest = text.replace(flag, (_, name: string, value: string) => {
    const read = readers[name.toLowerCase()]
    if (read) Object.assign(flags, read(value.trim(), remarks))
    return ''
  })
  return { text: rest.replace(/[ \t]{2,}/g, ' ').trim(), flags, remarks }
}

/** A value runs to the next flag for words (-neg, -camera), else it is one word. */
const flag = /(?<=^|\s)(?:--?|—)(?:(?=camera|neg|no\b)|(?=ar\b|aspect\b|fps\b|motion\b|seed\b|gs\b))(camera|neg|no|ar|aspect|fps|motion|seed|gs)\b[ =]*((?<=(?:camera|neg|no)[ =]*)(?:(?!\s(?:--?|—)[a-z])[^\n])*|[^\s]*)/gi

type Reader = (value: string, remarks: string[]) => Flags

const readers: Record<string, Reader> = {
  camera: (value, remarks) => ({ camera: camera(value, remarks) }),
  ar: (value) => ({ aspect: aspect(value) }),
  aspect: (value) => ({ aspect: aspect(value) }),
  fps: (value) => ({ fps: oneOf('-fps', value, [24, 25, 30] as const) }),
  motion: (value) => ({ motion: ({ low: 1, high: 3 } as Record<string, number>)[value.toLowerCase()] ?? oneOf('-motion', value, [0, 1, 2, 3, 4] as const, ', or low and high') }),
  seed: (value) => ({ seed: within('-seed', value, 0, 4_294_967_295, true) }),
  gs: (value) => ({ guidance: within('-gs', value, 5, 25, false) }),
  neg: (value) => ({ negative: words('-neg', value) }),
  no: (value) => ({ negative: words('--no', value) }),
}

const cameraValues = 'zoom in, zoom out, pan up, pan down, pan left, pan right, rotate cw, rotate ccw, or any move of the storyboard such as push in or follow'

function camera(value: string, remarks: string[]): CameraMove {
  const read = parseMove(value)
  if (!read?.move) throw new ReadingError(`-camera has «${value}». Allowed are: ${cameraValues}.`)
  if (read.also.length > 0) throw new ReadingError(`-camera takes one kind of move, and has «${value}». Allowed are: ${cameraValues}.`)
  const turns: string[] = value.toLowerCase().match(/\b(up|down|left|right)\b/g) ?? []
  if (opposites.some((pair) => pair.every((way) => turns.includes(way)))) throw new ReadingError(`-camera has «${value}», two opposite directions. Allowed are: ${cameraValues}.`)
  if (turns.length > 1) remarks.push(`-camera ${value}: one direction a shot is made, ${read.move.direction}.`)
  return read.move
}

const opposites = [['up', 'down'], ['left', 'right']]

function aspect(value: string): Aspect {
  const named = Aspect.safeParse(value.replace(/[：/x]/g, ':').replace(/^(21:9|2\.35:1|2\.4:1|239:100)$/, '2.39:1'))
  if (!named.success) throw new ReadingError(`-ar has «${value}». Allowed are: ${Aspect.options.join(', ')}.`)
  return named.data
}

function oneOf<T extends number>(name: string, value: string, allowed: readonly T[], more = ''): T {
  const found = allowed.find((each) => String(each) === value)
  if (found === undefined) throw new ReadingError(`${name} has «${value}». Allowed are: ${allowed.join(', ')}${more}.`)
  return found
}

function within(name: string, value: string, low: number, high: number, whole: boolean): number {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= low && number <= high) || (whole && !Number.isInteger(number))) throw new ReadingError(`${name} has «${value}». Allowed is a ${whole ? 'whole ' : ''}number from ${low} to ${high}.`)
  return number
}

function words(name: string, value: string): string {
  if (value === '') throw new ReadingError(`${name} has no words after it. Write what must not be seen, such as ${name} people, text.`)
  return value
}
