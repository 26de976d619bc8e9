import { randomBytes } from 'node:crypto'
import type { Store } from '../../store/open-store.ts'
import type { Office } from '../office.ts'

type Losses = Pick<Office, 'messageGone' | 'threadGone' | 'guildGone' | 'guildBack'>

/** Somebody took away what was posted, or where it is posted. */
export const noteLosses = ({ pool }: Pick<Store, 'pool'>): Losses => ({
  async messageGone(message) {
    // A fresh nonce: with the old one Discord would answer with the message that is gone.
    await pool.query(
      `with gone as (update redcliff.posts set message = null, revision = 0, shows = null, nonce = $2, attempted_at = null, posted_at = null
          where message = $1 returning production)
        select pg_notify('redcliff_card', production) from gone`, [message, randomBytes(12).toString('hex')])
  },
  async threadGone(thread, why) {
    await pool.query('update redcliff.threads set lost = $2 where (thread = $1 or channel = $1) and lost is null', [thread, why])
  },
  async guildGone(guild, why) {
    await pool.query('update redcliff.threads set lost = $2 where guild = $1 and lost is null', [guild, `${guildLoss}${why}`])
  },
  async guildBack(guild) {
    await pool.query(
      `with back as (update redcliff.threads set lost = null where guild = $1 and starts_with(lost, $2) returning production)
        select pg_notify('redcliff_card', production) from back`, [guild, guildLoss])
  },
})

/** Marks what comes back with the server, unlike a thread that was deleted. */
const guildLoss = 'server: '
