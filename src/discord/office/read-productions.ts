import { CallSheet } from '../../production/call-sheet.ts'
import { CrewPlace } from '../../production/rights.ts'
import { ShotRecord } from '../../production/shot-record.ts'
import { inOrder } from '../../production/keys.ts'
import type { Assets } from '../../lab/assets.ts'
import { Card } from '../../mailbox/card.ts'
import { SingleState } from '../../single/single-state.ts'
import type { Store } from '../../store/open-store.ts'
import type { Office, Production } from '../office.ts'

type Reading = Pick<Office, 'production' | 'productionIn' | 'productionOf' | 'productions' | 'card' | 'cards' | 'single' | 'shots' | 'shot' | 'posted'>

export function readProductions({ pool }: Pick<Store, 'pool'>, assets: Assets): Reading {
  const one = async (where: string, ...values: unknown[]) => {
    const { rows: [row] } = await pool.query(`${select} where ${where} order by p.created_at desc limit 1`, values)
    return row ? asProduction(row) : null
  }
  return {
    production: (id) => one('p.id = $1', id),
    // a thread has the id of the message that it hangs on: people may speak in it before the poster has noted it down
    productionIn: (channel) => one(`(t.thread = $1 or t.thread is null and t.kind = 'message' and t.starter = $1) and p.kind = 'film'`, channel),
    async productionOf(message) {
      const { rows: [post] } = await pool.query(
        `select production, slot from redcliff.posts where message = $1 union all select production, 'starter' from redcliff.threads where starter = $1 limit 1`, [message])
      const production = post && await one('p.id = $1', post.production)
      return production ? { production, slot: post.slot } : null
    },
    async productions({ guild, owner, alive }) {
      const { rows } = await pool.query(
        `${select} where ($1::text is null or t.guild = $1) and ($2::text is null or t.owner = $2) and ($3::boolean is null or (p.finished_at is null) = $3)
          order by p.created_at desc limit 200`, [guild ?? null, owner ?? null, alive ?? null])
      return rows.map(asProduction)
    },
    async card(production, slot) {
      const { rows: [row] } = await pool.query('select body from redcliff.cards where production = $1 and slot = $2', [production, slot])
      return row ? Card.parse(row.body) : null
    },
    async cards(production) {
      const { rows } = await pool.query('select body from redcliff.cards where production = $1 order by change', [production])
      return rows.map((row) => Card.parse(row.body))
    },
    async single(production) {
      const { rows: [row] } = await pool.query(`select state from redcliff.productions where id = $1 and kind = 'single'`, [production])
      return row?.state == null ? null : SingleState.parse(row.state)
    },
    async shots(production) {
      const { rows } = await pool.query('select body from redcliff.shots where production = $1', [production])
      return inOrder(Object.fromEntries(rows.map((row) => ShotRecord.parse(row.body)).map((shot) => [shot.number, shot])))
    },
    async shot(production, number) {
      const { rows: [row] } = await pool.query('select body from redcliff.shots where production = $1 and number = $2', [production, number])
      if (!row) return null
      const record = ShotRecord.parse(row.body)
      return { record, sheet: CallSheet.parse(await assets.readJson(record.sheet)) }
    },
    async posted(production, slot) {
      const { rows: [row] } = await pool.query(
        `select t.guild, t.thread, p.message from redcliff.posts p join redcliff.threads t using (production)
          where production = $1 and slot = $2 and p.message is not null and t.thread is not null order by part limit 1`, [production, slot])
      return row ? `https://discord.com/channels/${row.guild ?? '@me'}/${row.thread}/${row.message}` : null
    },
  }
}

const select = `select p.id, p.kind, p.title, p.phase, p.created_at, t.guild, t.channel, t.thread, t.owner, t.crew, t.locale
  from redcliff.productions p join redcliff.threads t on t.production = p.id`

const asProduction = ({ created_at: createdAt, crew, ...row }: Record<string, unknown>): Production =>
  // the columns are as the migration made them; only the crew is free JSON
  ({ ...row as Omit<Production, 'crew' | 'createdAt'>, crew: CrewPlace.array().parse(crew), createdAt: createdAt as Date })
