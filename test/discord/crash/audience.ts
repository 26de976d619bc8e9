import type { Message, SmallDiscord } from '../../../src/try/discord/small-discord.ts'
import { decodePress } from '../../../src/discord/custom-id.ts'
import { idsOf } from '../stage.ts'

export type Audience = { presses: number; leave(): void }

/** Somebody who gives the standard answer to whatever asks, in every thread, again and again until it asks no more. */
export function openAudience(small: SmallDiscord, guild: { id: string }, person: { id: string }, again = 1500): Audience {
  const pressed = new Map<string, number>()
  const audience = { presses: 0, leave }
  const answer = (message: Message) => {
    for (const id of idsOf(message).filter(isStandard)) {
      if (Date.now() - (pressed.get(id) ?? 0) < again) continue
      pressed.set(id, Date.now())
      audience.presses++
      const asked = small.as(person).press(message, id)
      // nobody may be there to answer; then it is pressed again
      asked.acknowledged.catch(() => undefined)
      asked.response.catch(() => undefined)
    }
  }
  const deaf = small.on((change) => {
    if (change.kind === 'message create' || change.kind === 'message update') setImmediate(() => { if (small.message(change.message.id)) answer(change.message) })
  })
  const clock = setInterval(() => {
    for (const thread of small.threads(guild)) for (const message of small.messages(thread)) answer(message)
  }, 500)
  function leave() {
    deaf()
    clearInterval(clock)
  }
  return audience
}

/** Greenlight, film this frame, circle, picture lock. */
function isStandard(id: string): boolean {
  const press = decodePress(id)
  if (press?.act !== 'event') return false
  const { kind, hold } = press.event
  return kind === 'picked' ? hold !== true : ['script-locked', 'greenlit', 'circled', 'picture-locked'].includes(String(kind))
}
