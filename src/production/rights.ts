import { z } from 'zod'
import type { Direction } from '../film/direction.ts'
import type { ProductionEvent } from './event.ts'

/** What a person may be allowed to do in a production. `delete` is all of it, files too; `caps` is what the server allows to be spent. */
export const Right = z.enum(['note', 'choose', 'greenlight', 'shots', 'cut', 'cancel', 'crew', 'delete', 'caps'])
export type Right = z.infer<typeof Right>

export const CrewRole = z.enum(['producer', 'director', 'editor'])
export type CrewRole = z.infer<typeof CrewRole>

/** A place in the crew, given to a person or to everyone with a role of the server. */
export const CrewPlace = z.object({ role: CrewRole, kind: z.enum(['user', 'role']), id: z.string() })
export type CrewPlace = z.infer<typeof CrewPlace>

const all = Right.options.filter((right) => right !== 'caps')

const rightsOfRole: Record<CrewRole, readonly Right[]> = {
  producer: all.filter((right) => right !== 'delete'),
  director: ['note', 'choose', 'greenlight', 'shots', 'cut'],
  editor: ['note', 'shots', 'cut'],
}

export type Standing = {
  owner: string
  crew: readonly CrewPlace[]
  /** Whether anyone in the thread may give notes. */
  openNotes: boolean
}

/** `moderates`: may manage the server. Such a person can always stop and clear away, never direct. */
export type Person = { id: string; roles: readonly string[]; moderates: boolean }

/** Who may do what: the one place, for buttons, commands, modals and words alike. */
export function rightsOf(person: Person, { owner, crew, openNotes }: Standing): Right[] {
  if (person.id === owner) return [...all, ...(person.moderates ? ['caps' as const] : [])]
  const places = crew.filter(({ kind, id }) => kind === 'user' ? id === person.id : person.roles.includes(id))
  const granted = new Set<Right>([
    ...places.flatMap(({ role }) => rightsOfRole[role]),
    ...(openNotes ? ['note' as const] : []),
    ...(person.moderates ? ['cancel', 'crew', 'delete', 'caps'] as const : []),
  ])
  return Right.options.filter((right) => granted.has(right))
}

/** The right that an event from a person needs; undefined for those that only the crew's own work sends. */
export function rightFor(kind: string): Right | undefined {
  return neededBy[kind as ProductionEvent['kind']]
}

const neededBy: Partial<Record<ProductionEvent['kind'] | 'retry-event' | 'skip-event' | 'retry-generation' | 'raise-budget' | 'raise-cap', Right>> = {
  'pitch-more': 'choose',
  'chose': 'choose',
  'script-locked': 'choose',
  'greenlit': 'greenlight',
  'picked': 'shots',
  'circled': 'shots',
  'retake': 'shots',
  'redraw': 'shots',
  'brought': 'shots',
  'cast-approved': 'shots',
  'sheet-redraw': 'shots',
  'sheet-brought': 'shots',
  'sheet-waived': 'shots',
  'fix': 'shots',
  'take-chosen': 'shots',
  'go': 'greenlight',
  'raise-budget': 'crew',
  'raise-cap': 'caps',
  'picture-locked': 'cut',
  'noted': 'note',
  'cancelled': 'cancel',
  'retry-event': 'note',
  'skip-event': 'note',
  'retry-generation': 'shots',
}

/** Words that answer a gate need what the gate's button needs. */
export function mayDirect(direction: Direction, events: readonly ProductionEvent[], rights: readonly Right[]): boolean {
  if (direction.kind === 'cancel') return rights.includes('cancel')
  if (direction.kind === 'budget') return rights.includes('crew')
  return events.every(({ kind }) => {
    const needed = rightFor(kind)
    return needed === undefined || rights.includes(needed)
  })
}

/** Who says or presses something, and what that person may do. */
export const Speaker = z.object({ id: z.string(), name: z.string(), rights: z.array(Right) })
export type Speaker = z.infer<typeof Speaker>
