import { Script } from '../../film/script.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { progressColumns, type Progress } from '../../lab/progress.ts'
import type { Card } from '../../mailbox/card.ts'
import { CallSheet } from '../../production/call-sheet.ts'
import { languageOf } from '../commands/language.ts'
import type { Rendering } from '../cards/message.ts'
import type { Thread } from './claim.ts'
import type { Desk } from './desk.ts'
import { secondsLeft } from './estimate.ts'

/** A card with what its message says beyond it. What cannot be read is left out: the card alone is a message too. */
export async function aboutCard(desk: Pick<Desk, 'store' | 'assets' | 'places'>, { production, locale }: Pick<Thread, 'production' | 'locale'>, card: Card): Promise<Rendering> {
  const rendering: Rendering = { production, card, language: languageOf(locale) }
  if (card.slot === 'script' || card.slot === 'board') return { ...rendering, about: await papers(desk, card) }
  const number = /^shot:(.+)$/.exec(card.slot)?.[1] ?? null
  if (number === null && card.slot !== 'single') return rendering
  const progress = await progressFor(desk, production, number)
  return {
    ...rendering,
    ...(number === null ? {} : { about: await shot(desk, production, number).catch(() => ({})) }),
    ...(progress.length > 0 ? { progress, secondsLeft: await secondsLeft(desk, progress) } : {}),
  }
}

async function papers({ assets }: Pick<Desk, 'assets'>, { slot, media }: Card): Promise<NonNullable<Rendering['about']>> {
  const json = media.find(({ kind }) => kind === 'json')
  const read = json && await assets.readJson(json.hash).catch(() => null)
  if (slot === 'script') {
    const script = Script.safeParse(read)
    return script.success ? { script: script.data } : {}
  }
  const board = Storyboard.safeParse(read)
  return board.success ? { board: board.data } : {}
}

async function shot({ store, assets }: Pick<Desk, 'store' | 'assets'>, production: string, number: string): Promise<NonNullable<Rendering['about']>> {
  const { rows: [row] } = await store.pool.query(`select body->>'sheet' as sheet from redcliff.shots where production = $1 and number = $2`, [production, number])
  if (!row?.sheet) return {}
  const { shot } = CallSheet.parse(await assets.readJson(row.sheet))
  return { shot: { prompt: shot.prompt, picture: shot.picture } }
}

/** What is being made for a shot; for a single shot, all there is. */
async function progressFor({ store }: Pick<Desk, 'store'>, production: string, number: string | null): Promise<Progress[]> {
  const { rows } = await store.pool.query<Progress>(
    `select distinct ${progressColumns} from redcliff.generations g join redcliff.awaiting a on a.generation = g.key
      where a.production = $1 and ($2::text is null or a.answer->>'shot' = $2) and not a.cancelled and g.status in ('intent', 'submitted')`, [production, number])
  return rows
}
