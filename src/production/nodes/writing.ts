import { boardKey, pitchKey, scriptKey } from '../keys.ts'
import { type Node, ordering } from './desk.ts'

// The three rooms that turn words into words. Each is one order: the lab runs the whole room.

export const pitchRoom: Node = () => async ({ production }) => {
  const key = pitchKey(production)
  return ordering({
    craft: 'treatments',
    request: { brief: production.brief, round: production.round },
    take: 1,
    answer: { kind: 'pitched', for: key },
    label: 'pitch',
    rank: 0,
  })
}

export const writersRoom: Node = () => async ({ production }) => {
  const key = scriptKey(production)
  return ordering({
    craft: 'script',
    request: { brief: production.brief, pitch: production.pitch, idea: production.idea, terms: production.terms, round: production.round },
    take: 1,
    answer: { kind: 'written', for: key },
    label: 'script',
    rank: 0,
  })
}

export const boardRoom: Node = () => async ({ production }) => {
  const key = boardKey(production)
  return ordering({
    craft: 'storyboard',
    request: { brief: production.brief, script: production.script, terms: production.terms, round: production.round },
    take: 1,
    answer: { kind: 'boarded', for: key },
    label: 'storyboard',
    rank: 0,
  })
}

/** Somebody spoke: what the words mean is found out in the lab, against the storyboard of this moment. */
export const directRoom: Node = () => async ({ production, event }) => {
  if (event.kind !== 'noted' && event.kind !== 'directed') throw new Error(`The direct room was given a ${event.kind}.`)
  const note = event.kind === 'noted' ? event.text : event.note
  const about = event.about ?? null
  const by = event.by ?? null
  const understood = event.understood ?? null
  const addressed: Record<string, boolean> = event.addressed === false ? { addressed: false } : {}
  return ordering({
    craft: 'direct',
    request: {
      id: event.id, note, about, phase: production.phase, brief: production.brief, board: production.board,
      previous: production.past.at(-1) ?? null, terms: production.terms, pitch: production.pitch,
      ...(understood ? { understood } : {}), ...addressed, ...(by ? { speaker: by.name } : {}),
    },
    take: 1,
    answer: { kind: 'directed', id: event.id, note, about, base: production.board, ...(by ? { by } : {}), ...(understood ? { understood } : {}), ...addressed },
    label: note.slice(0, 40),
    rank: 0,
  })
}
