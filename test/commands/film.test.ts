import { createCanvas } from '@napi-rs/canvas'
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCommandStage, textOf, wordsIn, type CommandStage } from './stage.ts'

let stage: CommandStage
beforeAll(async () => { stage = await openCommandStage() })
afterAll(() => stage.close())
afterEach(async () => {
  expect(stage.small.violations).toEqual([])
  await stage.store.pool.query('delete from redcliff.productions; delete from redcliff.guilds')
})

const someone = (locale?: string) => stage.member(`user${++people}`, locale)
let people = 0
const png = (): Promise<Buffer> => createCanvas(320, 180).encode('png')
const textFile = (name: string, text: string) => ({ name, bytes: Buffer.from(text), contentType: 'text/plain' })

test('a wish opens a film whose thread hangs on a public message', async () => {
  const ann = someone()
  const { interaction } = await stage.give(ann, stage.channel, 'film', { wish: 'a noir about a lighthouse keeper' })
  const { film, place, brief } = await stage.newest(ann)
  expect(brief).toMatchObject({ kind: 'wish', text: 'a noir about a lighthouse keeper', language: 'en', aspect: '16:9', candidates: 4 })
  expect(film).toMatchObject({ owner: ann.id, guild: stage.guild.id, id: `f${BigInt(interaction.id).toString(36)}` })
  const starter = await stage.small.waitFor(() => stage.messages(stage.channel).find(({ content }) => content.includes('lighthouse')))
  expect(starter.message_reference).toBeUndefined()
  expect(starter.flags ?? 0).toBe(0)
  await expect.poll(async () => (await stage.newest(ann)).place).toMatchObject({ kind: 'message', channel: stage.channel.id, starter: starter.id })
  expect(place.thread).toBeNull()
})

test('what is asked for beside the wish goes into the brief, flags of both dialects too', async () => {
  const ann = someone()
  const { said } = await stage.give(ann, stage.channel, 'film', { wish: 'a film about rain --ar 9:16 -seed 77 -camera pan left', seconds: 30, look: 'noir', music: 'off', size: '1080p' })
  expect((await stage.newest(ann)).brief).toMatchObject({ text: 'a film about rain', aspect: '9:16', seed: 77, seconds: 30, look: 'noir', music: 'off', definition: '1080p' })
  expect(said).toContain('Left out: -camera')
})

test('a wrong flag is answered with what is allowed, and no film is opened', async () => {
  const ann = someone('zh-CN')
  const { said } = await stage.give(ann, stage.channel, 'film', { wish: '一部关于雨的短片 --ar 5:4' })
  expect(said).toMatch(/5:4.*可以写.*16:9/)
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
})

test('a file is the source, and the words beside it are the first note', async () => {
  const ann = someone()
  const table = 'number,size,move,picture\n1,wide,static,a boat\n2,close-up,push in,an oar\n'
  await stage.give(ann, stage.channel, 'film', { wish: 'everything at dusk', file: textFile('board.csv', table) })
  const { film, brief } = await stage.newest(ann)
  expect(brief).toMatchObject({ kind: 'table', title: expect.any(String) })
  expect((await stage.events(film))[0]?.body).toMatchObject({ kind: 'noted', text: 'everything at dusk', by: { id: ann.id, rights: expect.arrayContaining(['delete']) } })
})

test('a file that is no text is refused with what to do', async () => {
  const ann = someone()
  const docx = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml')])
  const { said } = await stage.give(ann, stage.channel, 'film', { file: { name: 'script.docx', bytes: docx } })
  expect(said).toContain('Save it as plain text')
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
})

test("a person's own pictures are the frames of the first shots, in order", async () => {
  const ann = someone()
  await stage.office.giveConsent(stage.guild.id, ann.id, 'pictures', 'mine')
  await stage.give(ann, stage.channel, 'film', { wish: 'a film about a boat', picture: { name: 'one.png', bytes: await png() }, 'picture-2': { name: 'two.jpg', bytes: await createCanvas(100, 200).encode('jpeg') } })
  expect((await stage.newest(ann)).brief?.pictures).toMatchObject([{ width: 320, height: 180 }, { width: 100, height: 200 }])
})

test('nothing brought opens a sheet to write on, which remembers what else was asked for', async () => {
  const ann = someone()
  const asked = stage.small.as(ann).command(stage.channel, 'film', { look: 'gouache', aspect: '1:1' })
  const shown = await asked.response
  if (shown.kind !== 'modal') throw new Error('A sheet was wanted.')
  const poem = '床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。'
  const sent = stage.small.as(ann).submit(shown.modal, { text: poem, file: [], pictures: [] })
  await sent.response
  expect((await stage.newest(ann)).brief).toMatchObject({ kind: 'text', text: poem, look: 'gouache', aspect: '1:1', language: 'zh' })
})

test('an empty sheet opens nothing and says so', async () => {
  const ann = someone()
  const shown = await stage.small.as(ann).command(stage.channel, 'film').response
  if (shown.kind !== 'modal') throw new Error('A sheet was wanted.')
  expect(await textOf(stage.small.as(ann).submit(shown.modal, { text: ' ', file: [], pictures: [] }))).toContain('neither a text nor a file')
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
})

test('a picture alone is no film, and /animate is named', async () => {
  const { said } = await stage.give(someone(), stage.channel, 'film', { picture: { name: 'one.png', bytes: await png() } })
  expect(said).toContain('/animate')
})

