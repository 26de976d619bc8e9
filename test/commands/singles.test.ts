import { createCanvas } from '@napi-rs/canvas'
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCommandStage, textOf, type CommandStage } from './stage.ts'

let stage: CommandStage
beforeAll(async () => { stage = await openCommandStage() })
afterAll(() => stage.close())
afterEach(() => expect(stage.small.violations).toEqual([]))

let people = 0
const someone = (locale?: string) => stage.member(`single${++people}`, locale)
const png = (): Promise<Buffer> => createCanvas(640, 360).encode('png')
const request = async (owner: { id: string }) => {
  const { film } = await stage.newest(owner)
  const { rows: [row] } = await stage.store.pool.query('select kind, brief from redcliff.productions where id = $1', [film.id])
  return { film, ...row as { kind: string; brief: Record<string, unknown> } }
}

test('/create makes a clip of a prompt, with the flags that Pika had', async () => {
  const ann = someone()
  const { interaction } = await stage.give(ann, stage.channel, 'create', { prompt: 'a crane over the river -camera zoom in -motion 3 -seed 42 --no people' })
  const { kind, brief, film } = await request(ann)
  expect(kind).toBe('single')
  expect(brief).toMatchObject({ prompt: 'a crane over the river', seed: 42, animate: true, picture: null, flags: { motion: 3, negative: 'people', camera: { name: 'zoom', direction: 'in' } } })
  expect(film.thread).toBe(stage.channel.id)
  expect((await interaction.response).kind === 'message' && (await interaction.response as { ephemeral: boolean }).ephemeral).toBe(true)
})

test('who wants to choose first gets pictures, and films one of them', async () => {
  const ann = someone()
  await stage.give(ann, stage.channel, 'create', { prompt: 'a crane', choose: true })
  expect((await request(ann)).brief).toMatchObject({ animate: false })
})

test('/animate takes the picture itself; what is no picture is refused', async () => {
  const ann = someone()
  await stage.give(ann, stage.channel, 'animate', { image: { name: 'boat.png', bytes: await png() } })
  expect((await request(ann)).brief).toMatchObject({ prompt: '', animate: true, picture: { width: 640, height: 360 } })
  const bob = someone()
  const { said } = await stage.give(bob, stage.channel, 'animate', { image: { name: 'boat.png', bytes: Buffer.from('not a picture at all') } })
  expect(said).toContain('PNG, JPEG, WebP or GIF')
  expect(await stage.office.productions({ owner: bob.id })).toEqual([])
})

test('every wrong flag is answered with its allowed list, and nothing is made', async () => {
  const ann = someone()
  const { said } = await stage.give(ann, stage.channel, 'create', { prompt: 'a crane -motion 9 -ar 5:4' })
  expect(said).toContain('0, 1, 2, 3, 4')
  expect(said).toContain('16:9, 9:16')
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
})

test('«Animate this picture» moves the picture of a message, and says where there is none', async () => {
  const [ann, bob] = [someone(), someone()]
  const message = stage.small.as(bob).say(stage.channel, 'the harbour', { attachments: [{ name: 'harbour.png', bytes: await png(), contentType: 'image/png' }] })
  await textOf(stage.small.as(ann).contextMenu(stage.channel, 'Animate this picture', { message }))
  expect((await request(ann)).brief).toMatchObject({ prompt: 'the harbour', picture: { width: 640 } })
  const words = stage.small.as(bob).say(stage.channel, 'no picture')
  expect(await textOf(stage.small.as(ann).contextMenu(stage.channel, 'Animate this picture', { message: words }))).toContain('no picture in this message')
})

test('where the bot cannot post, no shot is made', async () => {
  const silent = stage.small.addChannel(stage.guild, { name: 'silent', overwrites: [{ user: stage.small.botUser, deny: PermissionFlagsBits.SendMessages }] })
  const ann = someone()
  const { said } = await stage.give(ann, silent, 'create', { prompt: 'a crane' })
  expect(said).toContain('Send Messages')
  expect(await stage.office.productions({ owner: ann.id })).toEqual([])
})

test('a single shot does not take over the thread of a film', async () => {
  const ann = someone()
  const film = await stage.film(ann)
  await stage.give(ann, { id: film.thread }, 'create', { prompt: 'a crane' })
  expect((await stage.office.productionIn(film.thread))?.id).toBe(film.id)
})
