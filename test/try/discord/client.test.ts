import { ActionRowBuilder, ButtonBuilder, ButtonStyle, ComponentType, ContainerBuilder, FileBuilder, MediaGalleryBuilder, MessageFlags, TextDisplayBuilder, ThreadAutoArchiveDuration, type TextChannel } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.close())
afterEach(() => expect(stage.small.violations).toEqual([]))

const films = async () => await stage.client.channels.fetch(stage.channel.id) as TextChannel

test('the client is ready and sees its guild', async () => {
  expect(stage.client.user?.id).toBe(stage.small.botUser.id)
  expect(stage.client.guilds.cache.get(stage.guild.id)?.name).toBe('Red Cliff')
  expect(stage.client.channels.cache.get(stage.channel.id)).toBeDefined()
  expect(stage.small.sessions()).toMatchObject([{ connected: true, shard: [0, 1] }])
})

test('a message is sent, edited, fetched and deleted', async () => {
  const message = await (await films()).send({ content: 'Fire', allowedMentions: { parse: [] } })
  expect(stage.small.message(message.id)?.content).toBe('Fire')
  await message.edit('Fire ships')
  expect(stage.small.messages(stage.channel).map(({ content }) => content)).toEqual(['Fire ships'])
  expect((await (await films()).messages.fetch({ limit: 5, cache: false })).map(({ content }) => content)).toEqual(['Fire ships'])
  await message.delete()
  expect(stage.small.message(message.id)).toBeUndefined()
})

test('what a person says reaches the client with its author and files', async () => {
  const heard = new Promise<import('discord.js').Message>((resolve) => { stage.client.once('messageCreate', resolve) })
  stage.small.as(stage.person).say(stage.channel, 'look', { attachments: [{ name: 'a.txt', bytes: Buffer.from('hello') }] })
  const message = await heard
  expect(message).toMatchObject({ content: 'look', author: { id: stage.person.id } })
  const file = message.attachments.first()
  expect(await (await fetch(file?.url ?? '')).text()).toBe('hello')
})

test('a Components V2 message shows its files by links that work', async () => {
  const container = new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('# 1.2.1'))
    .addMediaGalleryComponents(new MediaGalleryBuilder().addItems({ media: { url: 'attachment://board.png' } }))
    .addFileComponents(new FileBuilder().setURL('attachment://notes.txt'))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(new ButtonBuilder().setCustomId('a').setLabel('A').setStyle(ButtonStyle.Primary)))
  const message = await (await films()).send({
    flags: MessageFlags.IsComponentsV2, components: [container], files: [{ attachment: Buffer.from(png, 'base64'), name: 'board.png' }, { attachment: Buffer.from('x'), name: 'notes.txt' }],
  })
  // Discord leaves out what its components show.
  expect(message.attachments.size).toBe(0)
  const seen = JSON.parse(JSON.stringify(stage.small.message(message.id)?.components?.[0])) as { components: { items?: { media: { url: string; width: number } }[] }[] }
  const media = seen.components[1]?.items?.[0]?.media
  expect(media).toMatchObject({ width: 1, height: 1, content_type: 'image/png' })
  expect((await fetch(media?.url ?? '')).headers.get('content-type')).toBe('image/png')
  expect((await fetch(`${(media?.url ?? '').replace(/\?.*/, '')}?ex=1&is=1&hm=1`)).status).toBe(404)
  const part = await fetch(media?.url ?? '', { headers: { range: 'bytes=0-3' } })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-3/${Buffer.from(png, 'base64').length}`])

  await message.edit({ components: [new TextDisplayBuilder().setContent('gone')], attachments: [] })
  expect((await fetch(media?.url ?? '')).status).toBe(404)
})

test('a thread is opened from a message, shares its id, and is woken by a message', async () => {
  const opener = await (await films()).send('New film')
  const thread = await opener.startThread({ name: 'Fire ships', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay })
  expect(thread.id).toBe(opener.id)
  await expect(opener.startThread({ name: 'again' })).rejects.toMatchObject({ code: 'MessageExistingThread' })
  await thread.setArchived(true)
  expect(stage.small.threads(stage.guild, { archived: true })).toHaveLength(1)
  await thread.send('awake')
  expect(stage.small.threads(stage.guild, { archived: true })).toHaveLength(0)
  await thread.members.add(stage.person.id)
  expect((await thread.members.fetch({ cache: false })).map(({ id }) => id)).toContain(stage.person.id)
})

test('a forum post has a first message with the thread\'s id', async () => {
  const made = stage.small.addChannel(stage.guild, { name: 'dailies', type: 'forum', tags: [{ name: 'film' }] })
  const forum = await stage.client.channels.fetch(made.id) as import('discord.js').ForumChannel
  const post = await forum.threads.create({ name: 'A film', message: { content: 'first' }, appliedTags: [forum.availableTags[0]?.id ?? ''] })
  expect((await post.fetchStarterMessage())?.content).toBe('first')
})

test('the same enforced nonce gives the same message', async () => {
  const channel = await films()
  const [one, other] = [await channel.send({ content: 'once', nonce: 'shot-1', enforceNonce: true }), await channel.send({ content: 'once', nonce: 'shot-1', enforceNonce: true })]
  expect(other.id).toBe(one.id)
})

test('reactions, pins, typing and direct messages', async () => {
  const channel = await films()
  const message = await channel.send('mark me')
  await message.react('📝')
  await message.pin()
  await channel.sendTyping()
  expect(stage.small.message(message.id)).toMatchObject({ pinned: true, reactions: [{ emoji: { name: '📝' }, count: 1 }] })
  const direct = await stage.client.users.send(stage.person.id, 'hello')
  expect(stage.small.messages(stage.small.as(stage.person).dm())[0]?.id).toBe(direct.id)
})

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('a file\'s name keeps plain characters only, and can still be shown by the name it was sent with', async () => {
  const message = await (await films()).send({ flags: MessageFlags.IsComponentsV2, components: [{ type: ComponentType.File, file: { url: `attachment://${encodeURIComponent('赤壁 2.txt')}` } }], files: [{ attachment: Buffer.from('x'), name: '赤壁 2.txt' }] })
  expect(stage.small.message(message.id)?.components?.[0]).toMatchObject({ name: '_2.txt', file: { url: expect.stringContaining('/_2.txt?ex=') } })
  const said = stage.small.as(stage.person).say(stage.channel, '', { attachments: [{ name: '../../etc/<b>.png', bytes: Buffer.from('x') }] })
  expect(said.attachments[0]).toMatchObject({ filename: '_.._etc_b_.png', title: '../../etc/<b>' })
})

test('members are fetched one by one and by ids', async () => {
  const guild = await stage.client.guilds.fetch(stage.guild.id)
  expect((await guild.members.fetch({ user: stage.person.id, force: true })).displayName).toBe('Kong Ming')
  expect((await guild.members.fetch({ user: [stage.person.id] })).size).toBe(1)
})
