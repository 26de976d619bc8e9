import {
  ActionRowBuilder, ApplicationCommandOptionType, ApplicationCommandType, ButtonBuilder, ButtonStyle, ComponentType, FileUploadBuilder, LabelBuilder, MessageFlags, ModalBuilder, StringSelectMenuBuilder,
  TextDisplayBuilder, TextInputBuilder, TextInputStyle, type Interaction,
} from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStage, type Stage } from './bot.ts'

let stage: Stage
beforeEach(async () => { stage = await openStage() })
afterEach(() => stage.close())

const me = () => stage.small.as(stage.person)
const answering = (answer: (interaction: Interaction) => Promise<unknown>) => { stage.client.on('interactionCreate', (interaction) => void answer(interaction)) }
const unbroken = () => expect(stage.small.violations).toEqual([])

const film = {
  name: 'film', description: 'Make a film', nameLocalizations: { 'zh-CN': '拍片' }, options: [
    { type: ApplicationCommandOptionType.String as const, name: 'wish', description: 'What to film', required: true },
    { type: ApplicationCommandOptionType.String as const, name: 'look', description: 'Look', autocomplete: true },
    { type: ApplicationCommandOptionType.Attachment as const, name: 'text', description: 'A text' },
  ],
}

test('a command arrives with its options, files, rights and languages, and is answered', async () => {
  await stage.client.application?.commands.set([film])
  answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    expect(interaction).toMatchObject({ locale: 'zh-CN', guildLocale: 'zh-CN', attachmentSizeLimit: 10 * 2 ** 20 })
    expect(interaction.memberPermissions?.has('SendMessages')).toBe(true)
    const text = interaction.options.getAttachment('text', true)
    await interaction.reply(`${interaction.options.getString('wish')}: ${await (await fetch(text.url)).text()}`)
  })
  const asked = me().command(stage.channel, 'film', { wish: 'boats', text: { name: 'story.txt', bytes: Buffer.from('fire') } })
  expect(await asked.response).toMatchObject({ kind: 'message', ephemeral: false, message: { content: 'boats: fire', interaction_metadata: { id: asked.id }, interaction: { name: 'film' } } })
  expect(asked.acknowledgedAfter).toBeGreaterThan(0)
  expect(() => me().command(stage.channel, 'film', {})).toThrow('«wish» is required')
  unbroken()
})

test('autocomplete offers choices', async () => {
  await stage.client.application?.commands.set([film])
  answering(async (interaction) => interaction.isAutocomplete() && interaction.respond([{ name: `ink ${interaction.options.getFocused()}`, value: 'ink-wash' }]))
  expect(await me().autocomplete(stage.channel, 'film', { look: 'in' }, 'look')).toEqual([{ name: 'ink in', value: 'ink-wash' }])
  unbroken()
})

test('thinking becomes the answer, ephemeral for one person only; follow-ups come after', async () => {
  await stage.client.application?.commands.set([film])
  answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [new TextDisplayBuilder().setContent('ready')] })
    await interaction.followUp({ content: 'and', flags: MessageFlags.Ephemeral })
  })
  const asked = me().command(stage.channel, 'film', { wish: 'boats' })
  const answer = await asked.response
  expect(answer).toMatchObject({ kind: 'message', ephemeral: true, message: { visibleTo: stage.person.id, components: [{ content: 'ready' }] } })
  await stage.small.waitFor(() => asked.followUps.length === 1)
  expect(stage.small.messages(stage.channel)).toHaveLength(0)
  expect(stage.small.messages(stage.channel, stage.person)).toHaveLength(2)
  unbroken()
})

