import { DiscordAPIError } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.close())

const v2 = 1 << 15
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more })
const row = (...components: object[]) => ({ type: 1, components })
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }], ...more })
const text = (content = 'x') => ({ type: 10, content })
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const inV2 = (...components: object[]) => ({ flags: v2, components })

/** Sent as a message's body; where Discord says that it is wrong. */
const refusedMessages: Record<string, [body: object, at: string]> = {
  'content over 2000': [{ content: 'x'.repeat(2001) }, 'content'],
  'embeds over 6000 in all': [{ embeds: many(2, () => ({ description: 'x'.repeat(3001) })) }, 'embeds'],
  '11 embeds': [{ embeds: many(11, () => ({ title: 'x' })) }, 'embeds'],
  'an embed title of 257': [{ embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
  'an empty embed field': [{ embeds: [{ title: 'x', fields: [{ name: '', value: 'x' }] }] }, 'embeds.0.fields.0.name'],
  'more than 40 components, nested ones counted': [inV2(...many(5, () => ({ type: 17, components: many(8, () => text()) }))), 'components'],
  'more than 4000 characters over all texts': [inV2(text('x'.repeat(2001)), text('x'.repeat(2000))), 'components'],
  'a custom id twice': [{ components: [row(button(), button())] }, 'components.0.components.1.custom_id'],
  'a custom id of 101': [{ components: [row(button({ custom_id: 'x'.repeat(101) }))] }, 'components.0.components.0.custom_id'],
  'content with Components V2': [{ content: 'x', ...inV2(text()) }, 'content'],
  'embeds with Components V2': [{ embeds: [{ title: 'x' }], ...inV2(text()) }, 'embeds'],
  'a text display without the flag': [{ components: [text()] }, 'components.0.type'],
  'six rows without the flag': [{ components: many(6, (index) => row(button({ custom_id: `b${index}` }))) }, 'components'],
  'six buttons in a row': [{ components: [row(...many(6, (index) => button({ custom_id: `b${index}` })))] }, 'components.0.components'],
  'two selects in a row': [{ components: [row(select(), select({ custom_id: 't' }))] }, 'components.0.components'],
  'a button beside a select': [{ components: [row(button(), select())] }, 'components.0.components'],
  'a button without custom id': [{ components: [row(button({ custom_id: undefined }))] }, 'components.0.components.0.custom_id'],
  'a link with a custom id': [{ components: [row(button({ style: 5, url: 'https://example.org' }))] }, 'components.0.components.0.custom_id'],
  'a button without label and emoji': [{ components: [row(button({ label: undefined }))] }, 'components.0.components.0'],
  'a button with a letter for an emoji': [{ components: [row(button({ emoji: { name: 'A' } }))] }, 'components.0.components.0.emoji.name'],
  'a label of 81': [{ components: [row(button({ label: 'x'.repeat(81) }))] }, 'components.0.components.0.label'],
  'a select value twice': [{ components: [row(select({ options: many(2, () => ({ label: 'a', value: 'a' })) }))] }, 'components.0.components.0.options.1.value'],
  '26 select options': [{ components: [row(select({ options: many(26, (index) => ({ label: 'a', value: `${index}` })) }))] }, 'components.0.components.0.options'],
  'min_values over max_values': [{ components: [row(select({ min_values: 2, max_values: 1 }))] }, 'components.0.components.0.min_values'],
  'a gallery of 11': [inV2({ type: 12, items: many(11, () => ({ media: { url: 'https://example.org/a.png' } })) }), 'components.0.items'],
  'a name after attachment:// that was not uploaded': [inV2({ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }), 'components.0.items.0.media.url'],
  'a file component with a link': [inV2({ type: 13, file: { url: 'https://example.org/a.txt' } }), 'components.0.file.url'],
  'a name after attachment:// that is no url': [inV2({ type: 13, file: { url: 'attachment://赤壁.txt' } }), 'components.0.file.url'],
  'a section without accessory': [inV2({ type: 9, components: [text()] }), 'components.0.accessory'],
  'a section of four texts': [inV2({ type: 9, components: many(4, () => text()), accessory: button() }), 'components.0.components'],
  'a video as a thumbnail': [inV2({ type: 9, components: [text()], accessory: { type: 11, media: { url: 'https://example.org/a.mp4' } } }), 'components.0.accessory.media'],
  'a container in a container': [inV2({ type: 17, components: [{ type: 17, components: [text()] }] }), 'components.0.components.0.type'],
  'a text input in a message': [{ components: [row({ type: 4, custom_id: 't', style: 1, label: 'x' })] }, 'components.0.components.0.type'],
  'an empty text': [inV2(text('')), 'components.0.content'],
  'an unknown property': [{ content: 'x', colour: 1 }, 'colour'],
  'an unknown property of a component': [{ components: [row(button({ colour: 1 }))] }, 'components.0.components.0.colour'],
  'a nonce of 26': [{ content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
  'a mention both parsed and listed': [{ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }, 'allowed_mentions'],
  'an attachment that is not there': [{ content: 'x', attachments: [{ id: '0' }] }, 'attachments.0.id'],
}

test.each(Object.entries(refusedMessages))('Discord refuses %s', async (_name, [body, at]) => {
  await refused('post', `/channels/${stage.channel.id}/messages`, body, at)
})

const command = (more: object = {}) => ({ name: 'film', description: 'Make a film', ...more })
const option = (more: object = {}) => ({ type: 3, name: 'wish', description: 'What', ...more })
const refusedCommands: Record<string, [body: object, at: string]> = {
  'capitals in a command name': [command({ name: 'Film' }), '0.name'],
  'a space in a command name': [command({ name: 'a film' }), '0.name'],
  'a required option after an optional one': [command({ options: [option(), option({ name: 'look', required: true })] }), '0.options.1'],
  'a command of more than 8000 characters': [command({ options: many(25, (index) => option({ name: `o${index}`, choices: many(4, (choice) => ({ name: `${choice}`.padEnd(50, 'x'), value: `${choice}`.padEnd(50, 'y') })) })) }), '0'],
  'a chat command without description': [{ name: 'film' }, '0.description'],
  'a message command with description': [{ type: 3, name: 'Use', description: 'x' }, '0.description'],
  'choices with autocomplete': [command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }), '0.options.0.choices'],
  'an unknown locale': [command({ name_localizations: { zh: '拍片' } }), '0.name_localizations.zh'],
  '26 options': [command({ options: many(26, (index) => option({ name: `o${index}` })) }), '0.options'],
  'a subcommand beside an option': [command({ options: [{ type: 1, name: 'set', description: 'x' }, option()] }), '0.options.1.type'],
  'an unknown property of a command': [command({ colour: 1 }), '0.colour'],
}
test.each(Object.entries(refusedCommands))('Discord refuses %s', async (_name, [body, at]) => {
  await refused('put', `/applications/${stage.small.application.id}/commands`, [body], at)
})

const label = (component: object, more: object = {}) => ({ type: 18, label: 'L', component, ...more })
const input = (more: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more })
const modal = (...components: object[]) => ({ custom_id: 'm', title: 'M', components })
const refusedModals: Record<string, [data: object, at: string]> = {
  'a modal of six': [modal(...many(6, (index) => label(input({ custom_id: `i${index}` })))), 'data.components'],
  'a modal title of 46': [{ ...modal(label(input())), title: 'x'.repeat(46) }, 'data.title'],
  'a label of 46': [modal(label(input(), { label: 'x'.repeat(46) })), 'data.components.0.label'],
  'a placeholder of 101': [modal(label(input({ placeholder: 'x'.repeat(101) }))), 'data.components.0.component.placeholder'],
  'a disabled select in a modal': [modal(label(select({ disabled: true }))), 'data.components.0.component.disabled'],
  'a button in a modal': [modal(label(button())), 'data.components.0.component.type'],
  'a radio group of one': [modal(label({ type: 21, custom_id: 'r', options: [{ label: 'a', value: 'a' }] })), 'data.components.0.component.options'],
}
test.each(Object.entries(refusedModals))('Discord refuses %s', async (_name, [data, at]) => {
  await stage.client.application?.commands.set([{ name: 'film', description: 'x' }])
  const asked = stage.small.as(stage.person).command(stage.channel, 'film')
  await refused('post', `/interactions/${asked.id}/${asked.token}/callback`, { type: 9, data }, at)
  await stage.client.rest.post(`/interactions/${asked.id}/${asked.token}/callback`, { auth: false, body: { type: 9, data: modal(label(input())) } })
  expect(await asked.response).toMatchObject({ kind: 'modal' })
})

test('a deferred answer takes only the ephemeral flag', async () => {
  await stage.client.application?.commands.set([{ name: 'film', description: 'x' }])
  const asked = stage.small.as(stage.person).command(stage.channel, 'film')
  await refused('post', `/interactions/${asked.id}/${asked.token}/callback`, { type: 5, data: { flags: v2 } }, 'data.flags')
  await refused('post', `/interactions/${asked.id}/${asked.token}/callback`, { type: 6 }, 'type')
  await stage.client.rest.post(`/interactions/${asked.id}/${asked.token}/callback`, { auth: false, body: { type: 5, data: { flags: 64 } } })
})

test('Discord refuses an empty message, and taking Components V2 off again', async () => {
  await expect(stage.client.rest.post(`/channels/${stage.channel.id}/messages`, { body: { content: ' ' } })).rejects.toMatchObject({ code: 50006 })
  const { id } = await stage.client.rest.post(`/channels/${stage.channel.id}/messages`, { body: inV2(text()) }) as { id: string }
  await refused('patch', `/channels/${stage.channel.id}/messages/${id}`, { flags: 0 }, 'flags')
  await refused('patch', `/channels/${stage.channel.id}/messages/${id}`, { content: 'x' }, 'content')
})

async function refused(method: 'post' | 'put' | 'patch', route: string, body: unknown, at: string) {
  const before = stage.small.violations.length
  const error = await stage.client.rest[method](route as `/${string}`, { body, auth: !route.includes('callback') }).then(() => undefined, (thrown: unknown) => thrown)
  if (!(error instanceof DiscordAPIError)) throw new Error(`It was not refused: ${JSON.stringify(body).slice(0, 200)}`)
  expect(error).toMatchObject({ status: 400, code: 50035 })
  // Discord nests the errors as the fields are.
  const errors = (error.rawError as { errors: Record<string, unknown> }).errors
  const place = at.split('.').reduce<unknown>((branch, key) => (branch as Record<string, unknown> | undefined)?.[key], errors)
  expect(place, JSON.stringify(errors)).toMatchObject({ _errors: [{ code: expect.any(String), message: expect.any(String) }] })
  expect(stage.small.violations.slice(before).map(({ where }) => where)).toContain(at)
}
