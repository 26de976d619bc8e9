import type { Interaction, Modal, Person, Ref, Upload } from '../interface.ts'
import { directMessages } from '../rest/routes/channels.ts'
import { forBot } from '../rest/routes/interactions.ts'
import { react } from '../rest/routes/marks.ts'
import { channelOnWire } from '../wire/channel.ts'
import { userOnWire } from '../wire/guild.ts'
import { messageOnWire } from '../wire/message.ts'
import { keepFile } from '../world/files.ts'
import { editMessage, forget, postMessage, removeMessage } from '../world/messages.ts'
import { may, permissionsIn, sees } from '../world/permissions.ts'
import type { Channel, Message, User } from '../world/records.ts'
import { joinThread } from '../world/threads.ts'
import { idOf, the, type World } from '../world/world.ts'
import { ask, uploadLimit } from './ask.ts'
import { commandFor } from './commands-for.ts'
import { fillOptions } from './command-options.ts'
import { findComponent } from './find-component.ts'
import { chosen, fillModal } from './modal-values.ts'
import { collectResolved } from './resolved.ts'

/** Somebody at the keyboard: does what Discord's own client would let them do, and nothing else. */
export function person(world: World, user: User): Person {
  const channelOf = (ref: Ref): Channel => {
    const channel = the(world.channels.get(idOf(ref)), `channel ${idOf(ref)}`)
    if (!sees(world, channel, user.id)) throw new Error(`${user.username} cannot see #${channel.name}.`)
    return channel
  }
  const messageOf = (ref: Ref): Message => {
    const message = the(world.messages.get(idOf(ref)), `message ${idOf(ref)}`)
    if (message.visibleTo !== undefined && message.visibleTo !== user.id) throw new Error(`${user.username} cannot see this ephemeral message.`)
    channelOf(message.channelId)
    return message
  }
  const need = (channel: Channel, permission: keyof typeof may) => {
    if ((permissionsIn(world, channel, user.id) & may[permission]) === 0n) throw new Error(`${user.username} lacks ${permission} in #${channel.name}.`)
  }
  const own = (ref: Ref) => {
    const message = messageOf(ref)
    if (message.authorId !== user.id) throw new Error(`Message ${message.id} is not by ${user.username}.`)
    return message
  }
  const component = (message: Message, data: object) =>
    ask(world, user, channelOf(message.channelId), { type: 3, data, message: forBot(world, message), sourceId: message.id })

  return {
    user: userOnWire(user),
    command(at, name, options = {}, { subcommand } = {}) {
      const channel = channelOf(at)
      const command = commandFor(world, user, channel, name, 1)
      const resolving = collectResolved(world, user, channel)
      const filled = fillOptions(command.options ?? [], options, { resolving, subcommand })
      return ask(world, user, channel, { type: 2, data: { ...named(command), type: 1, options: filled, resolved: resolving.resolved() } })
    },
    contextMenu(at, name, target) {
      const channel = channelOf(at)
      const onMessage = 'message' in target
      const command = commandFor(world, user, channel, name, onMessage ? 3 : 2)
      const resolving = collectResolved(world, user, channel)
      const id = idOf(onMessage ? target.message : target.user)
      if (onMessage) resolving.add.message(id, forBot(world, messageOf(id)))
      else resolving.add.user(id)
      return ask(world, user, channel, { type: 2, data: { ...named(command), type: command.type, target_id: id, resolved: resolving.resolved() } })
    },
    async autocomplete(at, name, options, focused, { subcommand } = {}) {
      const channel = channelOf(at)
      const command = commandFor(world, user, channel, name, 1)
      const filled = fillOptions(command.options ?? [], { [focused]: '', ...options }, { resolving: collectResolved(world, user, channel), subcommand, focused })
      const answer = await ask(world, user, channel, { type: 4, data: { ...named(command), type: 1, options: filled } }).response
      return answer.kind === 'choices' ? answer.choices : []
    },
    press(ref, button) {
      const message = messageOf(ref)
      const found = findComponent(message, [2], button)
      if (found['style'] === 5) throw new Error(`«${button}» is a link to ${String(found['url'])}: nobody hears of it.`)
      return component(message, { component_type: 2, custom_id: found['custom_id'], id: found['id'] })
    },
    select(ref, named, values) {
      const message = messageOf(ref)
      const found = findComponent(message, [3, 5, 6, 7, 8], named)
      const resolving = collectResolved(world, user, channelOf(message.channelId))
      const ids = chosen(named, found, values.map((value) => typeof value === 'string' ? value : value.id), Number(found['min_values'] ?? 1), Number(found['max_values'] ?? 1))
      const type = Number(found['type'])
      for (const id of ids) {
        const known = type === 3 || (type === 5 ? resolving.add.user(id) : type === 6 ? resolving.add.role(id) : type === 8 ? resolving.add.channel(id) : resolving.add.user(id) || resolving.add.role(id))
        if (!known) throw new Error(`«${named}» does not offer ${id}.`)
      }
      return component(message, { component_type: type, custom_id: found['custom_id'], id: found['id'], values: ids, ...type !== 3 && { resolved: resolving.resolved() } })
    },
    submit(shown, values) {
      const modal = modalOf(world, shown)
      if (modal.userId !== user.id) throw new Error(`This modal was shown to somebody else than ${user.username}.`)
      const asked = the(world.interactions.get(modal.interactionId), 'interaction that showed this modal')
      const channel = channelOf(asked.interaction.channelId)
      const resolving = collectResolved(world, user, channel)
      const components = fillModal(modal, values, resolving)
      const source = world.messages.get(asked.sourceId ?? '')
      return ask(world, user, channel, {
        type: 5, data: { custom_id: modal.custom_id, components, resolved: resolving.resolved() }, ...source && { message: forBot(world, source), sourceId: source.id },
      })
    },
    say(at, text, { attachments = [], replyTo, pingsReply = true } = {}) {
      const channel = channelOf(at)
      need(channel, channel.thread ? 'SendMessagesInThreads' : 'SendMessages')
      if (channel.thread?.locked === true) need(channel, 'ManageThreads')
      if (text.length > 4000 || (text.length > 2000 && user.nitro === 0)) throw new Error('A message has at most 2000 characters.')
      if (text === '' && attachments.length === 0) throw new Error('An empty message cannot be sent.')
      if (attachments.length > 0) need(channel, 'AttachFiles')
      return messageOnWire(world, postMessage(world, {
        channel, authorId: user.id, content: text, files: attachments.map((upload) => upload_(channel, upload)), nonce: world.nextId(),
        repliesTo: replyTo === undefined ? undefined : { messageId: messageOf(replyTo).id, channelId: channel.id, type: 0 }, ...!pingsReply && { allowedMentions: { parse: ['users', 'roles', 'everyone'], replied_user: false } },
      }))
    },
    edit: (ref, text) => void editMessage(world, own(ref), { content: text }),
    delete(ref) {
      const message = messageOf(ref)
      if (message.authorId !== user.id) need(channelOf(message.channelId), 'ManageMessages')
      removeMessage(world, message)
    },
    dismiss(ref) {
      const message = messageOf(ref)
      if (message.visibleTo !== user.id) throw new Error('Only an ephemeral message can be dismissed.')
      // The bot does not hear of it, and may still edit it in vain.
      forget(world, message)
      world.tell({ kind: 'message delete', id: message.id, channelId: message.channelId, visibleTo: user.id })
    },
    react(ref, emoji) {
      const message = messageOf(ref)
      if (!message.reactions.has(emoji)) need(channelOf(message.channelId), 'AddReactions')
      react(world, channelOf(message.channelId), message.id, emoji, user.id, true)
    },
    unreact: (ref, emoji) => { const message = messageOf(ref); react(world, channelOf(message.channelId), message.id, emoji, user.id, false) },
    joinThread: (ref) => joinThread(world, channelOf(ref), user.id),
    dm: () => channelOnWire(world, directMessages(world, user.id)),
  }

  function upload_(channel: Channel, upload: Upload) {
    const limit = uploadLimit(world, user, channel)
    if (upload.bytes.byteLength > limit) throw new Error(`«${upload.name}» has ${upload.bytes.byteLength} bytes. ${user.username} may upload ${limit} here.`)
    return keepFile(world, upload, `attachments/${channel.id}`)
  }
}

const named = (command: { id: string; name: string; guild_id?: string | undefined }) => ({ id: command.id, name: command.name, ...command.guild_id !== undefined && { guild_id: command.guild_id } })

function modalOf(world: World, shown: Interaction | Modal): Modal {
  if ('interactionId' in shown) return shown
  return the(world.interactions.get(shown.id)?.shownModal, 'modal shown for this interaction')
}
