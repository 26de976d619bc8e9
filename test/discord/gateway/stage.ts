import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageFlags, REST, Routes, type APIMessage } from 'discord.js'
import pino from 'pino'
import type { Command } from '../../../commands/index.ts'
import { encodePress, type Press } from '../../../src/discord/custom-id.ts'
import { openGateway, type GatewayOptions } from '../../../src/discord/gateway/open-gateway.ts'
import { openOffice } from '../../../src/discord/office.ts'
import { callSheets, shotCall } from '../../../src/production/call-sheet.ts'
import { newRecord } from '../../../src/production/shot-record.ts'
import { openingState } from '../../../src/production/state.ts'
import { paperBoard, paperBrief, plainSheets } from '../../production/paper-studio.ts'
import { openAssets } from '../../../src/lab/assets.ts'
import { generousLimits, openSmallDiscord, type Options, type SmallDiscord } from '../../../src/try/discord/small-discord.ts'
import type { Model } from '../../../src/studio/model.ts'
import type { Studio } from '../../../src/studio/studio.ts'
import { scratchStore } from '../../store/scratch-store.ts'
import { specificationCheck } from '../../try/discord/check-spec.ts'

export type GatewayStage = Awaited<ReturnType<typeof openGatewayStage>>

type More = { limits?: Options['limits']; commands?: readonly Command[]; messageContent?: GatewayOptions['messageContent']; workflows?: GatewayOptions['workflows']; models?: readonly Model[]; prepare?: (small: SmallDiscord) => void }

/** The gateway alone, before a small Discord and an empty database: nobody handles what it mails. */
export async function openGatewayStage({ limits, commands = [], messageContent = 'on', workflows, models = [], prepare }: More = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const [store, small] = await Promise.all([scratchStore(), specificationCheck().then((check) => openSmallDiscord({ ...check && { check }, limits: { ...generousLimits, ...limits } }))])
  const office = openOffice({ store, assets: openAssets(folder) })
  const guild = small.addGuild({ name: 'Red Cliff' })
  // what a person's first picture needs is tested by itself
  await office.saveSettings(guild.id, { confirmPictures: false })
  const channel = small.addChannel(guild, { name: 'films' })
  const member = (username: string, locale = 'en-US') => {
    const user = small.addUser({ username, locale })
    small.addMember(guild, user)
    return user
  }
  prepare?.(small)
  const lines: Record<string, unknown>[] = []
  const waits: number[] = []
  const options: GatewayOptions = {
    token: small.token, rest: small.rest, office, commands, messageContent, workflows,
    studio: studioOf(models), version: 'test',
    log: pino({ level: 'debug' }, { write: (line: string) => { lines.push(JSON.parse(line)) } }),
    metrics: { acknowledged: (_, seconds) => { waits.push(seconds) }, interaction: () => undefined },
  }
  const gateway = await openGateway(options)
  const rest = new REST(small.rest).setToken(small.token)
  let films = 0
  return {
    small, store, office, guild, channel, gateway, options, lines, waits, rest, member,
    /** A film in a thread of its own, with one message that carries these presses. */
    async film(owner: { id: string }, { locale = 'en-US' } = {}) {
      const id = `f${++films}`
      const starter = await rest.post(Routes.channelMessages(channel.id), { body: { content: `film ${id}` } }) as APIMessage
      const thread = await rest.post(Routes.threads(channel.id, starter.id), { body: { name: id } }) as { id: string }
      await office.openFilm({
        id, owner: owner.id, starter: starter.id, place: { guild: guild.id, channel: channel.id, kind: 'message', locale },
        brief: { title: `Film ${id}`, kind: 'wish', text: 'a wish', language: 'en', aspect: '16:9', definition: '720p', fps: 24, seconds: null, look: null, voice: null, music: null, candidates: 4, seed: 1 },
      })
      await store.pool.query('update redcliff.threads set thread = $2 where production = $1', [id, thread.id])
      return { id, thread: thread.id }
    },
    /** A message of the bot's with a button for each of these presses, remembered as the card of `slot`. */
    async card(film: { id: string; thread: string }, slot: string, presses: readonly (Press | string)[]) {
      const ids = presses.map((press) => typeof press === 'string' ? press : encodePress(press))
      const body = {
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: 17, components: [{ type: 10, content: slot }, { type: 1, components: ids.map((custom_id, index) => ({ type: 2, style: 2, label: `b${index}`, custom_id })) }] }],
      }
      const message = await rest.post(Routes.channelMessages(film.thread), { body }) as APIMessage
      await store.pool.query('insert into redcliff.posts (production, slot, message, nonce) values ($1, $2, $3, $4)', [film.id, slot, message.id, message.id])
      return { message, ids }
    },
    /** Shots 1.1, 1.2 …, boarded and nothing made yet. */
    async shots(film: { id: string }, count: number) {
      for (const [index, sheet] of callSheets(paperBoard(count), paperBrief, openingState.terms, plainSheets).entries()) {
        const record = newRecord(shotCall(sheet, await office.assets.putJson(sheet), index))
        await store.pool.query('insert into redcliff.shots (production, number, body) values ($1, $2, $3)', [film.id, record.number, record])
      }
    },
    async select(film: { id: string; thread: string }, press: Press, values: readonly string[]) {
      const custom_id = encodePress(press)
      const body = { flags: MessageFlags.IsComponentsV2, components: [{ type: 1, components: [{ type: 3, custom_id, options: values.map((value) => ({ label: value, value })) }] }] }
      return { message: await rest.post(Routes.channelMessages(film.thread), { body }) as APIMessage, custom_id }
    },
    events: async (film: { id: string }) =>
      (await store.pool.query(`select key, body from redcliff.events where production = $1 and key <> 'opened' order by id`, [film.id])).rows as { key: string; body: Record<string, unknown> }[],
    async close() {
      await gateway.close()
      await small.close()
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** As much of a studio as a gateway asks. */
const studioOf = (models: readonly Model[], server: string | null = null): GatewayOptions['studio'] => ({
  voices: [], crew: { write: '', draw: '', animate: '', speak: '', compose: '' },
  models: (capability) => models.filter((each) => each.capability === capability && (each.server === undefined || each.server === server)),
  seenIn: (other) => studioOf(models, other) as Studio,
})
