import type { OpenInteraction } from '../../people/open-interaction.ts'
import { messageOnWire } from '../../wire/message.ts'
import { editMessage, postMessage, removeMessage } from '../../world/messages.ts'
import type { Message } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import { ApiError, no } from '../api-error.ts'
import type { Call, Route } from '../route.ts'
import { messageOfInteraction } from './interaction-message.ts'
import { channelOf, forBot, readReply } from './interactions.ts'

const editing = { limit: 5, seconds: 2, name: 'webhook messages' }
const at = '/webhooks/{webhook_id}/{webhook_token}'
const loadingFlag = 1 << 7

/** What follows the first answer, for as long as the interaction's token lives. */
export const webhookRoutes: Route[] = [
  { method: 'POST', template: at, byToken: true, bucket: { limit: 5, seconds: 2 }, run: followUp },
  ...['@original', '{message_id}'].flatMap((which): Route[] => [
    { method: 'GET', template: `${at}/messages/${which}`, byToken: true, bucket: editing, run: (call) => forBot(call.world, the(call, interactionOf(call))) },
    { method: 'PATCH', template: `${at}/messages/${which}`, byToken: true, bucket: editing, run: change },
    { method: 'DELETE', template: `${at}/messages/${which}`, byToken: true, bucket: editing, run: (call) => removeMessage(call.world, the(call, interactionOf(call))) },
  ]),
]

function followUp(call: Call) {
  const { world } = call
  const open = interactionOf(call)
  if (!open.answered) throw new ApiError(no.webhook)
  const original = world.messages.get(open.originalId ?? '')
  // The first follow-up after a deferred answer takes the place of «thinking …», whatever it says about ephemeral.
  if (open.loading && original) return forBot(world, settle(call, open, original))
  const channel = channelOf(world, open)
  const draft = readReply(call, open, channel)
  const hidden = ((draft.flags ?? 0) & 1 << 6) !== 0
  const message = postMessage(world, {
    ...messageOfInteraction(world, open, channel), ...draft, visibleTo: hidden ? open.interaction.userId : undefined,
    type: original ? 19 : 0, repliesTo: original && { messageId: original.id, channelId: channel.id, type: 0 }, interactionName: undefined,
  })
  open.followedUp(message)
  return forBot(world, message)
}

function change(call: Call) {
  const open = interactionOf(call)
  const message = the(call, open)
  if (open.loading && message.id === open.originalId) return forBot(call.world, settle(call, open, message))
  return forBot(call.world, editMessage(call.world, message, readReply(call, open, channelOf(call.world, open), message)))
}

/** «Thinking …» becomes the answer. */
function settle(call: Call, open: OpenInteraction, message: Message): Message {
  const { world } = call
  // It may turn to Components V2 now, and keeps whether it is ephemeral.
  const { flags, ...edit } = readReply(call, open, channelOf(world, open), message)
  open.loading = false
  editMessage(world, message, { ...edit, flags: (message.flags & ~loadingFlag) | ((flags ?? 0) & ~(1 << 6)) })
  open.answer({ kind: 'message', message: messageOnWire(world, message), ephemeral: message.visibleTo !== undefined })
  return message
}

function interactionOf({ world, params }: Call): OpenInteraction {
  if (params['webhook_id'] !== world.applicationId) throw new ApiError(no.webhook)
  const open = world.byToken.get(params['webhook_token'] ?? '')
  if (!open) throw new ApiError([401, 50027, 'Invalid Webhook Token'])
  if (world.now() > open.expiresAt) throw new ApiError([401, 50027, 'Invalid Webhook Token'])
  return open
}

function the({ world, params }: Call, open: OpenInteraction): Message {
  const id = params['message_id'] ?? open.originalId
  const message = id === undefined ? undefined : world.messages.get(id)
  if (!open.answered) throw new ApiError(no.webhook)
  if (!message || !belongs(world, message, open)) throw new ApiError(no.message)
  return message
}

const belongs = (_world: World, message: Message, open: OpenInteraction) => message.token === open.interaction.token || message.id === open.originalId
