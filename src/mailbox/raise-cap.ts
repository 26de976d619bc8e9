import { z } from 'zod'
import { CapKind } from '../lab/money/caps.ts'
import { accountOf } from '../lab/money/account.ts'
import { resume } from '../lab/money/hold.ts'
import { toJsonb } from '../store/json.ts'
import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'

/** «Raise to $30», pressed on the card of a cap. Whether somebody may is judged where it is pressed. */
export const RaisedCap = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('raise-budget'), dollars: z.coerce.number().min(0).max(1_000_000) }),
  z.object({ kind: z.literal('raise-cap'), cap: CapKind, dollars: z.coerce.number().min(0).max(1_000_000) }),
])
export type RaisedCap = z.infer<typeof RaisedCap>

/** A cap is only ever raised by it: an old button takes nothing back. Whoever waits for that money is told. */
export async function raiseCap(store: Pick<Store, 'boss'>, client: Queryable, production: string, raised: RaisedCap): Promise<void> {
  if (raised.kind === 'raise-budget') {
    // where no budget was set, the server's cap for one film held, and no budget is above it
    await client.query('update redcliff.productions set budget = greatest(budget, $2) where id = $1 and budget is not null', [production, raised.dollars])
    return resume(store, client, [production])
  }
  const { guild, roles, caps } = await accountOf(client, production)
  if (guild === null) return
  const change = raised.cap === 'film' || raised.cap === 'role-day' || raised.cap === 'role-month' ? null : fields[raised.cap]
  const which = raised.cap === 'role-month' ? 'month' : 'day'
  const settings = raised.cap === 'film' ? { capFilm: Math.max(caps.capFilm ?? 0, raised.dollars) }
    : change ? { [change]: Math.max(caps[change] ?? 0, raised.dollars) }
    : { capRoles: caps.capRoles.map((each) => roles.includes(each.role) && each[which] !== null ? { ...each, [which]: Math.max(each[which], raised.dollars) } : each) }
  await client.query('update redcliff.guilds set settings = settings || $2, updated_at = now() where guild = $1', [guild, toJsonb(settings)])
  const { rows } = await client.query('select distinct production from redcliff.held where guild = $1', [guild])
  await resume(store, client, rows.map((row) => row.production))
}

/** What one film may cost from now on. Whoever waits for that money is told. */
export async function setBudget(store: Pick<Store, 'boss'>, client: Queryable, production: string, dollars: number): Promise<void> {
  await client.query('update redcliff.productions set budget = $2 where id = $1', [production, dollars])
  await resume(store, client, [production])
}

const fields = { 'person-day': 'capPersonDay', 'person-month': 'capPersonMonth', 'server-day': 'capServerDay', 'server-month': 'capServerMonth' } as const
