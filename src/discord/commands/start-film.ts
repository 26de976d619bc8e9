import type { Attachment, GuildBasedChannel } from 'discord.js'
import type { Desk } from '../../../commands/index.ts'
import type { Brief, Language } from '../../film/brief.ts'
import { rightsOf } from '../../production/rights.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { textLimit } from '../../reading/read-source.ts'
import { safeLine } from '../cards/safe-text.ts'
import type { Place } from '../office.ts'
import type { GuildSettings } from '../settings.ts'
import type { Asked } from './answer-command.ts'
import { briefFromCommand, roughSeconds, type FilmWish } from './brief-from-command.ts'
import { keepPicture } from './keep-picture.ts'
import { inLanguage, languageOf } from './language.ts'
import { mayPost } from './may-post.ts'
import { mayStart, shortEnough } from './may-start.ts'
import { personOf, replyOf, speakerOf } from './person-of.ts'
import { placeOf, type Where } from './place-of.ts'
import { welcomeWords } from './welcome-words.ts'
import { acknowledge, tell } from './tell.ts'

export type Starting = Omit<FilmWish, 'file'> & { file: Attachment | null; pictures: Attachment[]; where: Where | null; elsewhere: GuildBasedChannel | null; budget?: number | null }

/** Opens a film for somebody. In a channel it is announced, and its thread hangs on that message. */
export async function startFilm(asked: Asked, { file, pictures, where, elsewhere, budget = null, ...wish }: Starting, desk: Desk) {
  await acknowledge(asked)
  const { office } = desk
  const settings = await office.settings(asked.guildId)
  const place = await placeFor(asked, where, elsewhere, desk, settings)
  await mayStart(asked, [place.channel, asked.channelId], desk, settings)
  mayPost(asked, place, elsewhere)
  checkVoice(wish.voice, desk, asked)
  const read = file && { name: file.name, bytes: await desk.fetchAttachment(file, { limit: textLimit * 20, language: languageOf(asked.locale) }) }
  const { brief: brought, note: beside, unused } = briefFromCommand({ ...wish, file: read }, settings, { seed: Number(BigInt(asked.id) % 2_000_000_000n), locale: asked.locale })
  const [text, note] = [await welcomeWords(brought.text, asked, desk), await welcomeWords(beside, asked, desk)]
  const brief = { ...brought, text }
  shortEnough(roughSeconds(brief), settings, brief.seconds !== null, asked)
  const own = await Promise.all(pictures.map((picture) => keepPicture(picture, desk, asked)))
  const id = productionId('f', asked.id)
  await office.openFilm({ id, brief: { ...brief, ...(own.length > 0 ? { pictures: own.map(({ hash, ...size }) => ({ picture: hash, ...size })) } : {}) }, place, owner: asked.user.id, starter: null, budget, models: settings.models })
  if (note !== '') await sendNote(asked, id, note, desk)
  const say = inLanguage(words, asked)
  await tell(asked, [say.opened(place, asked.channelId), unused.length > 0 ? say.unused(unused.map((name) => `-${name}`).join(' ')) : ''].filter(Boolean).join('\n'))
  if (place.kind === 'message') await announce(asked, id, place, announcement(brief, asked, settings), desk)
}

/**
 * A plain message of the bot's: a follow-up to an answer that only one person sees would stand under «could not be loaded» for all others.
 * What is private is not announced; a post and a thread that is there already need no message to hang on.
 */
async function announce(asked: Asked, id: string, { channel: where }: Place, content: string, { office }: Desk) {
  const channel = await asked.client.channels.fetch(where).catch(() => null)
  // without it the poster writes one of its own
  const message = channel?.isSendable() ? await channel.send({ content, allowedMentions: { parse: [] } }).catch(() => null) : null
  if (message) await office.setStarter(id, message.id)
}

/** The same interaction again is the same production. */
export const productionId = (kind: 'f' | 's', interaction: string) => `${kind}${BigInt(interaction).toString(36)}`

async function placeFor(asked: Asked, where: Where | null, elsewhere: GuildBasedChannel | null, { office }: Desk, settings: GuildSettings): Promise<Place> {
  const inThread = asked.channel?.isThread() ?? false
  const taken = inThread && asked.channelId !== null && await office.productionIn(asked.channelId) !== null
  return placeOf(asked, { where, elsewhere, taken }, settings)
}

/** What was said beside a file is direction: the crew hears it as the first note. */
function sendNote(asked: Asked, id: string, text: string, { office }: Desk) {
  const owner = personOf(asked)
  const by = speakerOf(asked, rightsOf(owner, { owner: owner.id, crew: [], openNotes: false }))
  return office.send(id, `w:${asked.id}`, { kind: 'noted', id: asked.id, text: text.slice(0, 4000) }, { by, reply: replyOf(asked) })
}

function checkVoice(voice: string | null, { studio }: Desk, asked: Asked) {
  if (voice === null || voice === 'off' || studio.voices.length === 0 || studio.voices.includes(voice)) return
  throw new ReadingError(inLanguage(words, asked).noVoice(voice, studio.voices))
}

function announcement(brief: Brief, asked: Asked, settings: GuildSettings): string {
  const language = settings.language ?? languageOf(asked.guildLocale ?? asked.locale)
  const terms = [brief.aspect, brief.look, brief.seconds === null ? null : `${brief.seconds} s`].filter(Boolean).join(' · ')
  return `🎬 **${safeLine(brief.title, 200)}**\n-# ${words[language].by(`<@${asked.user.id}>`)} · ${terms}`
}

type Words = {
  opened: (place: Place, here: string | null) => string
  unused: (flags: string) => string
  noVoice: (voice: string, voices: readonly string[]) => string
  by: (who: string) => string
}

const words: Record<Language, Words> = {
  en: {
    opened: ({ kind, channel }, here) => ({
      here: 'The crew starts here. Whatever you say here from now on is direction.',
      private: 'The crew starts in a private thread; only you and whom you invite will see it.',
      forum: `The crew starts in a new post of <#${channel}>.`,
      message: channel === here ? 'The crew starts in the thread below.' : `The crew starts in a thread of <#${channel}>.`,
    })[kind],
    unused: (flags) => `Left out: ${flags}. A film is directed shot by shot: say it in the thread, or use /create for one shot.`,
    noVoice: (voice, voices) => `There is no voice «${voice}» here. There are ${voices.join(', ')}, and off.`,
    by: (who) => `a film for ${who}`,
  },
  zh: {
    opened: ({ kind, channel }, here) => ({
      here: '剧组就在这里开工。从现在起，你在这里说的都算导演意见。',
      private: '剧组在私密子区里开工，只有你和你邀请的人看得到。',
      forum: `剧组在 <#${channel}> 的新帖里开工。`,
      message: channel === here ? '剧组在下面的子区里开工。' : `剧组在 <#${channel}> 的子区里开工。`,
    })[kind],
    unused: (flags) => `没有用上：${flags}。影片是一个镜头一个镜头导的：请在子区里说，或用 /create 单拍一个镜头。`,
    noVoice: (voice, voices) => `这里没有「${voice}」这个声音。有：${voices.join('、')}，以及 off（不要配音）。`,
    by: (who) => `${who} 的片子`,
  },
}
