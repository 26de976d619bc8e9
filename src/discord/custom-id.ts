import { z } from 'zod'

/**
 * What a button, a select or a modal does, whole inside its custom_id: any process can read it at any time,
 * after any number of restarts. Discord allows 100 characters.
 */
export type Press = { production: string } & (
  /** Takes a choice of a card: this event is sent, with who pressed. */
  | { act: 'event'; event: Record<string, string | number | boolean> }
  /** A select over ideas; its values are `idea` numbers, or `more`, or `surprise`. */
  | { act: 'ideas'; pitch: string }
  /** Opens a modal, or, on a submitted modal, is it. */
  | { act: 'say-more' }
  | { act: 'note'; about: string | null }
  | { act: 'remix'; shot: string }
  | { act: 'seconds'; shot: string }
  | { act: 'drop'; shot: string }
  /** Selects on a shot. */
  | { act: 'move'; shot: string }
  | { act: 'fix'; shot: string }
  /** What the studio can mend, with words or a picture to go by. */
  | { act: 'fix-with'; shot: string; fix: string }
  /** Turns the pages of a card's message: the script's parts, the board's shots. */
  | { act: 'page'; slot: string; page: number }
  /** Shows a shot again, here and for the person who asks. */
  | { act: 'show'; slot: string }
  /** The standard answer to everything that is asked. */
  | { act: 'approve-all' }
  /** A note of somebody who may not direct, taken over by somebody who may: the message it stands in. */
  | { act: 'take-note'; message: string }
  /** `sure` needs no form any more. */
  | { act: 'cancel'; sure?: boolean }
  | { act: 'delete'; sure: boolean }
  /** A single shot of /create or /animate: the same again, changed, gone, or into a film. */
  | { act: 'again' | 'vary' | 'discard' | 'to-film' }
)

export const encodePress = (press: Press): string => {
  const id = [version, press.production, ...parts(press)].map(escape).join('~')
  if (id.length > 100) throw new Error(`The custom_id «${id}» has ${id.length} characters; Discord allows 100.`)
  return id
}

/** Null for what is not ours, broken, or forged into something that we never make. */
export function decodePress(customId: string): Press | null {
  const [made, production, act, ...rest] = customId.split('~').map(unescape)
  if (made !== version || !production || !/^[\w-]{1,40}$/.test(production) || !act) return null
  if (act === 'e') {
    const event = decodeEvent(rest)
    return event && { production, act: 'event', event }
  }
  const named = Object.hasOwn(fields, act) ? fields[act as OtherAct] ?? [] : []
  const parsed = Other.safeParse({ act, ...Object.fromEntries(named.map((field, index) => [field, rest[index]])) })
  return parsed.success ? { production, ...parsed.data } as Press : null
}

const version = '1'

const parts = (press: Press): string[] => press.act === 'event'
  ? ['e', ...encodeEvent(press.event)]
  : [press.act, ...(fields[press.act] ?? []).map((field) => {
    const value = (press as Record<string, unknown>)[field]
    return value === null || value === undefined ? '' : value === true ? '1' : value === false ? '0' : shorten(String(value))
  })]

type OtherAct = Exclude<Press['act'], 'event'>

const fields: Partial<Record<OtherAct, string[]>> = {
  'ideas': ['pitch'], 'note': ['about'], 'remix': ['shot'], 'seconds': ['shot'], 'drop': ['shot'], 'move': ['shot'], 'fix': ['shot'], 'fix-with': ['shot', 'fix'],
  'page': ['slot', 'page'], 'show': ['slot'], 'take-note': ['message'], 'cancel': ['sure'], 'delete': ['sure'],
}

const hash = z.string().transform(lengthen).pipe(z.string().regex(/^[0-9a-f]{64}$/))
const shot = z.string().regex(/^\d{1,4}(\.\d{1,4}){0,5}$/)
const yes = z.enum(['0', '1']).transform((value) => value === '1')

const Other = z.discriminatedUnion('act', [
  z.object({ act: z.literal('ideas'), pitch: hash }),
  z.object({ act: z.literal('note'), about: z.literal('').transform(() => null).or(shot) }),
  ...(['remix', 'seconds', 'drop', 'move', 'fix'] as const).map((act) => z.object({ act: z.literal(act), shot })),
  z.object({ act: z.literal('fix-with'), shot, fix: z.enum(['replaceBackground', 'inpaint']) }),
  z.object({ act: z.literal('page'), slot: z.string().max(40), page: z.coerce.number().int().min(0).max(999) }),
  z.object({ act: z.literal('show'), slot: z.string().max(40) }),
  z.object({ act: z.literal('take-note'), message: z.string().regex(/^\d{5,20}$/) }),
  z.object({ act: z.literal('cancel'), sure: z.enum(['', '0', '1']).optional().transform((value) => value === '1' ? true : undefined) }),
  z.object({ act: z.literal('delete'), sure: yes }),
  ...(['say-more', 'approve-all', 'again', 'vary', 'discard', 'to-film'] as const).map((act) => z.object({ act: z.literal(act) })),
])

