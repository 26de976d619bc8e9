import type { Store } from '../store/open-store.ts'
import { scrub } from '../safety/scrub.ts'
import { toJsonb } from '../store/json.ts'
import { transaction } from '../store/transaction.ts'
import { ProviderError } from '../studio/provider-error.ts'

/** Something that costs money, to be bought once. All it gives back is JSON, with assets by their hashes. */
export type Purchase = {
  /** What it is within its generation: `pictures`, `draft`, `upscale`. The same step again is the same purchase. */
  step: string
  provider: string
  model: string
  /** US dollars, as far as it can be known before; null: not known. */
  price: number | null
  /**
   * Orders it. `idempotency` is the same for every try of this purchase.
   * What is thrown as a ProviderError with `bought: false` surely cost nothing; anything else may have.
   */
  submit(idempotency: string): Promise<Submitted>
  /** Waits for a job that was ordered, and fetches what it made. Costs nothing, may be called again after a crash. */
  collect?(job: string): Promise<Bought>
  /** The process died, or the answer was lost, after the order may have gone out. Asks the provider whether it came; null: that cannot be known. */
  find?(idempotency: string, asked: Asked): Promise<{ job: string } | 'never came' | null>
  /** The provider takes the same idempotency key twice as one order: it can simply be sent again. */
  idempotent?: boolean
  /**
   * US dollars that may be lost. Where the price is known and no higher, and an answer was lost that nobody can be asked
   * about, it is bought again instead of stopping a film for a person's word, twice at most; what was lost stays in the books.
   */
  bearable?: number
  /** Says to the provider that nobody wants it any more; what is charged all the same, if it is known. */
  cancel?(job: string): Promise<{ charged: number | null }>
}

/** What helps to know an order again where the provider keeps no key of ours. */
export type Asked = {
  /** When it was written down, by our clock: it cannot have gone out before. */
  since: Date
  /** Those of these jobs that belong to other purchases. */
  others(jobs: readonly string[]): Promise<Set<string>>
}

export type Bought = { result: unknown; cost: number | null; usage?: Record<string, number> }
export type Submitted = { job: string } | { bought: Bought }

/** Whether it was bought cannot be known from here: a person must say what to do. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown'
  readonly provider: string
  readonly price: number | null
  constructor({ provider, model, price }: Pick<Purchase, 'provider' | 'model' | 'price'>, options?: ErrorOptions) {
    super(`An order went out to ${provider} (${model}), and its answer was lost. It ${price === null ? 'may have been charged' : `may have cost about $${price.toFixed(2)}`}; ${provider} cannot be asked. Buying it again may pay twice.`, options)
    this.provider = provider
    this.price = price
  }
}

export type Buy = (purchase: Purchase) => Promise<unknown>

/**
 * Intent → submitting → submitted → done, each written down before the next begins. A process may die between any two;
 * the next one goes on from the row, and asks the provider before it would ever pay a second time.
 */
export const buyer = (store: Pick<Store, 'pool' | 'owner'>, generation: string, signal: AbortSignal): Buy => async (purchase) => {
  const row = await begin(store, generation, purchase)
  if (row.status === 'done') return row.result
  if (row.status === 'unknown') throw new OutcomeUnknown(purchase)
  let job = row.job
  if (row.status === 'submitting' && row.before) {
    const found = purchase.find ? await purchase.find(row.idempotency, asked(store, row, purchase)) : purchase.idempotent ? 'never came' : null
    if (found === null) {
      if (await bears(store, generation, purchase)) {
        await note(store, row.id, 'given up', { error: lostAnswer, cost: purchase.price })
        return buyer(store, generation, signal)(purchase)
      }
      await note(store, row.id, 'unknown')
      throw new OutcomeUnknown(purchase)
    }
    if (found !== 'never came') {
      job = found.job
      await note(store, row.id, 'submitted', { job })
    }
  }
  if (job === null) {
    if (signal.aborted) {
      // it has not gone out: nobody need be asked about it later, and nothing is set aside for it
      await note(store, row.id, 'failed', { error: 'It did not go out.' })
      throw signal.reason
    }
    const submitted = await submit(store, generation, row.id, row.idempotency, purchase)
    if ('bought' in submitted) return finish(store, generation, row.id, submitted.bought)
    job = submitted.job
    await note(store, row.id, 'submitted', { job })
  }
  if (!purchase.collect) throw new Error(`The purchase «${purchase.step}» of ${purchase.provider} gave a job and cannot collect it.`)
  return collect(store, generation, row.id, job, purchase, signal)
}

type Row = { id: string; status: 'submitting' | 'submitted' | 'done' | 'unknown'; idempotency: string; job: string | null; result: unknown; before: boolean; since: Date }