test('a private film gets a private thread, a forum a post, a direct message the place itself', async () => {
  const ann = someone()
  await stage.give(ann, stage.channel, 'film', { wish: 'a film about snow', where: 'private' })
  expect((await stage.newest(ann)).place).toMatchObject({ kind: 'private', channel: stage.channel.id })
  expect(stage.messages(stage.channel).map(({ content }) => content).join()).not.toContain('snow')
  const forum = stage.small.addChannel(stage.guild, { name: 'films-forum', type: 'forum' })
  await stage.give(ann, stage.channel, 'film', { wish: 'a film about hail', channel: forum })
  expect((await stage.newest(ann)).place).toMatchObject({ kind: 'forum', channel: forum.id, starter: null })
  const dm = stage.small.as(ann).dm()
  await stage.give(ann, dm, 'film', { wish: 'a film about fog' })
  expect((await stage.newest(ann)).place).toMatchObject({ kind: 'here', channel: dm.id, thread: dm.id })
})

test('in an empty thread the film lives there; where one lives already, the next gets a thread of its own', async () => {
  const ann = someone()
  const thread = (await stage.film(ann)).thread
  await stage.store.pool.query('delete from redcliff.productions')
  await stage.give(ann, { id: thread }, 'film', { wish: 'a film about wind' })
  expect((await stage.newest(ann)).place).toMatchObject({ kind: 'here', thread })
  await stage.give(ann, { id: thread }, 'film', { wish: 'a film about sand' })
  expect((await stage.newest(ann)).place).toMatchObject({ kind: 'message', channel: stage.channel.id })
  const { said } = await stage.give(ann, { id: thread }, 'film', { wish: 'a film about ice', where: 'here' })
  expect(said).toContain('already lives in this thread')
})

test('the server says where, who, how many and how long', async () => {
  const ann = someone()
  const other = stage.small.addChannel(stage.guild, { name: 'cinema' })
  const role = stage.small.addRole(stage.guild, { name: 'filmmaker' })
  const refused = async (settings: object, options: object = {}) => {
    await stage.office.saveSettings(stage.guild.id, { channels: [], starters: [], maxFilmsPerPerson: 3, maxFilms: 100, maxSeconds: 600, ...settings })
    return (await stage.give(ann, stage.channel, 'film', { wish: 'a film about rain', ...options })).said
  }
  expect(await refused({ channels: [other.id] })).toContain(`<#${other.id}>`)
  expect(await refused({ starters: [role.id] })).toContain(`<@&${role.id}>`)
  expect(await refused({ maxSeconds: 20 }, { seconds: 30 })).toContain('20 s')
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
  await refused({})
  expect(await refused({ maxFilmsPerPerson: 1 })).toContain('You have 1 film in the making')
  stage.small.setRoles(stage.guild, ann, [role])
  await stage.store.pool.query('delete from redcliff.productions')
  await refused({ starters: [role.id] })
  expect(await stage.opened(ann)).toBe(1)
})

test('a text that takes longer to tell than a film may be is refused before anything is made', async () => {
  await stage.office.saveSettings(stage.guild.id, { maxSeconds: 60 })
  const story = 'The river rose in the night and nobody woke. '.repeat(60)
  const { said } = await stage.give(someone(), stage.channel, 'film', { file: textFile('story.txt', story) })
  expect(said).toMatch(/about \d+(\.\d)? min long/)
})

test('a permission that is missing is named, in the language of who asked', async () => {
  const silent = stage.small.addChannel(stage.guild, { name: 'silent', overwrites: [{ user: stage.small.botUser, deny: PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.AttachFiles }] })
  const ann = someone('zh-TW')
  const { said } = await stage.give(ann, silent, 'film', { wish: '一部关于雨的短片' })
  expect(said).toContain('附加文件')
  expect(said).toContain('创建公开子区')
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
})

test('nobody makes the bot speak where that person may not', async () => {
  const quiet = stage.small.addChannel(stage.guild, { name: 'announcements', overwrites: [{ role: stage.guild.id, deny: PermissionFlagsBits.SendMessages }, { user: stage.small.botUser, allow: PermissionFlagsBits.SendMessages }] })
  const ann = someone()
  const { said } = await stage.give(ann, stage.channel, 'film', { wish: 'a film about rain', channel: quiet })
  expect(said).toContain(`<#${quiet.id}>`)
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
})

test('a title cannot ping or format', async () => {
  const ann = someone()
  await stage.give(ann, stage.channel, 'film', { wish: 'a film about @everyone **and** <@1>' })
  const starter = await stage.small.waitFor(() => stage.messages(stage.channel).findLast(({ content }) => content.includes('🎬')))
  expect(starter.mention_everyone).toBe(false)
  expect(wordsIn(starter)).not.toContain('film about @everyone **and**')
})

test('«Make this a film» takes a message: its words, its file, its pictures', async () => {
  const [ann, bob] = [someone(), someone()]
  await stage.office.giveConsent(stage.guild.id, ann.id, 'pictures', 'mine')
  const message = stage.small.as(bob).say(stage.channel, '', { attachments: [{ name: 'poem.txt', bytes: Buffer.from('The sea is wide.\nThe boat is small.\nThe night is long.\nNobody rows.\nNobody sings.') }, { name: 'sea.png', bytes: await png() }] })
  await textOf(stage.small.as(ann).contextMenu(stage.channel, 'Make this a film', { message }))
  expect((await stage.newest(ann)).brief).toMatchObject({ kind: 'text', pictures: [{ width: 320 }] })
  const empty = stage.small.as(bob).say(stage.channel, '', { attachments: [{ name: 'sea.png', bytes: await png() }] })
  expect(await textOf(stage.small.as(ann).contextMenu(stage.channel, 'Make this a film', { message: empty }))).toContain('neither words nor a text file')
})
