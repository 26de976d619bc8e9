import type { Assets } from '../../lab/assets.ts'
import { openProduction } from '../../mailbox/open-production.ts'
import type { Store } from '../../store/open-store.ts'
import { transaction, type Queryable } from '../../store/transaction.ts'
import type { Office, Place } from '../office.ts'

type Opening = Pick<Office, 'openFilm' | 'openSingle' | 'setStarter'>

/** The production, where it is to live and its first event come in one transaction, once for each interaction. */
export const openFilms = (store: Store, assets: Assets): Opening => ({
  async openFilm({ id, brief, place, owner, starter, budget = null, models = {} }) {
    const hash = await assets.putJson(brief)
    const opened = { kind: 'opened', brief: hash, source: brief.kind, ...(Object.keys(models).length > 0 ? { models } : {}) }
    await transaction(store.pool, async (client) => {
      if (await openProduction(store, client, { id, kind: 'film', title: brief.title, brief: hash, surface: 'discord', owner, opened })) {
        await settle(client, id, place, owner, starter)
        if (budget !== null) await client.query('update redcliff.productions set budget = $2 where id = $1', [id, budget])
      }
    })
  },
  async openSingle({ id, request, place, owner }) {
    const title = request.prompt.replace(/\s+/g, ' ').trim().slice(0, 80) || 'A picture'
    const opened = { kind: 'opened', request }
    await transaction(store.pool, async (client) => {
      if (await openProduction(store, client, { id, kind: 'single', title, brief: request, surface: 'discord', owner, opened })) {
        await settle(client, id, place, owner, null)
      }
    })
  },
  async setStarter(production, message) {
    await transaction(store.pool, async (client) => {
      const { rowCount } = await client.query('update redcliff.threads set starter = $2 where production = $1 and starter is null', [production, message])
      // the poster may be waiting for it
      if (rowCount) await client.query(`select pg_notify('redcliff_card', $1)`, [production])
    })
  },
})

/** What lives «here» is in its thread already. */
async function settle(client: Queryable, production: string, { guild, channel, kind, locale }: Place, owner: string, starter: string | null) {
  await client.query(
    'insert into redcliff.threads (production, guild, channel, kind, starter, thread, owner, locale) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [production, guild, channel, kind, starter, kind === 'here' ? channel : null, owner, locale])
}
