import { PermissionFlagsBits } from 'discord.js'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { GuildSettings } from '../../src/discord/settings.ts'
import { openCommandStage, type CommandStage } from './stage.ts'

let stage: CommandStage
let chief: { id: string }
beforeAll(async () => {
  stage = await openCommandStage({ models: [
    { id: 'openai/brush-2', capability: 'draw', label: 'Brush 2', limits: {}, price: null }, { id: 'replicate/dolly-3', capability: 'animate', label: 'Dolly 3', limits: {}, price: null },
    { id: 'comfyui/elsewhere', capability: 'draw', label: 'Elsewhere', limits: {}, price: [], server: 'another server' },
  ] })
  chief = stage.member('chief')
  stage.small.setRoles(stage.guild, chief, [stage.small.addRole(stage.guild, { name: 'chiefs', permissions: PermissionFlagsBits.ManageGuild })])
})
afterAll(() => stage.close())
beforeEach(() => stage.store.pool.query('delete from redcliff.guilds'))
afterEach(() => expect(stage.small.violations).toEqual([]))

const use = async (subcommand: string, options = {}) => (await stage.give(chief, stage.channel, 'settings', options, { subcommand })).said
const kept = async () => (await stage.store.pool.query('select settings from redcliff.guilds where guild = $1', [stage.guild.id])).rows[0]?.settings

test('only who manages the server sees /settings', () => {
  const names = (who: { id: string }) => stage.small.commandsFor(who, stage.channel).map(({ name }) => name)
  expect(names(chief)).toContain('settings')
  expect(names(stage.member('guest'))).not.toContain('settings')
})

test('what is set is kept, and nothing that was not said with it', async () => {
  await use('set', { 'aspect': '9:16', 'open-notes': true, 'max-seconds': 90 })
  expect(await kept()).toEqual({ aspect: '9:16', openNotes: true, maxSeconds: 90 })
  const said = await use('set', { look: 'noir' })
  expect(await kept()).toEqual({ aspect: '9:16', openNotes: true, maxSeconds: 90, look: 'noir' })
  expect(said).toContain('**9:16**')
  await use('set', { look: 'auto' })
  expect((await stage.office.settings(stage.guild.id)).look).toBeNull()
})

test('showing changes nothing', async () => {
  expect(await use('show')).toContain('Settings of this server')
  expect(await kept()).toBeUndefined()
})

test('channels and roles go into their lists and out again', async () => {
  const role = stage.small.addRole(stage.guild, { name: 'crew' })
  expect(await use('channels', { what: 'add', channel: stage.channel })).toContain(`<#${stage.channel.id}>`)
  await use('channels', { what: 'add', channel: stage.channel })
  await use('starters', { what: 'add', role })
  expect(await stage.office.settings(stage.guild.id)).toMatchObject({ channels: [stage.channel.id], starters: [role.id] })
  await use('channels', { what: 'remove', channel: stage.channel })
  expect(await use('channels', { what: 'remove', channel: stage.channel })).toContain('not in the list')
  await use('reset')
  expect(await stage.office.settings(stage.guild.id)).toEqual(GuildSettings.parse({}))
})

test('models are chosen from those that are here, go into films that are opened from now on, and are given back', async () => {
  expect(await use('models', { pictures: 'openai/brush-2', clips: 'replicate/dolly-3' })).toContain('Pictures are made by · **openai/brush-2**')
  expect(await use('models', { clips: 'openai/brush-2' })).toMatch(/no model openai\/brush-2 for this.*There are: replicate\/dolly-3/)
  // a workflow of another server is not here
  expect(await use('models', { pictures: 'comfyui/elsewhere' })).toMatch(/no model comfyui\/elsewhere for this.*There are: openai\/brush-2; or auto/)
  expect(await use('models', { clips: 'auto' })).not.toContain('dolly')
  expect((await stage.office.settings(stage.guild.id)).models).toEqual({ draw: 'openai/brush-2' })
  await stage.give(chief, stage.channel, 'film', { wish: 'a paper boat in the rain' })
  await stage.opened(chief)
  const { rows: [opened] } = await stage.store.pool.query(`select body from redcliff.events where body->>'kind' = 'opened' order by id desc limit 1`)
  expect(opened?.body.models).toEqual({ draw: 'openai/brush-2' })
})