/** The events that a button may carry, their fields in order. A field that ends in `?` may be left out. */
const buttonEvents: Record<string, { code: string; fields: string[] }> = {
  'pitch-more': { code: 'pm', fields: ['pitch?'] },
  'chose': { code: 'ch', fields: ['pitch', 'idea#'] },
  'script-locked': { code: 'sl', fields: ['script'] },
  'greenlit': { code: 'gl', fields: ['board'] },
  'picked': { code: 'pk', fields: ['shot', 'for', 'frame#', 'hold!', 'approve!'] },
  'circled': { code: 'ci', fields: ['shot', 'for'] },
  'retake': { code: 'rt', fields: ['shot', 'for?'] },
  'redraw': { code: 'rd', fields: ['shot', 'for?'] },
  'fix': { code: 'fx', fields: ['shot', 'for', 'fix'] },
  'take-chosen': { code: 'tk', fields: ['shot', 'take#'] },
  'cast-approved': { code: 'ca', fields: ['for'] },
  'sheet-redraw': { code: 'sr', fields: ['sheet', 'for?'] },
  'sheet-waived': { code: 'sw', fields: ['sheet'] },
  'picture-locked': { code: 'pl', fields: ['cut'] },
  'retry-event': { code: 're', fields: ['id#'] },
  'skip-event': { code: 'se', fields: ['id#'] },
  'retry-generation': { code: 'rg', fields: ['generation'] },
  'go': { code: 'go', fields: ['id'] },
  'raise-budget': { code: 'rb', fields: ['dollars#'] },
  'raise-cap': { code: 'rc', fields: ['cap', 'dollars#'] },
}
const kindOfCode = Object.fromEntries(Object.entries(buttonEvents).map(([kind, { code }]) => [code, kind]))

function encodeEvent(event: Record<string, string | number | boolean>): string[] {
  const known = buttonEvents[String(event['kind'])]
  if (!known) throw new Error(`A button cannot carry the event «${String(event['kind'])}».`)
  return [known.code, ...known.fields.map((field) => {
    const value = event[field.replace(/\W$/, '')]
    return value === undefined ? '' : typeof value === 'boolean' ? (value ? '1' : '') : shorten(String(value))
  })]
}

function decodeEvent([code, ...values]: string[]): Record<string, string | number | boolean> | null {
  const kind = Object.hasOwn(kindOfCode, code ?? '') ? kindOfCode[code ?? ''] : undefined
  if (kind === undefined) return null
  const event: Record<string, string | number | boolean> = { kind }
  for (const [index, field] of (buttonEvents[kind]?.fields ?? []).entries()) {
    const name = field.replace(/\W$/, '')
    const value = values[index] ?? ''
    if (field.endsWith('!')) { if (value === '1') event[name] = true }
    else if (value === '') { if (!field.endsWith('?')) return null }
    else if (field.endsWith('#')) { if (!/^\d{1,15}$/.test(value)) return null; event[name] = Number(value) }
    else event[name] = lengthen(value)
  }
  return Object.entries(event).every(([name, value]) => (fieldForms[name] ?? /^.{0,80}$/s).test(String(value))) ? event : null
}

/** What the fold would refuse with an error must not reach it. */
const fieldForms: Record<string, RegExp> = {
  ...Object.fromEntries(['pitch', 'script', 'board', 'generation'].map((name) => [name, /^[0-9a-f]{64}$/])),
  shot: /^\d{1,4}(\.\d{1,4}){0,5}$/,
}

/** 64 hexadecimal digits are 43 characters as base64url. The dot tells them from what only looks so. */
function shorten(value: string): string {
  return /^[0-9a-f]{64}$/.test(value) ? `.${Buffer.from(value, 'hex').toString('base64url')}` : value
}

function lengthen(value: string): string {
  return /^\.[\w-]{43}$/.test(value) ? Buffer.from(value.slice(1), 'base64url').toString('hex') : value
}

const escape = (part: string) => part.replaceAll('%', '%25').replaceAll('~', '%7E')
const unescape = (part: string) => part.replaceAll('%7E', '~').replaceAll('%25', '%')
