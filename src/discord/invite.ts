import { permissionsAsked } from './permissions.ts'

/** The link by which somebody who manages a server puts the bot into it. */
export function inviteLink(application: string, { guild }: { guild?: string | undefined } = {}): string {
  const link = new URL('https://discord.com/oauth2/authorize')
  link.search = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(permissionsAsked),
    ...(guild ? { guild_id: guild } : {}),
  }).toString()
  return link.href
}
