import type {
  AutocompleteInteraction, ChatInputCommandInteraction, MessageComponentInteraction, MessageContextMenuCommandInteraction, ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Language } from '../src/film/brief.ts'
import type { Office } from '../src/discord/office.ts'
import type { Workflows } from '../src/discord/workflows/workflows.ts'
import type { Studio } from '../src/studio/studio.ts'
import film from './film.ts'
import create from './create.ts'
import animate from './animate.ts'
import say from './say.ts'
import shot from './shot.ts'
import storyboard from './storyboard.ts'
import script from './script.ts'
import cut from './cut.ts'
import status from './status.ts'
import cost from './cost.ts'
import crew from './crew.ts'
import exportFilm from './export.ts'
import cancel from './cancel.ts'
import deleteFilm from './delete.ts'
import settings from './settings.ts'
import workflow from './workflow.ts'
import consent from './consent.ts'
import help from './help.ts'
import makeThisAFilm from './make-this-a-film.ts'
import animatePicture from './animate-picture.ts'
import useAsReference from './use-as-reference.ts'

/**
 * What somebody can do from the command line of Discord. What cannot be done is thrown as a `Refusal` or a `ReadingError`;
 * `src/discord/commands/answer-command.ts` tells it kindly, to that person alone.
 */
export type Command = {
  data: RESTPostAPIApplicationCommandsJSONBody
  execute(interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction, desk: Desk): Promise<unknown>
  autocomplete?(interaction: AutocompleteInteraction, desk: Desk): Promise<unknown>
  /** A modal that the command showed, or something pressed in its answer: what has a `commandId`. */
  answer?(interaction: ModalSubmitInteraction | MessageComponentInteraction, said: string[], desk: Desk): Promise<unknown>
}

/** All that a command works with. */
export type Desk = {
  office: Office
  fetchAttachment: FetchAttachment
  /** Who does what here, and the voices and models there are. */
  studio: Pick<Studio, 'voices' | 'crew' | 'models' | 'seenIn'>
  /** Where a ComfyUI is connected. */
  workflows?: Workflows | undefined
  /** Whether the bot may read what is said without being mentioned. */
  messageContent: boolean
  version: string
}

/** What a person attached, from Discord's own hosts only and never more than `limit` bytes. Throws ReadingError. */
export type FetchAttachment = (attachment: { url: string; name: string; size: number }, options: { limit: number; signal?: AbortSignal; language?: Language }) => Promise<Buffer>

/** Every command there is: one line each, in the order of /help. */
export const commands: readonly Command[] = [
  film, create, animate, say, shot, storyboard, script, cut,
  status, cost, crew, exportFilm, cancel, deleteFilm, consent, settings, workflow, help,
  makeThisAFilm, animatePicture, useAsReference,
]
