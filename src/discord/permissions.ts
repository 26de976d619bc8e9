import { PermissionFlagsBits } from 'discord.js'
import type { Language } from '../film/brief.ts'

/** Where a production is to live; see `Place` in office.ts. */
export type LivingPlace = 'message' | 'forum' | 'private' | 'here'

/** What the bot cannot do in a channel, of what it needs there. `granted` is what Discord says it may do. */
export function missingPermissions(granted: bigint, kind: LivingPlace): PermissionName[] {
  // an administrator may do everything, whatever the bits say
  if (granted & PermissionFlagsBits.Administrator) return []
  return neededIn[kind].filter((name) => (granted & PermissionFlagsBits[name]) === 0n)
}

/** «In #films I still need: Attach Files, Create Public Threads.» The names are those of Discord's own settings. */
export function sayMissing(missing: readonly PermissionName[], channel: string, language: Language): string {
  const names = missing.map((name) => permissionNames[name][language])
  return language === 'zh'
    ? `我在 <#${channel}> 里还缺少这些权限：${names.join('、')}。请在「频道设置 → 权限」里给机器人的身份组打开，然后再试一次。`
    : `In <#${channel}> I still need: ${names.join(', ')}. Somebody who manages the channel can grant this to the bot's role under Edit Channel → Permissions; then try again.`
}

const inEveryPlace = ['ViewChannel', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'] as const

/** In a thread «Send Messages» has no effect; a forum's post is opened by it. https://docs.discord.com/developers/topics/threads */
const neededIn = {
  message: [...inEveryPlace, 'SendMessages', 'SendMessagesInThreads', 'CreatePublicThreads'],
  forum: [...inEveryPlace, 'SendMessages', 'SendMessagesInThreads'],
  private: [...inEveryPlace, 'SendMessagesInThreads', 'CreatePrivateThreads'],
  here: [...inEveryPlace, 'SendMessagesInThreads'],
} as const satisfies Record<LivingPlace, readonly (keyof typeof PermissionFlagsBits)[]>

/** Without these everything works but something is less convenient: the 👀, waking locked threads, pinning the film. */
const welcome = ['AddReactions', 'ManageThreads', 'PinMessages'] as const

export type PermissionName = (typeof neededIn)[LivingPlace][number] | (typeof welcome)[number]

/** As Discord's settings call them. */
const permissionNames: Record<PermissionName, Record<Language, string>> = {
  ViewChannel: { en: 'View Channel', zh: '查看频道' },
  SendMessages: { en: 'Send Messages', zh: '发送消息' },
  SendMessagesInThreads: { en: 'Send Messages in Threads', zh: '在子区内发送消息' },
  CreatePublicThreads: { en: 'Create Public Threads', zh: '创建公开子区' },
  CreatePrivateThreads: { en: 'Create Private Threads', zh: '创建私密子区' },
  ManageThreads: { en: 'Manage Threads', zh: '管理子区' },
  EmbedLinks: { en: 'Embed Links', zh: '嵌入链接' },
  AttachFiles: { en: 'Attach Files', zh: '附加文件' },
  ReadMessageHistory: { en: 'Read Message History', zh: '阅读消息历史记录' },
  AddReactions: { en: 'Add Reactions', zh: '添加反应' },
  PinMessages: { en: 'Pin Messages', zh: '标注消息' },
}

/** All that the invite link asks for. */
export const permissionsAsked: bigint = [...new Set<PermissionName>([...Object.values(neededIn).flat(), ...welcome])]
  .reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)
