import { createHash } from 'node:crypto'
import { readSingle, type SingleRequest } from './single-request.ts'

export type Child = { id: string; request: SingleRequest }

/** 🔄: the same with another seed. Pressed twice it is the same child, with the same id: whoever opens it again finds it. */
export function againOf(parent: string, request: SingleRequest): Child {
  const id = childId(parent, 'again')
  const { seed: _seed, ...flags } = request.flags
  return { id, request: { ...request, flags, text: request.text.replace(/\s*(?:--?|[—–])seed[ =:]+\d+/gi, ''), seed: seedOf(id), parent: { production: parent, how: 'again' } } }
}

/** 🔀: with other words; the seed stays, so that what was not changed stays alike, unless nothing else changed. Throws ReadingError as `readSingle` does. */
export function varyOf(parent: string, request: SingleRequest, text: string): Child {
  const id = childId(parent, text.trim())
  const same = text.trim() === request.text
  const { picture, language, animate } = request
  return { id, request: readSingle(text, { picture, language, animate, seed: same ? seedOf(id) : request.seed, parent: { production: parent, how: 'vary' } }) }
}

/** For the first of a line: the same interaction has the same seed. */
export const seedOf = (id: string) => Number.parseInt(digest(id).slice(0, 8), 16)

const childId = (parent: string, how: string) => `single-${digest(`${parent} ${how}`).slice(0, 24)}`

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
