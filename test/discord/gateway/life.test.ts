import { Routes, SlashCommandBuilder } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../../commands/index.ts'
import { Refusal } from '../../../src/discord/commands/refusal.ts'
import { openGateway } from '../../../src/discord/gateway/open-gateway.ts'
import { until } from '../../store/scratch-store.ts'
import { openGatewayStage, type GatewayStage } from './stage.ts'

let stage: GatewayStage
let owner: ReturnType<GatewayStage['member']>
/** What the command /odd does this time. */
let odd: Command['execute'] = async () => undefined
const command = (name: string, execute: Command['execute']): Command => ({ data: new SlashCommandBuilder().setName(name).setDescription(`Does ${name}`).toJSON(), execute })
const commands = [command('odd', (interaction, desk) => odd(interaction, desk)), command('even', async (interaction) => interaction.reply('even'))]

beforeAll(async () => {
  stage = await openGatewayStage({ commands })
  owner = stage.member('ann')
})
afterAll(() => stage.close())
afterEach(() => expect(stage.small.violations).toEqual([]))

const lost = async (film: { id: string }) => (await stage.store.pool.query('select lost from redcliff.threads where production = $1', [film.id])).rows[0]?.lost
const limitOf = async (guild: string) => Number((await stage.store.pool.query('select upload_limit from redcliff.guilds where guild = $1', [guild])).rows[0]?.upload_limit ?? 0) / 1_048_576

test('commands are registered once, and again only when they changed', async () => {
  await stage.small.waitFor(() => stage.small.commands().length === 2)
  const puts = () => stage.small.requests.get('PUT /applications/{application_id}/commands') ?? 0
  expect(puts()).toBe(1)
  const second = await openGateway(stage.options)
  await until(async () => stage.lines.filter(({ msg, changed }) => msg === 'commands registered' && changed === false).length === 1)
  expect(puts()).toBe(1)
  await second.close()
  const third = await openGateway({ ...stage.options, commands: commands.slice(0, 1) })
  await stage.small.waitFor(() => stage.small.commands().length === 1)
  expect(puts()).toBe(2)
  await third.close()
})

test('a command that refuses says so to one person; one that breaks says a number', async () => {
  odd = async () => { throw new Refusal('Not today.') }
  const refused = await stage.small.as(owner).command(stage.channel, 'odd').response
  expect(refused).toMatchObject({ kind: 'message', ephemeral: true, message: { content: 'Not today.' } })
  odd = async (interaction) => { await interaction.deferReply({ flags: 64 }); throw new Error('the secret is hunter2') }
  const broken = stage.small.as(owner).command(stage.channel, 'odd')
  const answer = await broken.response
  expect(answer.kind === 'message' && answer.message.content).toMatch(/number [0-9a-f]{8}/)
  expect(JSON.stringify(answer)).not.toContain('hunter2')
})

test('a command of an older version is answered', async () => {
  const gone = new SlashCommandBuilder().setName('gone').setDescription('Was here once').toJSON()
  await stage.rest.put(Routes.applicationGuildCommands(stage.small.application.id, stage.guild.id), { body: [gone] })
  expect(await stage.small.as(owner).command(stage.channel, 'gone').response).toMatchObject({ kind: 'message', ephemeral: true, message: { content: expect.stringContaining('another time') } })
})

test('a page is turned for everybody and nothing is uploaded again', async () => {
  const film = await stage.film(owner)
  const lines = Array.from({ length: 120 }, (_, index) => `Line ${index}: ${'words '.repeat(8)}`)
  await stage.store.pool.query(`insert into redcliff.cards (production, slot, body) values ($1, 'script', $2)`,
    [film.id, { slot: 'script', title: 'The script', text: lines.join('\n'), media: [], choices: [], asks: false }])
  const { message, ids: [id = ''] } = await stage.card(film, 'script', [{ production: film.id, act: 'page', slot: 'script', page: 2 }])
  await stage.small.as(owner).press(message, id).acknowledged
  await stage.small.waitFor(() => JSON.stringify(stage.small.message(message.id)?.components).includes('page 3 of'))
})

test('a shot is shown again to the person who asks, with live buttons', async () => {
  const film = await stage.film(owner)
  await stage.store.pool.query(`insert into redcliff.cards (production, slot, body) values ($1, 'board', $2)`,
    [film.id, { slot: 'board', title: 'The storyboard', text: 'two shots', media: [], choices: [{ label: 'Go', event: { kind: 'greenlit', board: 'b'.repeat(64) }, standard: true }], asks: true }])
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [{ production: film.id, act: 'show', slot: 'board' }])
  const pressed = stage.small.as(owner).press(message, id)
  const shown = await stage.small.waitFor(() => pressed.followUps[0])
  expect(shown.visibleTo).toBe(owner.id)
  expect(JSON.stringify(shown.components)).toContain('The storyboard')
})

