import type { Card } from './card.ts'
import type { Store } from '../store/open-store.ts'
import { progressColumns, type Progress } from '../lab/progress.ts'

export type ShownCard = { card: Card; revision: number; updatedAt: Date }

export type Watching = {
  /** Each card's newest state, in the order of their changes; at first all there are. */
  onCard: (shown: ShownCard) => void | Promise<void>
  onProgress?: (progress: Progress) => void
  onError?: (error: unknown) => void
  signal: AbortSignal
}

/** Follows one production until `signal`. Being told is only a hint to look, so nothing said while deaf is lost. */
export async function watch({ pool, listener }: Pick<Store, 'pool' | 'listener'>, production: string, { onCard, onProgress, onError, signal }: Watching): Promise<void> {
  let seen = 0
  let looking: Promise<void> | undefined
  let lookAgain = false

  const look = (): void => {
    if (looking) { lookAgain = true; return }
    looking = (async () => {
      do {
        lookAgain = false
        const { rows } = await pool.query(
          'select body, revision, updated_at, change from redcliff.cards where production = $1 and change > $2 order by change', [production, seen])
        for (const row of rows) {
          if (signal.aborted) return
          seen = Number(row.change)
          await onCard({ card: row.body, revision: row.revision, updatedAt: row.updated_at })
        }
      } while (lookAgain && !signal.aborted)
    })().catch(onError).finally(() => { looking = undefined })
  }

  const catchUp = async () => {
    look()
    if (!onProgress) return
    const { rows } = await pool.query<Progress>(
      `select distinct ${progressColumns} from redcliff.generations g join redcliff.awaiting a on a.generation = g.key
        where a.production = $1 and not a.cancelled and g.status in ('intent', 'submitted')`, [production])
    for (const progress of rows) onProgress(progress)
  }
  const hear = (payload: string) => {
    const { productions, progress } = JSON.parse(payload) as { productions: string[] | null; progress: Progress }
    if (productions?.includes(production)) onProgress?.(progress)
  }
  const recover = () => void catchUp().catch((error) => onError?.(error))

  const deaf = [
    await listener.listen('redcliff_card', (told) => { if (told === production) look() }, recover),
    await listener.listen('redcliff_progress', hear, () => undefined),
  ]
  await catchUp()
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  for (const stop of deaf) await stop()
  await looking
}
