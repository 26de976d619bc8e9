import { PermissionFlagsBits, Routes, type APIDMChannel } from 'discord.js'
import type { Language } from '../../film/brief.ts'
import type { Store } from '../../store/open-store.ts'
import { languageOf } from '../commands/language.ts'
import { colours, frame, text } from '../cards/layout.ts'
import { safeLine } from '../cards/safe-text.ts'
import { missingPermissions, sayMissing } from '../permissions.ts'
import type { Thread } from './claim.ts'
import type { Desk } from './desk.ts'
import { grantedIn } from './granted.ts'
import { placeMessage } from './place-message.ts'
import { forgetPost } from './post-rows.ts'
import { codeOf, refusalOf } from './refusal.ts'

/** Nothing can be posted there now: says why in `threads.lost`, and to the owner, once. What may come back is tried again later. */
export async function noteLost(desk: Desk, thread: Thread, error: unknown): Promise<void> {
  const loss = await lossOf(desk, thread, error)
  await desk.store.pool.query(
    `update redcliff.threads set lost = $2, lost_at = case when $3 then clock_timestamp() end, lost_tries = case when lost is null then 0 else lost_tries + 1 end where production = $1`,
    [thread.production, loss.why, loss.mayComeBack])
  desk.log('thread lost', { production: thread.production, code: codeOf(error), tries: thread.lost === null ? 1 : null })
  await tellOwner(desk, thread, loss).catch((refused: unknown) => desk.log('owner not told', { production: thread.production, code: codeOf(refused) }))
}

export async function noteFound({ store, log }: Desk, { production }: Thread): Promise<void> {
  await store.pool.query('update redcliff.threads set lost = null, lost_at = null, lost_tries = 0 where production = $1', [production])
  // The next loss is news again.
  await forgetPost(store, { production, slot: 'lost', part: 1 })
  log('thread found again', { production })
}

/** Something changed in a server: permissions, channels, the bot's own roles. What was lost there is tried again at once. */
export const tryLostAgain = ({ pool }: Pick<Store, 'pool'>, guild: string) => pool.query(
  `with again as (update redcliff.threads set lost_at = 'epoch' where guild = $1 and lost is not null and lost_at is not null returning production)
    select pg_notify('redcliff_card', production) from again`, [guild])

type Loss = { why: string; say: Record<Language, string>; mayComeBack: boolean }

async function lossOf(desk: Desk, { guild, channel, kind, thread }: Thread, error: unknown): Promise<Loss> {
  const code = Number(codeOf(error))
  if (code === 10003 || code === 10004) {
    return { why: 'deleted', mayComeBack: false, say: {
      en: 'Its thread is gone, so I stopped posting. What was made is kept.', zh: '它的子区不在了，我不再发消息。做好的都还留着。' } }
  }
  if (code === 50007) {
    return { why: 'closed direct messages', mayComeBack: true, say: { en: 'I cannot write to you directly.', zh: '我没法给你发私信。' } }
  }
  if (code === 160006 || code === 30033) {
    return { why: 'too many threads', mayComeBack: true, say: {
      en: 'This server has as many open threads as Discord allows. Close one, and I go on.', zh: '服务器里开着的子区已达上限。关掉一个，我就继续。' } }
  }
  if (refusalOf(error) === 'archived') {
    return { why: 'locked', mayComeBack: true, say: {
      en: 'Its thread is locked, and I may not open it. Unlock it, and I go on.', zh: '子区被锁定了，我打不开。解锁后我就继续。' } }
  }
  const missing = guild === null ? [] : await grantedIn(desk, guild, channel).then((granted) => {
    // A single shot may live in a channel itself, where «Send Messages» counts.
    const found = missingPermissions(granted, kind)
    return found.length === 0 && kind === 'here' && !(granted & PermissionFlagsBits.SendMessages) ? ['SendMessages' as const] : found
  }, () => ['ViewChannel' as const])
  return { why: missing.length > 0 ? `missing ${missing.join(', ')}` : `refused by Discord with ${code}`, mayComeBack: true, say: {
    en: missing.length > 0 ? sayMissing(missing, channel, 'en') : `Discord does not let me post in <#${thread ?? channel}> (error ${code}).`,
    zh: missing.length > 0 ? sayMissing(missing, channel, 'zh') : `Discord 不让我在 <#${thread ?? channel}> 里发消息（错误 ${code}）。` } }
}

/** By direct message; where that is closed, in the channel that the thread hangs in. The same news is not told twice. */
async function tellOwner(desk: Desk, thread: Thread, { say }: Loss) {
  const language = languageOf(thread.locale)
  const message = frame(colours.trouble, [text(`**${safeLine(thread.title, 200)}**`, say[language])])
  const tell = (channel: string) => placeMessage(desk, { production: thread.production, slot: 'lost', part: 1 }, message, { channel, bytes: noFiles })
  try {
    const { id } = await desk.rest.post(Routes.userChannels(), { body: { recipient_id: thread.owner }, signal: desk.leaving }) as APIDMChannel
    await tell(id)
  } catch (error) {
    if (refusalOf(error) === 'later' || thread.thread === null || thread.kind === 'here') throw error
    await tell(thread.channel)
  }
}

const noFiles = () => Promise.reject(new Error('This message has no files.'))
