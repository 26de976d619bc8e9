import { createCanvas } from '@napi-rs/canvas'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { paperBoard } from '../production/paper-studio.ts'
import { filesIn, openCommandStage, textOf, wordsIn, type CommandStage } from './stage.ts'

let stage: CommandStage
let ann: { id: string }
let bob: { id: string }
beforeAll(async () => {
  stage = await openCommandStage()
  ann = stage.member('ann')
  bob = stage.member('bob', 'zh-CN')
})
afterAll(() => stage.close())
afterEach(() => expect(stage.small.violations).toEqual([]))

type Film = Awaited<ReturnType<CommandStage['film']>>
const here = ({ thread }: Film) => ({ id: thread })
const facts = (number: string) => ({
  number, stage: 'drawing', size: 'wide', move: { name: 'static', direction: null, speed: 'normal' }, written: { size: null, move: null }, seconds: 3, seed: 1, frame: null, frames: 0,
  take: null, drawnFor: null, takenFor: null, scene: 'the harbour', line: null,
})
const boarded = async () => {
  const film = await stage.film(ann)
  await stage.shots(film, 12)
  return film
}

test('/say passes words on with who said them and what that person may do', async () => {
  const film = await stage.film(ann)
  await stage.give(ann, here(film), 'say', { note: '2.4: more ships' })
  expect((await stage.events(film))[0]?.body).toMatchObject({ kind: 'noted', text: '2.4: more ships', by: { id: ann.id, name: 'ann', rights: expect.arrayContaining(['note', 'delete']) } })
})

test('outside of a film every command of one says where to use it', async () => {
  for (const [name, options] of [['say', { note: 'x' }], ['shot', { number: '1.1' }], ['storyboard', {}], ['script', {}], ['cut', {}], ['cost', {}], ['export', {}], ['cancel', {}], ['delete', {}]] as const) {
    expect((await stage.give(ann, stage.channel, name, options)).said, name).toContain('No film lives here')
  }
  expect((await stage.give(bob, stage.channel, 'crew', {}, { subcommand: 'show' })).said).toContain('这里没有片子')
})

test('who has no place in the crew is told kindly who has', async () => {
  const film = await boarded()
  for (const [name, options] of [['say', { note: 'x' }], ['cancel', {}], ['delete', {}]] as const) {
    const { said } = await stage.give(bob, here(film), name, options)
    expect(said, name).toContain(`<@${ann.id}>`)
    expect(said, name).toContain('/crew')
  }
  expect((await stage.give(bob, here(film), 'shot', { number: '1.1', change: 'closer' })).said).toContain('不归你定')
  expect((await stage.give(bob, here(film), 'crew', { who: bob, place: 'producer' }, { subcommand: 'add' })).said).toContain('不归你定')
  expect(await stage.events(film)).toEqual([])
})

test('shots are offered by number while it is typed, those that begin so first', async () => {
  const film = await boarded()
  const offered = (typed: string) => stage.small.as(ann).autocomplete(here(film), 'shot', { number: typed }, 'number')
  expect(await offered('1.1')).toMatchObject([{ value: '1.1', name: expect.stringContaining('1.1 · wide · scene 0') }, { value: '1.10' }, { value: '1.11' }, { value: '1.12' }])
  expect(await offered('scene 4')).toMatchObject([{ value: '1.5' }])
})

test('/shot shows a shot with its buttons, or what there is instead', async () => {
  const film = await boarded()
  await stage.card(film, { slot: 'shot:1.2', title: '1.2', shot: facts('1.2'), language: 'en' })
  const { interaction, said } = await stage.give(ann, here(film), 'shot', { number: '1.2' })
  expect(said).toContain('the harbour')
  expect(said).toContain('Remix')
  expect((await interaction.response as { ephemeral: boolean }).ephemeral).toBe(true)
  expect((await stage.give(ann, here(film), 'shot', { number: '1.3' })).said).toContain('not greenlit')
  expect((await stage.give(ann, here(film), 'shot', { number: '9.9' })).said).toContain('1.1–1.12')
})

test('/shot for everybody is a message of the thread', async () => {
  const film = await boarded()
  await stage.card(film, { slot: 'shot:1.1', title: '1.1', shot: facts('1.1') })
  const { interaction } = await stage.give(ann, here(film), 'shot', { number: '1.1', public: true })
  expect((await interaction.response as { ephemeral: boolean }).ephemeral).toBe(false)
})

