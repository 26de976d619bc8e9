import { PermissionFlagsBits } from 'discord.js'
import { expect, test } from 'vitest'
import { inviteLink } from '../../src/discord/invite.ts'
import { missingPermissions, permissionsAsked, sayMissing } from '../../src/discord/permissions.ts'

test('what the invite asks for is enough everywhere', () => {
  for (const kind of ['message', 'forum', 'private', 'here'] as const) expect(missingPermissions(permissionsAsked, kind)).toEqual([])
  expect(permissionsAsked & PermissionFlagsBits.Administrator).toBe(0n)
})

test('what is missing is named as Discord’s settings name it', () => {
  const granted = permissionsAsked & ~PermissionFlagsBits.AttachFiles & ~PermissionFlagsBits.CreatePublicThreads
  const missing = missingPermissions(granted, 'message')
  expect(missing).toEqual(['AttachFiles', 'CreatePublicThreads'])
  expect(sayMissing(missing, '7', 'en')).toContain('In <#7> I still need: Attach Files, Create Public Threads.')
  expect(sayMissing(missing, '7', 'zh')).toContain('附加文件、创建公开子区')
})

test('in a thread the right to open threads is not missed', () => {
  expect(missingPermissions(permissionsAsked & ~PermissionFlagsBits.CreatePublicThreads & ~PermissionFlagsBits.SendMessages, 'here')).toEqual([])
})

test('an administrator misses nothing', () => {
  expect(missingPermissions(PermissionFlagsBits.Administrator, 'forum')).toEqual([])
})

test('the invite link carries bot, commands and permissions', () => {
  const link = new URL(inviteLink('123'))
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize')
  expect(Object.fromEntries(link.searchParams)).toEqual({ client_id: '123', scope: 'bot applications.commands', permissions: String(permissionsAsked) })
})
