import type { Id, Message, Modal } from '../../discord/small-discord.ts'
import type { Snapshot } from './snapshot.ts'

/** What the page is told while it is open. */
export type News =
  | { kind: 'state'; state: Snapshot }
  | { kind: 'message'; message: Message; fresh: boolean }
  | { kind: 'gone'; id: Id; channel: Id }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'typing'; channel: Id; user: Id }
  | { kind: 'commands' }
  | { kind: 'interaction'; id: Id; state: 'acknowledged' | 'failed' }
  | { kind: 'violation'; message: string }
