import { modalRules } from '../../rules/modal-rules.ts'
import { collectProblems, fieldsOf, type Fields } from '../../rules/problems.ts'
import type { OpenInteraction } from '../../people/open-interaction.ts'
import { messageOnWire } from '../../wire/message.ts'
import { editMessage, postMessage } from '../../world/messages.ts'
import type { Channel, Message } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import { ApiError, no, refuse } from '../api-error.ts'
import { readMessage } from '../message-body.ts'
import type { Call, Route } from '../route.ts'
import { messageOfInteraction } from './interaction-message.ts'

const ephemeral = 1 << 6
const loading = 1 << 7
export const replyFlags = 1 << 2 | ephemeral | 1 << 12 | 1 << 15

/** The first answer to an interaction: once, in time, and of a kind that fits what was asked. */
export const interactionRoutes: Route[] = [{
  method: 'POST', template: '/interactions/{interaction_id}/{interaction_token}/callback', byToken: true, bucket: { limit: 50, seconds: 1 },
  run(call) {
    const { world, params, query } = call
    const open = world.interactions.get(params['interaction_id'] ?? '')
    if (!open || open.interaction.token !== params['interaction_token'] || open.interaction.state === 'failed') throw new ApiError(no.interaction)
    if (open.answered) throw new ApiError([400, 40060, 'Interaction has already been acknowledged.'])
    const body = fieldsOf(call.body)
    const type = Number(body['type'])
    fits(open, type)
    const message = answers[type]?.({ call: { ...call, body: fieldsOf(body['data']) }, open, channel: channelOf(world, open), data: fieldsOf(body['data']) })
    return query.get('with_response') === 'true' ? response(world, open, type, message) : undefined
  },
}]

type Answering = { call: Call; open: OpenInteraction; channel: Channel; data: Fields }

const answers: Record<number, (answering: Answering) => Message | undefined> = {
  4({ call, open, channel }) {
    const draft = readReply(call, open, channel)
    open.acknowledge(4)
    const message = postMessage(call.world, { ...messageOfInteraction(call.world, open, channel), ...draft, visibleTo: ((draft.flags ?? 0) & ephemeral) !== 0 ? open.interaction.userId : undefined })
    open.originalId = message.id
    open.answer({ kind: 'message', message: messageOnWire(call.world, message), ephemeral: message.visibleTo !== undefined })
    return message
  },
  5({ call: { world }, open, channel, data }) {
    const flags = Number(data['flags'] ?? 0)
    const others = Object.keys(data).filter((key) => key !== 'flags' && data[key] !== undefined && data[key] !== false)
    const problems = collectProblems()
    if ((flags & ~ephemeral) !== 0) problems.wrong(['data', 'flags'], 'INTERACTION_DEFER_FLAGS', 'A deferred answer takes only the EPHEMERAL flag; IS_COMPONENTS_V2 goes with the edit.')
    for (const key of others) problems.wrong(['data', key], 'INTERACTION_DEFER_DATA', 'A deferred answer has no message yet.')
    refuse(problems.problems)
    open.ephemeral = flags !== 0
    open.loading = true
    open.acknowledge(5)
    const message = postMessage(world, { ...messageOfInteraction(world, open, channel), flags: flags | loading, visibleTo: open.ephemeral ? open.interaction.userId : undefined })
    open.originalId = message.id
    return message
  },
  6({ open }) {
    open.acknowledge(6)
    open.originalId = open.sourceId
    open.answer({ kind: 'deferred update' })
    return undefined
  },
  7({ call, open, channel }) {
    const source = sourceOf(call.world, open)
    const edit = readReply(call, open, channel, source)
    open.acknowledge(7)
    open.originalId = source.id
    editMessage(call.world, source, edit)
    open.answer({ kind: 'update', message: messageOnWire(call.world, source) })
    return source
  },
  8({ open, data }) {
    const problems = collectProblems()
    const choices = problems.list(['data', 'choices'], data['choices'] ?? [], 0, 25).map(fieldsOf)
    for (const [index, choice] of choices.entries()) {
      problems.text(['data', 'choices', index, 'name'], choice['name'], 1, 100, { required: true })
      if (typeof choice['value'] !== 'number') problems.text(['data', 'choices', index, 'value'], choice['value'], 1, 100, { required: true })
    }
    refuse(problems.problems)
    open.acknowledge(8 as never) // the enum's member, by its number
    open.answer({ kind: 'choices', choices: choices as { name: string; value: string | number }[] }) // checked above
    return undefined
  },
  9({ call: { world }, open, data }) {
    refuse(modalRules(data))
    open.acknowledge(9)
    open.shownModal = { ...data as unknown as NonNullable<OpenInteraction['shownModal']>, interactionId: open.interaction.id, userId: open.interaction.userId } // checked by the rules
    world.tell({ kind: 'modal', modal: open.shownModal })
    open.answer({ kind: 'modal', modal: open.shownModal })
    return undefined
  },
}

/** PING 1, command 2, component 3, autocomplete 4, modal 5. */
function fits(open: OpenInteraction, type: number) {
  const asked = Number(open.interaction.type)
  const onMessage = asked === 3 || (asked === 5 && open.sourceId !== undefined)
  const fitting = asked === 4 ? [8] : [4, 5, ...onMessage ? [6, 7] : [], ...asked === 5 ? [] : [9]]
  if (!fitting.includes(type)) refuse([{ path: ['type'], code: 'INTERACTION_RESPONSE_TYPE_INVALID', message: `A callback of type ${type} does not answer an interaction of type ${asked}.` }])
}

export function readReply(call: Call, open: OpenInteraction, channel: Channel, existing?: Message) {
  const folder = open.ephemeral ? `ephemeral-attachments/${call.world.applicationId}` : `attachments/${channel.id}`
  return readMessage(call, { channel, existing, flags: replyFlags, fileBytes: open.attachmentLimit, folder })
}

export function channelOf(world: World, open: OpenInteraction): Channel {
  const channel = world.channels.get(open.interaction.channelId)
  if (!channel) throw new ApiError(no.channel)
  return channel
}

function sourceOf(world: World, open: OpenInteraction): Message {
  const source = world.messages.get(open.sourceId ?? '')
  if (!source) throw new ApiError(no.message)
  return source
}

function response(world: World, open: OpenInteraction, type: number, message: Message | undefined) {
  const { interaction } = open
  return {
    interaction: {
      id: interaction.id, type: interaction.type, channel_id: interaction.channelId,
      ...message && { response_message_id: message.id, response_message_loading: type === 5, response_message_ephemeral: message.visibleTo !== undefined },
    },
    resource: { type, ...message && { message: forBot(world, message) } },
  }
}

/** What answers an interaction is the bot's own: it reads it whole. */
export function forBot(world: World, message: Message) {
  const { visibleTo: _, ...onWire } = messageOnWire(world, message)
  return onWire
}