test('a drawn shot comes with its lettered sheet', async () => {
  const film = await boarded()
  const pictures = await Promise.all(['#a33', '#3a3'].map(async (colour) => {
    const canvas = createCanvas(320, 180)
    const pen = canvas.getContext('2d')
    pen.fillStyle = colour
    pen.fillRect(0, 0, 320, 180)
    return stage.office.assets.put(await canvas.encode('png'))
  }))
  await stage.card(film, { slot: 'shot:1.1', title: '1.1', shot: { ...facts('1.1'), stage: 'choosing', frames: 2, drawnFor: 'k:0' }, media: pictures.map((hash, index) => ({ hash, kind: 'image', name: `1.1-${index}.png` })) })
  const { interaction } = await stage.give(ann, here(film), 'shot', { number: '1.1' })
  const response = await interaction.response
  if (response.kind !== 'message') throw new Error('A message was wanted.')
  expect(filesIn(response.message)).toHaveLength(1)
  expect(wordsIn(response.message)).toMatch(/A[\s\S]*B/)
})

test('/shot with a change is a note about that shot', async () => {
  const film = await boarded()
  await stage.give(ann, here(film), 'shot', { number: '1.2', change: 'closer, slower' })
  expect((await stage.events(film))[0]?.body).toMatchObject({ kind: 'noted', text: 'closer, slower', about: '1.2' })
})

test('/storyboard and /script come with the whole as a file', async () => {
  const film = await boarded()
  expect((await stage.give(ann, here(film), 'storyboard')).said).toContain('no storyboard yet')
  const board = await stage.office.assets.putJson(paperBoard(12))
  await stage.card(film, { slot: 'board', title: 'Storyboard · Paper', media: [{ hash: board, kind: 'json', name: 'storyboard.json' }] })
  const response = await (await stage.give(ann, here(film), 'storyboard')).interaction.response
  if (response.kind !== 'message') throw new Error('A message was wanted.')
  const [file] = filesIn(response.message)
  expect(file?.name).toBe('storyboard.md')
  expect(Buffer.from(stage.small.file(file?.id ?? '')?.bytes ?? []).toString()).toContain('scene 11')
})

test('/cut says where it stands, and locks the picture', async () => {
  const film = await boarded()
  expect((await stage.give(ann, here(film), 'cut')).said).toContain('no cut yet')
  await stage.card(film, { slot: 'cut', title: 'Rough cut · 300 frames', asks: true, choices: [{ label: 'Lock picture', event: { kind: 'picture-locked', cut: 'a'.repeat(64) }, standard: true }] })
  const { interaction, said } = await stage.give(ann, here(film), 'cut')
  expect(said).toContain('not locked yet')
  const response = await interaction.response
  if (response.kind !== 'message') throw new Error('A message was wanted.')
  await stage.small.as(ann).press(response.message, 'Lock picture').acknowledged
  await expect.poll(() => stage.events(film)).toMatchObject([{ body: { kind: 'picture-locked', cut: 'a'.repeat(64) } }])
})

test('/status tells where a film is and what waits, elsewhere which films are yours', async () => {
  const film = await boarded()
  await stage.card(film, { slot: 'board', title: 'Storyboard', asks: true })
  await stage.card(film, { slot: 'shot:1.1', title: '1.1', asks: true, shot: facts('1.1') })
  const { message } = await stage.post(film, 'board')
  expect((await stage.give(ann, here(film), 'status')).said).toContain(message.id)
  const { said } = await stage.give(ann, stage.channel, 'status')
  expect(said).toContain(`<#${film.thread}>`)
  expect((await stage.give(stage.member('newcomer'), stage.channel, 'status')).said).toContain('/film')
})

test('/cost sums by step, shot and who asked, and says that this machine costs nothing', async () => {
  const film = await boarded()
  const made = async (key: string, craft: string, shot: string | null, cost: number, seconds: number) => {
    await stage.store.pool.query(`insert into redcliff.generations (key, craft, label, request, take, rank, status, cost, seconds) values ($1, $2, $3, '{}', 1, 0, 'done', $4, $5)`, [`${film.id}${key}`, craft, shot ? `${shot} ${craft}` : craft, cost, seconds])
    await stage.store.pool.query('insert into redcliff.awaiting (generation, production, answer, answer_hash) values ($1, $2, $3, $4)', [`${film.id}${key}`, film.id, shot ? { kind: 'drawn', shot } : { kind: 'written' }, key])
  }
  await made('a', 'script', null, 0, 1.5)
  await made('b', 'draw', '1.2', 0, 4)
  expect((await stage.give(ann, here(film), 'cost')).said).toContain('costs its time and nothing else')
  await stage.office.send(film.id, 'n', { kind: 'noted', id: 'n', text: 'x' }, { by: { id: bob.id, name: 'bob', rights: [] } })
  await made('c', 'animate', '1.2', 0.35, 6)
  const { said } = await stage.give(ann, here(film), 'cost')
  expect(said).toMatch(/\$0\.35 · 12 s/)
  expect(said).toMatch(/1\.2 · \$0\.35 · 10 s · ×2/)
  expect(said).toContain(`<@${bob.id}> · $0.35`)
  expect(said).toContain(`<@${ann.id}> · $0.00`)
})