/** The purchase that stands, or a new one. A failed or given-up one does not stand: it is bought anew, under a new key. */
async function begin({ pool, owner }: Pick<Store, 'pool' | 'owner'>, generation: string, { step, provider, model, price }: Purchase): Promise<Row> {
  return transaction(pool, async (client) => {
    const { rows: [held] } = await client.query('select key from redcliff.generations where key = $1 and owner = $2 for update', [generation, owner])
    if (!held) throw new ProviderError('Another process has taken this order over.', { provider, retryable: true, zh: '另一个进程接手了这一单。' })
    const { rows: [standing] } = await client.query(
      `select id, status, idempotency, job, result, true as before, created_at as since from redcliff.purchases
        where generation = $1 and step = $2 and status not in ('failed', 'given up') order by id desc limit 1`, [generation, step])
    if (standing) return standing as Row
    const { rows: [made] } = await client.query(
      `insert into redcliff.purchases (generation, step, provider, model, reserved, production, guild, person)
        select $1, $2, $3, $4, $5, production, guild, person from redcliff.generations where key = $1
        returning id, status, idempotency, job, result, false as before, created_at as since`, [generation, step, provider, model, price])
    return made as Row
  })
}

const asked = ({ pool }: Pick<Store, 'pool'>, { id, since }: Row, { provider }: Purchase): Asked => ({
  since,
  others: async (jobs) => {
    const { rows } = await pool.query<{ job: string }>('select job from redcliff.purchases where provider = $1 and job = any($2) and id <> $3', [provider, jobs, id])
    return new Set(rows.map(({ job }) => job))
  },
})

async function submit(store: Pick<Store, 'pool'>, generation: string, id: string, idempotency: string, purchase: Purchase): Promise<Submitted> {
  try {
    return await purchase.submit(idempotency)
  } catch (error) {
    if (error instanceof ProviderError && error.bought === false) {
      await note(store, id, 'failed', { error: error.message })
      throw error
    }
    if (error instanceof ProviderError && error.ended) {
      await note(store, id, 'failed', { error: error.message, cost: error.charged })
      throw error
    }
    // the row stays «submitting»: the next try asks first
    if (purchase.find || purchase.idempotent) throw error
    if (await bears(store, generation, purchase)) {
      const message = error instanceof Error ? error.message : String(error)
      await note(store, id, 'given up', { error: `${lostAnswer}: ${message}`, cost: purchase.price })
      throw new ProviderError(message, { provider: purchase.provider, retryable: true, cause: error, zh: error instanceof ProviderError ? error.zh : undefined })
    }
    await note(store, id, 'unknown', { error: error instanceof Error ? error.message : String(error) })
    throw new OutcomeUnknown(purchase, { cause: error })
  }
}

const lostAnswer = 'The answer was lost'

/** Whether this loss costs less than a person's attention, and has not happened too often. */
async function bears({ pool }: Pick<Store, 'pool'>, generation: string, { step, price, bearable }: Purchase): Promise<boolean> {
  if (bearable === undefined || price === null || price > bearable) return false
  const { rows: [{ lost }] } = await pool.query(
    `select count(*)::int as lost from redcliff.purchases where generation = $1 and step = $2 and status = 'given up' and starts_with(error, $3)`, [generation, step, lostAnswer])
  return lost < 2
}

async function collect(store: Pick<Store, 'pool'>, generation: string, id: string, job: string, purchase: Purchase, signal: AbortSignal) {
  try {
    return finish(store, generation, id, await (purchase.collect ?? never)(job))
  } catch (error) {
    if (error instanceof ProviderError && error.ended) await note(store, id, 'failed', { error: error.message, cost: error.charged ?? null })
    else if (signal.aborted && signal.reason instanceof NobodyWaits && purchase.cancel) {
      const { charged } = await purchase.cancel(job)
      await note(store, id, 'given up', { cost: charged })
    }
    throw error
  }
}

/** The reason of a signal when an order was cancelled, and not only this process closed. */
export class NobodyWaits extends Error {
  override name = 'NobodyWaits'
}

const finish = (store: Pick<Store, 'pool'>, generation: string, id: string, { result, cost, usage }: Bought) =>
  transaction(store.pool, async (client) => {
    await client.query(
      `update redcliff.purchases set status = 'done', result = $2, cost = $3, usage = $4, ended_at = now() where id = $1`,
      [id, toJsonb(result ?? null), cost, usage ? toJsonb(usage) : null])
    await client.query('update redcliff.generations set cost = coalesce((select sum(coalesce(cost, reserved)) from redcliff.purchases where generation = $1), 0) where key = $1', [generation])
    return result
  })

const note = ({ pool }: Pick<Store, 'pool'>, id: string, status: string, { job, error, cost }: { job?: string; error?: string; cost?: number | null } = {}) =>
  pool.query(
    `update redcliff.purchases set status = $2, job = coalesce($3, job), error = coalesce($4, error), cost = coalesce($5, cost, case when $2 = 'failed' then 0 end),
        ended_at = case when $2 in ('failed', 'given up') then now() end where id = $1`, [id, status, job ?? null, error === undefined ? null : scrub(error.replaceAll('\0', '')), cost ?? null])

const never = () => Promise.reject(new Error('This purchase cannot be collected.'))
