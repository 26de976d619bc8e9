import type { APIChannel, APIMessage } from 'discord.js'
import { commands } from '../../commands/index.ts'
import type { Brief } from '../../src/film/brief.ts'
import { Brief as BriefSchema } from '../../src/film/brief.ts'
import type { Workflows } from '../../src/discord/workflows/workflows.ts'
import type { Interaction, OptionValue } from '../../src/try/discord/small-discord.ts'
import type { Model } from '../../src/studio/model.ts'
import { until } from '../store/scratch-store.ts'
import { openGatewayStage } from '../discord/gateway/stage.ts'

export type CommandStage = Awaited<ReturnType<typeof openCommandStage>>

/** The gateway with every command, before a small Discord. */
export async function openCommandStage({ workflows, models }: { workflows?: Workflows; models?: readonly Model[] } = {}) {
  const stage = await openGatewayStage({ commands, workflows, ...(models ? { models } : {}) })
  const { small, store, office } = stage
  await small.waitFor(() => small.commands().length === commands.length)
  return {
    ...stage,
    /** Gives a command, and what the person saw at last. */
    async give(who: { id: string }, where: { id: string }, name: string, options: Record<string, OptionValue> = {}, more: { subcommand?: string } = {}) {
      const interaction = small.as(who).command(where, name, options, more)
      return { interaction, said: await textOf(interaction) }
    },
    /** The newest film that somebody opened, with where it lives. */
    async newest(owner: { id: string }) {
      const [film] = await office.productions({ owner: owner.id })
      if (!film) throw new Error('No film was opened.')
      const { rows: [row] } = await store.pool.query('select p.brief, t.kind, t.channel, t.starter, t.thread from redcliff.productions p join redcliff.threads t on t.production = p.id where p.id = $1', [film.id])
      return { film, place: row as { kind: string; channel: string; starter: string | null; thread: string | null }, brief: film.kind === 'film' ? BriefSchema.parse(await office.assets.readJson(row.brief)) as Brief : null }
    },
    opened: (owner: { id: string }) => until(async () => (await office.productions({ owner: owner.id })).length),
    /** What stands in the thread as this card. */
    card: (film: { id: string }, body: Record<string, unknown>) => store.pool.query(
      'insert into redcliff.cards (production, slot, body) values ($1, $2, $3)', [film.id, body['slot'], { text: '', media: [], choices: [], asks: false, ...body }]),
    post: (film: { id: string; thread: string }, slot: string) => stage.card(film, slot, [{ production: film.id, act: 'approve-all' }]),
    /** An archived or live thread's messages, oldest first. */
    messages: (channel: APIChannel | { id: string }) => small.messages(channel),
  }
}

/** All the words of an answer, wherever in its components they stand. */
export async function textOf(interaction: Interaction): Promise<string> {
  const response = await interaction.response
  if (response.kind === 'message' || response.kind === 'update') return wordsIn(response.message)
  return response.kind === 'modal' ? response.modal.title : ''
}

export function wordsIn(message: Pick<APIMessage, 'content' | 'components'>): string {
  const found: string[] = [message.content]
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, each] of Object.entries(value)) {
      if ((key === 'content' || key === 'label') && typeof each === 'string') found.push(each)
      else look(each)
    }
  }
  look(message.components)
  return found.filter(Boolean).join('\n')
}

/** The files that a message's components show, by the ids of their attachments. */
export function filesIn(message: Pick<APIMessage, 'components'>): { id: string; name: string }[] {
  const found: { id: string; name: string }[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('attachment_id' in value && 'url' in value) found.push({ id: String(value.attachment_id), name: new URL(String(value.url)).pathname.split('/').at(-1) ?? '' })
    Object.values(value).forEach(look)
  }
  look(message.components)
  return found
}
