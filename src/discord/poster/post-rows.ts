import { randomBytes } from 'node:crypto'
import type { Store } from '../../store/open-store.ts'
import { readShown, type Shown } from './shown.ts'

export type Place = { production: string; slot: string; part: number }

/** A row of `redcliff.posts`. */
export type Post = { message: string | null; nonce: string; shown: Shown | null; attempted: boolean; attemptedAt: Date | null; /** Since the first try to send it. */ age: number; postedAt: Date | null }

type Hands = Pick<Store, 'pool' | 'owner'>

export async function readPost({ pool }: Pick<Store, 'pool'>, { production, slot, part }: Place): Promise<Post | null> {
  const { rows: [row] } = await pool.query(
    `select message, nonce, shows, attempted_at, posted_at, extract(epoch from clock_timestamp() - attempted_at) * 1000 as age
      from redcliff.posts where production = $1 and slot = $2 and part = $3`, [production, slot, part])
  return row ? { message: row.message, nonce: row.nonce, shown: readShown(row.shows), attempted: row.attempted_at !== null, attemptedAt: row.attempted_at, age: Number(row.age ?? 0), postedAt: row.posted_at } : null
}

/** Before anything is sent: what will be sent, and under which nonce. Refused to a process that no longer holds the thread. */
export async function noteAttempt({ pool, owner }: Hands, { production, slot, part }: Place, shown: Shown): Promise<string> {
  const nonce = randomBytes(12).toString('hex')
  const { rowCount } = await pool.query(
    `insert into redcliff.posts as p (production, slot, part, nonce, attempted_at, shows)
      select production, $2, $3, $4, clock_timestamp(), $5 from redcliff.threads where production = $1 and poster = $6
      on conflict (production, slot, part) do update set nonce = excluded.nonce, attempted_at = excluded.attempted_at, shows = excluded.shows, message = null, posted_at = null`,
    [production, slot, part, nonce, JSON.stringify(shown), owner])
  if (!rowCount) throw new ThreadTaken(production)
  return nonce
}

/** False when there is nothing to remember it in: the production was deleted meanwhile. */
export async function rememberPost({ pool }: Pick<Store, 'pool'>, { production, slot, part }: Place, message: string, shown: Shown | null): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update redcliff.posts set message = $4, shows = $5, posted_at = clock_timestamp(), revision = revision + 1
      where production = $1 and slot = $2 and part = $3`, [production, slot, part, message, shown && JSON.stringify(shown)])
  return rowCount !== 0
}

/** Nothing was sent, or nothing of it is there any more: the next try is a first one. */
export const forgetPost = ({ pool }: Pick<Store, 'pool'>, { production, slot, part }: Place) =>
  pool.query('delete from redcliff.posts where production = $1 and slot = $2 and part = $3', [production, slot, part])

/** The thread was taken over by another process: ours was silent for too long. */
export class ThreadTaken extends Error {
  override readonly name = 'ThreadTaken'
  constructor(production: string) { super(`Another process posts for ${production} now, or it is deleted.`) }
}
