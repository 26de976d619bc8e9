import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Id, Interaction, ModalValue, OptionValue, Upload } from '../../discord/small-discord.ts'
import { Deed, type FileRef } from './deed.ts'
import { seenMessages, type Seat } from './snapshot.ts'
import type { Streams } from './streams.ts'

/** Does what the person did in the page, as that person. */
export async function act(request: IncomingMessage, { seat, me, streams }: { seat: Seat; me: Id; streams: Streams }): Promise<unknown> {
  const { deed, uploads } = await readForm(request)
  const { discord } = seat
  const person = discord.as(me)
  const upload = ({ file }: FileRef): Upload => {
    const found = uploads[file]
    if (!found) throw new Error(`File ${file} did not come with the form.`)
    return found
  }
  // Every id is one of a message that this person sees: the page is not a way around the small Discord's permissions.
  const seen = (messageId: Id) => {
    const channel = discord.message(messageId)?.channel_id
    if (channel === undefined || !seenMessages(seat, me, channel).some(({ id }) => id === messageId)) throw new Error('This message is not there any more.')
    return messageId
  }
  const begin = (interaction: Interaction) => {
    streams.follow(interaction)
    return { interaction: interaction.id }
  }
  const options = (given: Record<string, string | number | boolean | FileRef>): Record<string, OptionValue> =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'object' ? upload(value) : value]))
  const more = (subcommand: string | undefined) => subcommand === undefined ? {} : { subcommand }

  switch (deed.kind) {
    case 'say':
      return { message: person.say(deed.channel, deed.text, {
        attachments: deed.files.map(upload), ...deed.replyTo !== undefined && { replyTo: deed.replyTo, pingsReply: deed.pingsReply ?? true },
      }).id }
    case 'edit': return person.edit(seen(deed.message), deed.text)
    case 'delete': return person.delete(seen(deed.message))
    case 'dismiss': return person.dismiss(seen(deed.message))
    case 'react': return deed.on ? person.react(seen(deed.message), deed.emoji) : person.unreact(seen(deed.message), deed.emoji)
    case 'press': return begin(person.press(seen(deed.message), deed.button))
    case 'select': return begin(person.select(seen(deed.message), deed.select, deed.values))
    case 'menu': return begin(person.contextMenu(deed.channel, deed.name, { message: seen(deed.message) }))
    case 'command': return begin(person.command(deed.channel, deed.name, options(deed.options), more(deed.subcommand)))
    case 'complete': return { choices: await person.autocomplete(deed.channel, deed.name, options(deed.options), deed.focused, more(deed.subcommand)) }
    case 'submit': {
      const shown = discord.interactions().find(({ id, userId }) => id === deed.interaction && userId === me)
      if (!shown) throw new Error('This form is not open any more.')
      const values = Object.fromEntries(Object.entries(deed.values).map(([name, value]): [string, ModalValue] =>
        [name, Array.isArray(value) && value.some(isFileRef) ? value.filter(isFileRef).map(upload) : value as Exclude<typeof value, FileRef[]>]))
      return begin(person.submit(shown, values))
    }
    case 'locale':
      discord.setLocale(me, deed.locale)
      streams.refresh()
      return {}
  }
}

const isFileRef = (value: unknown): value is FileRef => typeof value === 'object' && value !== null && 'file' in value

async function readForm(request: IncomingMessage): Promise<{ deed: ReturnType<typeof Deed.parse>; uploads: Upload[] }> {
  if (Number(request.headers['content-length'] ?? Infinity) > mostBytes) throw new Error('That is more than this page takes at once (200 MiB).')
  const form = await new Response(Readable.toWeb(request) as ReadableStream, { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData()
  const deed = Deed.parse(JSON.parse(String(form.get('deed'))))
  const uploads = await Promise.all(form.getAll('file').filter((part) => typeof part !== 'string').map(async (file): Promise<Upload> =>
    ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), ...file.type && { contentType: file.type } })))
  return { deed, uploads }
}

const mostBytes = 200 * 2 ** 20
