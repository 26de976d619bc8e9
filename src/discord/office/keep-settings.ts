import { resume } from '../../lab/money/hold.ts'
import { type Person, rightsOf } from '../../production/rights.ts'
import { toJsonb } from '../../store/json.ts'
import type { Store } from '../../store/open-store.ts'
import { transaction, type Queryable } from '../../store/transaction.ts'
import type { Office } from '../office.ts'
import { GuildSettings } from '../settings.ts'

type Settings = Pick<Office, 'settings' | 'saveSettings' | 'saveUploadLimit' | 'setCrew' | 'setOwner' | 'rights' | 'meet'>

/** What a server has set, and who may do what in a production. */
export function keepSettings({ pool, boss }: Pick<Store, 'pool' | 'boss'>): Settings {
  const settings = async (guild: string | null) => GuildSettings.parse(guild === null ? {} : await changes(pool, guild))
  return {
    settings,
    // What is not set is not kept: a default that changes later changes for everybody who left it alone.
    meet: (guild, person) => meet(pool, guild, person),
    saveSettings: (guild, change) => transaction(pool, async (client) => {
      await client.query('insert into redcliff.guilds (guild) values ($1) on conflict do nothing', [guild])
      const changed = { ...await changes(client, guild, 'for update'), ...change }
      const parsed = GuildSettings.parse(changed)
      await client.query('update redcliff.guilds set settings = $2, updated_at = now() where guild = $1', [guild, toJsonb(changed)])
      const { rows } = await client.query('select distinct production from redcliff.held where guild = $1', [guild])
      await resume({ boss }, client, rows.map(({ production }) => production))
      return parsed
    }),
    async saveUploadLimit(guild, bytes) {
      await pool.query(
        `insert into redcliff.guilds as g (guild, upload_limit) values ($1, $2) on conflict (guild) do update
          set upload_limit = excluded.upload_limit, updated_at = now() where g.upload_limit <> excluded.upload_limit`, [guild, bytes])
    },
    async setCrew(production, crew) {
      await pool.query('update redcliff.threads set crew = $2 where production = $1', [production, toJsonb(crew)])
    },
    async setOwner(production, owner, crew) {
      await pool.query(
        `with handed as (update redcliff.threads set owner = $2, crew = $3 where production = $1) update redcliff.productions set owner = $2 where id = $1`,
        [production, owner, toJsonb(crew)])
    },
    async rights(person, { owner, crew, guild }) {
      // a cap may hang on a role of whoever pays
      if (guild !== null && person.id === owner && person.roles.length > 0) await meet(pool, guild, person)
      const { openNotes } = await settings(guild)
      return rightsOf(person, { owner, crew, openNotes })
    },
  }
}

const meet = async (client: Queryable, guild: string, { id, roles }: Person) => {
  await client.query(
    `insert into redcliff.members as m (guild, person, roles) values ($1, $2, $3) on conflict (guild, person) do update set roles = excluded.roles where m.roles <> excluded.roles`,
    [guild, id, toJsonb(roles.toSorted())])
}

async function changes(client: Queryable, guild: string, lock = ''): Promise<object> {
  const { rows: [row] } = await client.query(`select settings from redcliff.guilds where guild = $1 ${lock}`, [guild])
  return row?.settings ?? {}
}
