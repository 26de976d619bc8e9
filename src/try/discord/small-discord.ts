import type { Options, SmallDiscord } from './interface.ts'

export type * from './interface.ts'

/** Opens a Discord on loopback, which the unmodified discord.js speaks to. */
export async function openSmallDiscord(_options: Options = {}): Promise<SmallDiscord> {
  throw new Error('The small Discord is being built.')
}
