import { z } from 'zod'
import type { Language } from '../../film/brief.ts'
import { progressColumns, type Progress } from '../../lab/progress.ts'
import { moveTally, noShots } from '../../production/shot-record.ts'
import { renderProgress } from '../cards/render-progress.ts'
import type { Message } from '../cards/message.ts'
import type { Office, Production } from '../office.ts'

/** Where a film stands: its phase, its tally, what is being made, what waits for whom, with links. */
export async function filmStatus(production: Production, { store, shots, cards, posted }: Office, language: Language): Promise<Message> {
  const [records, all, { rows: progress }] = await Promise.all([
    shots(production.id), cards(production.id),
    store.pool.query<Progress>(
      `select distinct ${progressColumns} from redcliff.generations g join redcliff.awaiting a on a.generation = g.key
        where a.production = $1 and not a.cancelled and g.status in ('intent', 'submitted')`, [production.id]),
  ])
  const waiting = await Promise.all(all.filter(({ asks }) => asks).map(async ({ slot }) => ({ slot, url: await posted(production.id, slot) ?? '' })))
  const tally = records.reduce((sum, shot) => moveTally(sum, undefined, shot), noShots)
  return renderProgress({
    production: production.id, title: production.title, language, phase: production.phase,
    tally: records.length > 0 ? tally : null, progress, open: waiting.filter(({ url }) => z.url().safeParse(url).success),
  })
}
