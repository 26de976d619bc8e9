import type { APIInteraction, InteractionResponseType, InteractionType } from 'discord.js'
import type { Id, Interaction, InteractionAnswer, Modal } from '../interface.ts'
import { messageOnWire } from '../wire/message.ts'
import type { Message } from '../world/records.ts'
import type { World } from '../world/world.ts'

/** An interaction from the press to the last follow-up: what the person waits for, and what the bot may still do. */
export type OpenInteraction = {
  interaction: Interaction
  /** Set by the first callback. */
  originalId: Id | undefined
  /** A type-5 answer whose message still says «thinking …». */
  loading: boolean
  ephemeral: boolean
  /** The message the pressed component is on. */
  sourceId: Id | undefined
  shownModal: Modal | undefined
  expiresAt: number
  answered: boolean
  attachmentLimit: number
  timer: NodeJS.Timeout
  acknowledge(type: InteractionResponseType): void
  answer(answer: InteractionAnswer): void
  followedUp(message: Message): void
}

export function openInteraction(world: World, asked: { id: Id; token: string; type: InteractionType; userId: Id; channelId: Id; payload: APIInteraction; sourceId?: Id | undefined; attachmentLimit: number }): OpenInteraction {
  const sentAt = performance.now()
  const acknowledged = Promise.withResolvers<number>()
  const response = Promise.withResolvers<InteractionAnswer>()
  // Not everybody waits for both.
  for (const { promise } of [acknowledged, response]) promise.catch(() => {})
  const interaction: Interaction = {
    id: asked.id, type: asked.type, userId: asked.userId, channelId: asked.channelId, token: asked.token, payload: asked.payload,
    state: 'sent', acknowledgedAfter: undefined, callback: undefined, acknowledged: acknowledged.promise, response: response.promise, followUps: [],
  }
  const fail = (why: string) => {
    if (interaction.state === 'answered') return
    interaction.state = 'failed'
    const failure = new InteractionFailed(why)
    acknowledged.reject(failure)
    response.reject(failure)
    world.tell({ kind: 'interaction', interaction })
  }
  const open: OpenInteraction = {
    interaction, originalId: undefined, loading: false, ephemeral: false, sourceId: asked.sourceId, shownModal: undefined, answered: false, attachmentLimit: asked.attachmentLimit,
    expiresAt: world.now() + world.limits.tokenMilliseconds,
    timer: setTimeout(() => fail(`This interaction failed: no answer within ${world.limits.answerMilliseconds} ms.`), world.limits.answerMilliseconds),
    acknowledge(type) {
      clearTimeout(open.timer)
      open.answered = true
      interaction.callback = type
      interaction.acknowledgedAfter = performance.now() - sentAt
      interaction.state = 'acknowledged'
      acknowledged.resolve(interaction.acknowledgedAfter)
      if (type === 5) world.tell({ kind: 'interaction', interaction })
    },
    answer(answer) {
      if (interaction.state === 'answered') return
      interaction.state = 'answered'
      response.resolve(answer)
      world.tell({ kind: 'interaction', interaction })
    },
    followedUp(message) {
      interaction.followUps.push(messageOnWire(world, message))
      world.tell({ kind: 'interaction', interaction })
    },
  }
  remember(world, open)
  return open
}

export class InteractionFailed extends Error {
  override name = 'InteractionFailed'
}

/** Six minutes of the bench. */
const remembered = 20_000

function remember(world: World, open: OpenInteraction) {
  world.interactions.set(open.interaction.id, open)
  world.byToken.set(open.interaction.token, open)
  if (world.interactions.size <= remembered) return
  const [oldest] = world.interactions.values()
  if (!oldest) return
  world.interactions.delete(oldest.interaction.id)
  world.byToken.delete(oldest.interaction.token)
}