test('a button updates its message; a select carries values; a modal brings texts and uploads', async () => {
  const channel = await stage.client.channels.fetch(stage.channel.id)
  if (!channel?.isSendable()) throw new Error('no channel')
  const message = await channel.send({ components: [
    new ActionRowBuilder<ButtonBuilder>().addComponents(new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary), new ButtonBuilder().setCustomId('remix').setEmoji('🔀').setStyle(ButtonStyle.Secondary)),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(new StringSelectMenuBuilder().setCustomId('fix').addOptions({ label: 'Hands', value: 'hands' }, { label: 'Face', value: 'face' })),
  ] })
  const modal = new ModalBuilder().setCustomId('m').setTitle('Remix').addLabelComponents(
    new LabelBuilder().setLabel('Prompt').setTextInputComponent(new TextInputBuilder().setCustomId('prompt').setStyle(TextInputStyle.Paragraph)),
    new LabelBuilder().setLabel('Reference').setFileUploadComponent(new FileUploadBuilder().setCustomId('reference').setRequired(false)),
  )
  answering(async (interaction) => {
    if (interaction.isButton() && interaction.customId === 'go') await interaction.update({ content: 'going', components: [] })
    if (interaction.isButton() && interaction.customId === 'remix') await interaction.showModal(modal)
    if (interaction.isStringSelectMenu()) await interaction.deferUpdate().then(() => interaction.editReply(interaction.values.join()))
    if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      const file = interaction.fields.getUploadedFiles('reference')?.first()
      await interaction.update(`${interaction.fields.getTextInputValue('prompt')} ${file?.name}`)
    }
  })
  expect(await me().select(message, 'fix', ['face']).response).toEqual({ kind: 'deferred update' })
  await stage.small.waitFor(() => stage.small.message(message.id)?.content === 'face')
  const shown = me().press(message, '🔀')
  expect(await shown.response).toMatchObject({ kind: 'modal', modal: { title: 'Remix' } })
  expect(await me().submit(shown, { prompt: 'dusk', reference: [{ name: 'r.png', bytes: Buffer.from('x') }] }).response).toMatchObject({ kind: 'update', message: { content: 'dusk r.png' } })
  expect(await me().press(message, 'Go').response).toMatchObject({ kind: 'update', message: { content: 'going', components: [] } })
  expect(() => me().press(message, 'Go')).toThrow('nothing to press')
  unbroken()
})

test('a message command reads its target, though the bot may not read messages', async () => {
  await stage.client.application?.commands.set([{ name: 'Use as reference', type: ApplicationCommandType.Message }])
  answering(async (interaction) => interaction.isMessageContextMenuCommand() && interaction.reply(`used: ${interaction.targetMessage.content}`))
  const message = me().say(stage.channel, 'a red boat')
  expect(await me().contextMenu(stage.channel, 'Use as reference', { message }).response).toMatchObject({ message: { content: 'used: a red boat' } })
  unbroken()
})

test('what is not answered in time has failed, and can be answered no more', async () => {
  stage.small.limits.answerMilliseconds = 50
  await stage.client.application?.commands.set([film])
  const got = new Promise<Interaction>((resolve) => { stage.client.once('interactionCreate', resolve) })
  const asked = me().command(stage.channel, 'film', { wish: 'boats' })
  await expect(asked.acknowledged).rejects.toThrow('This interaction failed')
  const interaction = await got
  if (!interaction.isChatInputCommand()) throw new Error('not a command')
  await expect(interaction.reply('late')).rejects.toMatchObject({ code: 10062, status: 404 })
})

test('a second answer is 40060, a modal after a defer too, a follow-up before any answer 10015', async () => {
  await stage.client.application?.commands.set([film])
  const outcome = Promise.withResolvers<unknown[]>()
  answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const early = await interaction.webhook.send('early').catch((error: { code: number }) => error.code)
    await interaction.deferReply()
    const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const
    const again = await stage.client.rest.post(route, { auth: false, body: { type: 5 } }).catch((error: { code: number }) => error.code)
    const modal = await stage.client.rest.post(route, { auth: false, body: { type: 9, data: { custom_id: 'm', title: 'm', components: [{ type: ComponentType.TextDisplay, content: 'x' }] } } }).catch((error: { code: number }) => error.code)
    outcome.resolve([early, again, modal])
    await interaction.editReply('ok')
  })
  me().command(stage.channel, 'film', { wish: 'boats' })
  expect(await outcome.promise).toEqual([10015, 40060, 40060])
})

test('a follow-up right after «thinking» takes its place, ephemeral or not', async () => {
  await stage.client.application?.commands.set([film])
  answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply()
    await interaction.followUp({ content: 'whispered?', flags: MessageFlags.Ephemeral })
  })
  expect(await me().command(stage.channel, 'film', { wish: 'boats' }).response).toMatchObject({ kind: 'message', ephemeral: false, message: { content: 'whispered?' } })
  expect(stage.small.messages(stage.channel)).toHaveLength(1)
})

test('the token dies after fifteen minutes', async () => {
  let now = Date.now()
  const other = await openStage({ options: { now: () => now } })
  await other.client.application?.commands.set([film])
  const got = new Promise<Interaction>((resolve) => { other.client.once('interactionCreate', resolve) })
  other.small.as(other.person).command(other.channel, 'film', { wish: 'boats' })
  const interaction = await got
  if (!interaction.isChatInputCommand()) throw new Error('not a command')
  await interaction.reply('hello')
  now += 16 * 60_000
  await expect(interaction.webhook.editMessage('@original', 'later')).rejects.toMatchObject({ code: 50027 })
  await other.close()
})
