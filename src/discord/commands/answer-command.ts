import type { AutocompleteInteraction, ChatInputCommandInteraction, Interaction, MessageComponentInteraction, MessageContextMenuCommandInteraction, ModalSubmitInteraction } from 'discord.js'
import type { Command, Desk } from '../../../commands/index.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { readCommandId } from './command-id.ts'
import { languageOf } from './language.ts'
import { Refusal } from './refusal.ts'
import { tell } from './tell.ts'

/**
 * Lets the command that an interaction belongs to answer it. False when it belongs to none.
 * What is refused is told to the person; what is broken is thrown, for the gateway to log and to explain.
 */
export async function answerCommand(commands: readonly Command[], interaction: Interaction, desk: Desk): Promise<boolean> {
  const named = (name: string) => commands.find(({ data }) => data.name === name)
  if (interaction.isAutocomplete()) {
    const command = named(interaction.commandName)
    await (command?.autocomplete?.(interaction, desk) ?? interaction.respond([]))
    return command !== undefined
  }
  const work = workOf(interaction, named, desk)
  if (!work) return false
  try {
    await work.done()
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof ReadingError)) throw error
    await tell(work.asked, error instanceof Refusal && error.shown ? error.shown : explained(error, work.asked.locale))
  }
  return true
}

/** What cannot be read is said in the language of who brought it. */
export const explained = (error: Refusal | ReadingError, locale: string) =>
  error instanceof ReadingError && languageOf(locale) === 'zh' ? error.zh ?? error.message : error.message

export type Asked = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction | MessageComponentInteraction

function workOf(interaction: Exclude<Interaction, AutocompleteInteraction>, named: (name: string) => Command | undefined, desk: Desk): { asked: Asked; done: () => Promise<unknown> } | null {
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    const command = named(interaction.commandName)
    return command ? { asked: interaction, done: () => command.execute(interaction, desk) } : null
  }
  if (!interaction.isModalSubmit() && !interaction.isMessageComponent()) return null
  const id = readCommandId(interaction.customId)
  const answer = id && named(id.command)?.answer
  return answer ? { asked: interaction, done: () => answer(interaction, id.said, desk) } : null
}