test('a message that somebody deletes is owed again', async () => {
  const film = await stage.film(owner)
  const { message } = await stage.card(film, 'board', [{ production: film.id, act: 'cancel' }])
  stage.small.deleteMessage(message)
  await until(async () => (await stage.store.pool.query(`select message from redcliff.posts where production = $1`, [film.id])).rows[0]?.message === null)
})

test('a deleted thread, and a channel with its threads, are lost', async () => {
  const [one, two] = [await stage.film(owner), await stage.film(owner)]
  stage.small.deleteChannel(one.thread)
  await until(async () => await lost(one) === 'deleted')
  expect(await lost(two)).toBeNull()
})

test('kicked, its films are lost; invited again, they go on, and it says hello', async () => {
  const guild = stage.small.addGuild({ name: 'Elsewhere', premiumTier: 2, withoutBot: true })
  const channel = stage.small.addChannel(guild, { name: 'lobby' })
  stage.small.inviteBot(guild)
  await stage.small.waitFor(() => stage.small.messages(channel).some(({ components }) => JSON.stringify(components).includes('**/film**')))
  await until(async () => await limitOf(guild.id) === 50)
  const film = await stage.film(owner)
  await stage.store.pool.query('update redcliff.threads set guild = $2 where production = $1', [film.id, guild.id])
  stage.small.kickBot(guild)
  await until(async () => await lost(film) === 'server: kicked')
  stage.small.inviteBot(guild)
  await until(async () => await lost(film) === null)
})

test('where a permission was missing and is given, what could not be posted is tried at once', async () => {
  const film = await stage.film(owner)
  await stage.store.pool.query(`update redcliff.threads set lost = 'missing AttachFiles', lost_at = now() where production = $1`, [film.id])
  stage.small.setOverwrite(stage.channel, { user: stage.small.botUser, allow: 1n << 15n })
  await until(async () => (await stage.store.pool.query(`select lost_at = 'epoch' as due from redcliff.threads where production = $1`, [film.id])).rows[0]?.due)
})

test('fifty presses in a second are acknowledged within one', async () => {
  const film = await stage.film(owner)
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [{ production: film.id, act: 'event', event: { kind: 'greenlit', board: 'c'.repeat(64) } }])
  stage.waits.length = 0
  const pressed = await Promise.all(Array.from({ length: 50 }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 20))
    return stage.small.as(owner).press(message, id)
  }))
  const waits = (await Promise.all(pressed.map(({ acknowledged }) => acknowledged))).sort((a, b) => a - b)
  expect(waits.at(-1)).toBeLessThan(1000)
  await until(async () => (await stage.events(film)).length === 50)
  expect(stage.waits).toHaveLength(50)
})

test('a press while the gateway is dropped is heard after it resumes, once', async () => {
  const film = await stage.film(owner)
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [{ production: film.id, act: 'event', event: { kind: 'greenlit', board: 'd'.repeat(64) } }])
  stage.small.dropGateway()
  const pressed = stage.small.as(owner).press(message, id)
  await pressed.acknowledged.catch(() => undefined)
  await until(async () => (await stage.events(film)).length === 1)
  stage.small.dropGateway({ resumable: false })
  await stage.small.waitFor(() => stage.small.sessions().some(({ connected }) => connected))
  await until(async () => stage.gateway.client.ws.status === 0)
  await stage.small.as(owner).press(message, id).acknowledged
  await until(async () => (await stage.events(film)).length === 2)
})

test('a person who could not be answered in time costs the bot nothing', async () => {
  odd = async (interaction) => {
    stage.small.failNext({ route: 'POST /interactions/{interaction_id}/{interaction_token}/callback', status: 404, code: 10062 })
    await interaction.deferReply()
  }
  stage.small.as(owner).command(stage.channel, 'odd').response.catch(() => undefined)
  await until(async () => stage.lines.some(({ msg }) => msg === 'too late to answer'))
})

test('closing ends what has begun, and the bot is offline', async () => {
  const film = await stage.film(owner)
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [{ production: film.id, act: 'event', event: { kind: 'greenlit', board: 'e'.repeat(64) } }])
  await stage.small.as(owner).press(message, id).acknowledged
  await stage.gateway.close()
  expect(await stage.events(film)).toHaveLength(1)
  await stage.small.waitFor(() => stage.small.sessions().every(({ connected }) => !connected))
})
