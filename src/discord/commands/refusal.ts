import type { Message } from '../cards/message.ts'

/** What a person asked for cannot be done: a kind sentence to that person, in the person's language, with what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal'
  /** The same with a button for what to do, where a message can have one. */
  readonly shown: Pick<Message, 'components'> | undefined
  constructor(message: string, { shown, ...options }: ErrorOptions & { shown?: Pick<Message, 'components'> } = {}) {
    super(message, options)
    this.shown = shown
  }
}