test('/crew gives and takes places, to people and roles, and hands the film over', async () => {
  const film = await boarded()
  const role = stage.small.addRole(stage.guild, { name: 'Cutters' })
  const crew = (subcommand: string, options: object, who = ann) => stage.give(who, here(film), 'crew', { ...options }, { subcommand }).then(({ said }) => said)
  expect(await crew('add', { who: role, place: 'editor' })).toContain(`<@&${role.id}>`)
  expect(await crew('add', { who: bob, place: 'director' })).toContain(`<@${bob.id}>`)
  expect((await stage.office.production(film.id))?.crew).toEqual([{ role: 'editor', kind: 'role', id: role.id }, { role: 'director', kind: 'user', id: bob.id }])
  expect(await crew('add', { who: bob, place: 'editor' }, bob)).toContain('不归你定')
  expect(await crew('owner', { to: bob })).toContain(`**Owner** <@${bob.id}>`)
  expect(await crew('owner', { to: ann })).toContain('Only its owner')
  expect(await crew('remove', { who: role }, bob)).not.toContain(`<@&${role.id}>`)
  expect(await stage.office.production(film.id)).toMatchObject({ owner: bob.id, crew: [{ role: 'producer', kind: 'user', id: ann.id }] })
  expect(await crew('remove', { who: stage.small.botUser }, bob)).toMatch(/机器人|不在剧组/)
})

test('/export asks the workers for archives that fit the server', async () => {
  const film = await boarded()
  expect((await stage.give(ann, here(film), 'export')).said).toContain('nothing to take home yet')
  await stage.card(film, { slot: 'board', title: 'Storyboard' })
  await stage.office.saveUploadLimit(stage.guild.id, 5_000_000)
  await stage.give(bob, here(film), 'export')
  expect((await stage.events(film))[0]?.body).toMatchObject({ kind: 'export-asked', bytes: 5_000_000, id: expect.stringMatching(/^[0-9a-z]+$/) })
})

test('/cancel asks once, and the button of its question stops the film', async () => {
  const film = await boarded()
  const response = await (await stage.give(ann, here(film), 'cancel')).interaction.response
  if (response.kind !== 'message') throw new Error('A message was wanted.')
  expect(await stage.events(film)).toEqual([])
  await stage.small.as(ann).press(response.message, 'Stop the film').acknowledged
  await expect.poll(() => stage.events(film)).toMatchObject([{ body: { kind: 'cancelled' } }])
})

test('/delete asks, then leaves nothing of the film, and its thread is gone', async () => {
  const film = await boarded()
  const response = await (await stage.give(ann, here(film), 'delete')).interaction.response
  if (response.kind !== 'message') throw new Error('A message was wanted.')
  expect(await stage.office.production(film.id)).not.toBeNull()
  await stage.small.as(ann).press(response.message, 'Delete all of it').acknowledged
  await expect.poll(() => stage.office.production(film.id)).toBeNull()
  await expect.poll(() => stage.small.channel(film.thread)).toBeUndefined()
})

test('a film can be named from elsewhere by who has a part in it, and by nobody else', async () => {
  const film = await stage.film(bob)
  await stage.shots(film, 2)
  const offered = await stage.small.as(bob).autocomplete(stage.channel, 'status', { film: '' }, 'film')
  expect(offered.map(({ value }) => value)).toContain(film.id)
  expect((await stage.small.as(ann).autocomplete(stage.channel, 'status', { film: '' }, 'film')).map(({ value }) => value)).not.toContain(film.id)
  expect((await stage.give(bob, stage.channel, 'status', { film: film.id })).said).toContain(`Film ${film.id}`)
  expect((await stage.give(ann, stage.channel, 'status', { film: film.id })).said).toContain('no such film')
})

test('«Use as reference» asks which shot, and the picture becomes its frame', async () => {
  const film = await boarded()
  const picture = { name: 'sea.png', bytes: Buffer.from(await createCanvas(640, 360).encode('png')), contentType: 'image/png' }
  const message = stage.small.as(bob).say({ id: film.thread }, 'the sea', { attachments: [picture] })
  const asked = await stage.small.as(ann).contextMenu(here(film), 'Use as reference', { message }).response
  if (asked.kind !== 'message') throw new Error('A message was wanted.')
  expect(wordsIn(asked.message)).toContain('Which shot')
  await stage.small.as(ann).select(asked.message, '1.1 – 1.12', ['1.4']).acknowledged
  await expect.poll(() => wordsIn(stage.small.message(asked.message.id) ?? asked.message)).toContain('frame of shot 1.4')
  expect((await stage.events(film))[0]?.body).toMatchObject({ kind: 'brought', shot: '1.4', width: 640, height: 360, by: { id: ann.id } })
  expect(await textOf(stage.small.as(bob).contextMenu(here(film), 'Use as reference', { message }))).toContain('不归你定')
})

test('/help says what works here, in both languages', async () => {
  expect((await stage.give(ann, stage.channel, 'help')).said).toContain('just talk')
  expect((await stage.give(bob, stage.channel, 'help')).said).toContain('直接说话就行')
})
