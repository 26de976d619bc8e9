import type { Store } from '../../store/open-store.ts'

/** What a person has agreed to: that their face and name are in films here, or that they may use the pictures they bring. */
export type ConsentKind = 'likeness' | 'pictures'

export type Consents = {
  /** The name this person agreed to be shown under, or the words they confirmed with; null where there is no consent. `guild` is null in a message to the bot. */
  consent(guild: string | null, person: string, kind: ConsentKind): Promise<string | null>
  giveConsent(guild: string | null, person: string, kind: ConsentKind, words: string): Promise<void>
  /** Kept with the time it was taken back. False where there was none. */
  revokeConsent(guild: string | null, person: string, kind: ConsentKind): Promise<boolean>
}

export const keepConsents = ({ pool }: Pick<Store, 'pool'>): Consents => ({
  async consent(guild, person, kind) {
    const { rows: [row] } = await pool.query('select words from redcliff.consents where guild = $1 and person = $2 and kind = $3 and revoked_at is null', [guild ?? '', person, kind])
    return row?.words ?? null
  },
  async giveConsent(guild, person, kind, words) {
    await pool.query(
      `insert into redcliff.consents (guild, person, kind, words) values ($1, $2, $3, $4)
        on conflict (guild, person, kind) where revoked_at is null do update set words = excluded.words, given_at = now()`, [guild ?? '', person, kind, words])
  },
  async revokeConsent(guild, person, kind) {
    const { rowCount } = await pool.query('update redcliff.consents set revoked_at = now() where guild = $1 and person = $2 and kind = $3 and revoked_at is null', [guild ?? '', person, kind])
    return (rowCount ?? 0) > 0
  },
})
