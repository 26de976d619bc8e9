import { PermissionFlagsBits, type BaseInteraction } from 'discord.js'
import type { Person, Right, Speaker } from '../../production/rights.ts'
import type { Reply } from '../office.ts'

/** Who is at the other end, as the rules of rights ask. */
export function personOf({ user, member, memberPermissions }: BaseInteraction): Person {
  const roles = member === null ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
  return { id: user.id, roles, moderates: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false }
}

/** The same person on an event: with the rights that hold at this moment. */
export function speakerOf({ user, member }: BaseInteraction, rights: Right[]): Speaker {
  const nick = member && ('displayName' in member ? member.displayName : member.nick)
  return { id: user.id, name: nick || user.globalName || user.username, rights }
}

/** Where what the production says about an event finds the person. */
export const replyOf = ({ id, applicationId, token, locale }: BaseInteraction): Reply => ({ id, application: applicationId, token, locale })
