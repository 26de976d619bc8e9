import { randomBytes } from 'node:crypto'
import { DiscordAPIError, type Interaction, MessageFlags, RESTJSONErrorCodes } from 'discord.js'
import { answerCommand, explained } from '../commands/answer-command.ts'
import { languageOf } from '../commands/language.ts'
import { Refusal } from '../commands/refusal.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import type { GatewayDesk } from './desk.ts'
import { answerPress } from './press/answer-press.ts'
import { whisper } from './whisper.ts'
import { gatewayWords } from './words.ts'

/** Every interaction is answered, whatever happens: by what was asked for, or by a sentence to the person alone. Never throws. */
export async function answerInteraction(interaction: Interaction, desk: GatewayDesk): Promise<void> {
  const kind = kindOf(interaction)
  try {
    const answered = await answerCommand(desk.commands, interaction, desk)
    if (!answered && (interaction.isMessageComponent() || interaction.isModalSubmit())) await answerPress(interaction, desk)
    else if (!answered) throw new Refusal(gatewayWords[languageOf(interaction.locale)].foreign)
    desk.metrics.interaction(kind, 'done')
  } catch (error) {
    await explain(error, interaction, kind, desk).catch((err: unknown) => desk.log.error({ err, interaction: interaction.id }, 'could not say what went wrong'))
  }
}

/** What is refused has its own words; what is broken gets a number, under which the log has the rest. */
async function explain(error: unknown, interaction: Interaction, kind: string, { log, metrics }: GatewayDesk) {
  const refused = error instanceof Refusal || error instanceof ReadingError
  metrics.interaction(kind, refused ? 'refused' : 'failed')
  if (tooLate(error)) return log.warn({ interaction: interaction.id, kind, after: Date.now() - interaction.createdTimestamp }, 'too late to answer')
  const number = randomBytes(4).toString('hex')
  if (!refused) log.error({ err: error, number, interaction: interaction.id, kind }, 'an interaction failed')
  if (interaction.isAutocomplete()) return interaction.responded ? undefined : interaction.respond([])
  if (error instanceof Refusal && error.shown) return void await whisper(interaction, { components: error.shown.components, flags: MessageFlags.IsComponentsV2 })
  await whisper(interaction, refused ? explained(error, interaction.locale) : gatewayWords[languageOf(interaction.locale)].broken(number))
}

/** Nobody can be told any more: three seconds, or fifteen minutes, have passed. */
const tooLate = (error: unknown) => error instanceof DiscordAPIError && (error.code === RESTJSONErrorCodes.UnknownInteraction || error.code === RESTJSONErrorCodes.InvalidWebhookToken)

export function kindOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return 'autocomplete'
  if (interaction.isCommand()) return 'command'
  return interaction.isModalSubmit() ? 'modal' : 'press'
}
