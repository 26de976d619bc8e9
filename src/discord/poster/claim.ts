import { ownerLock, type Store } from '../../store/open-store.ts'

/** Where a production is posted, as it stands now. */
export type Thread = {
  production: string
  title: string
  /** One shot by itself: its own message says how far it is. */
  single: boolean
  guild: string | null
  channel: string
  kind: 'message' | 'forum' | 'private' | 'here'
  starter: string | null
  thread: string | null
  openingAt: Date | null
  createdAt: Date
  owner: string
  locale: string
  lost: string | null
  /** A thread that was lost is due to be tried again. */
  due: boolean
  /** Bytes that a file may have there. */
  uploadLimit: number
}

/** Takes the production's thread for this process, or says null: there is none, or another that lives posts there now. */
export async function claim({ pool, owner }: Pick<Store, 'pool' | 'owner'>, production: string, lostAfter: number): Promise<Thread | null> {
  const { rows: [row] } = await pool.query(
    `update redcliff.threads t set poster = $2 from redcliff.productions p
      where t.production = $1 and p.id = t.production and (t.poster is null or t.poster = $2 or t.poster not in (
        select objid::bigint from pg_locks where locktype = 'advisory' and classid = $3 and objsubid = 2
          and database = (select oid from pg_database where datname = current_database())))
      returning p.title, p.kind = 'single' as single, t.guild, t.channel, t.kind, t.starter, t.thread, t.opening_at, t.created_at, t.owner, t.locale, t.lost,
        t.lost_at + make_interval(secs => least(3600, $4 * 2 ^ least(t.lost_tries, 10))) <= clock_timestamp() as due,
        (select upload_limit from redcliff.guilds g where g.guild = t.guild) as upload_limit`, [production, owner, ownerLock, lostAfter / 1000])
  return row ? {
    production, title: row.title, single: row.single, guild: row.guild, channel: row.channel, kind: row.kind, starter: row.starter, thread: row.thread,
    openingAt: row.opening_at, createdAt: row.created_at, owner: row.owner, locale: row.locale, lost: row.lost, due: row.due === true,
    uploadLimit: Number(row.upload_limit ?? standardLimit),
  } : null
}

export const letGo = ({ pool, owner }: Pick<Store, 'pool' | 'owner'>, production: string) =>
  pool.query('update redcliff.threads set poster = null where production = $1 and poster = $2', [production, owner])

/** https://docs.discord.com/developers/reference#uploading-files */
export const standardLimit = 10 * 1024 * 1024
