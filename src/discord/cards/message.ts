import type { APIMessageTopLevelComponent } from 'discord.js'
import type { Language } from '../../film/brief.ts'
import type { Script } from '../../film/script.ts'
import type { Storyboard } from '../../film/storyboard.ts'
import type { Progress } from '../../lab/progress.ts'
import type { Card } from '../../mailbox/card.ts'

/** A card, and what a message says beyond it. All of it is data: rendering reads nothing. */
export type Rendering = {
  production: string
  card: Card
  language: Language
  /** Which page of a script or a storyboard, from 0. */
  page?: number
  /** What is being made for this card now: the shot's panel, voice and clip. */
  progress?: readonly Progress[]
  secondsLeft?: number | null
  /** What the card's json media hold, and a shot's call sheet; all may be missing. */
  about?: { board?: Storyboard; script?: Script; shot?: { prompt: string; picture: string } }
  /** A reply under the message that it answers: Discord shows there what was said. */
  answers?: boolean
  /** How the film fits under the place's upload limit, as the poster found; whole where nothing is said. */
  fit?: Fit
  /** Where the master can be had, where there is such a place. */
  master?: string
}

/** `proxy` is a smaller encode, so many lines high; `parts` follow in messages of their own; `nothing` could be posted. */
export type Fit = { kind: 'whole' } | { kind: 'proxy'; height: number } | { kind: 'parts'; parts: number } | { kind: 'nothing' }

/** Everything Discord is sent for one message. `flags` holds IsComponentsV2, and Ephemeral where only one person is to see it. */
export type Message = {
  flags: number
  components: APIMessageTopLevelComponent[]
  allowed_mentions: { parse: [] }
  files: MessageFile[]
}

/** A file that the components name as `attachment://<name>`; names are plain ASCII and unlike each other. `description` is the alt text. */
export type MessageFile = { name: string; description?: string } & FileSource

export type FileSource =
  /** An asset as it is. */
  | { hash: string }
  /** Candidates laid out as one sheet, lettered A to D; `chosen` has its letter lit. */
  | { sheet: string[]; chosen: number | null }
  | { text: string }
  /** A page of the storyboard sheet of this asset, from 0. */
  | { board: string; page: number }
  /** A film or a cut, through the ladder of proxies. */
  | { film: string }
