import type { Store } from '../../store/open-store.ts'

/** Bytes that one file of the bot's own message may have there, and no more than a whole request may. */
export async function uploadLimit({ pool }: Pick<Store, 'pool'>, guild: string | null): Promise<number> {
  const { rows: [row] } = await pool.query('select upload_limit from redcliff.guilds where guild = $1', [guild])
  return Math.min(Number(row?.upload_limit ?? standard), mostOfRequest)
}

/** https://docs.discord.com/developers/reference#uploading-files, and 25 MiB for a request with all that is in it. */
const standard = 10 * 1024 * 1024
const mostOfRequest = 24 * 1024 * 1024
