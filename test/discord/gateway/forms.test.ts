import { createCanvas } from '@napi-rs/canvas'
import type { APIMessage } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Press } from '../../../src/discord/custom-id.ts'
import type { Modal, ModalValue } from '../../../src/try/discord/small-discord.ts'
import { until } from '../../store/scratch-store.ts'
import { openGatewayStage, type GatewayStage } from './stage.ts'

let stage: GatewayStage
let owner: ReturnType<GatewayStage['member']>
beforeAll(async () => {
  stage = await openGatewayStage()
  owner = stage.member('ann')
})
afterAll(() => stage.close())
afterEach(() => expect(stage.small.violations).toEqual([]))

const filmWithShots = async () => {
  const film = await stage.film(owner)
  await stage.shots(film, 3)
  return film
}
const formOf = async (film: { id: string; thread: string }, press: Press, who: { id: string } = owner): Promise<{ modal: Modal; message: APIMessage }> => {
  const { message, ids: [id = ''] } = await stage.card(film, `any:${Math.random()}`, [press])
  const answer = await stage.small.as(who).press(message, id).response
  if (answer.kind !== 'modal') throw new Error(`A modal was wanted, and a ${answer.kind} came.`)
  return { modal: answer.modal, message }
}
const submit = async (film: { id: string; thread: string }, press: Press, values: Record<string, ModalValue>) => {
  const { modal } = await formOf(film, press)
  const sent = stage.small.as(owner).submit(modal, values)
  await sent.acknowledged
  return sent
}
const first = (film: { id: string }) => until(async () => { const [event] = await stage.events(film); return event?.body })
const told = (interaction: { followUps: { content: string }[] }) => stage.small.waitFor(() => interaction.followUps[0]?.content)
const png = async (width = 640, height = 360) => createCanvas(width, height).encode('png')

test('📝 opens a form, and what is written is a note on its shot', async () => {
  const film = await filmWithShots()
  await submit(film, { production: film.id, act: 'note', about: '1.2' }, { words: '  warmer, please\r\n ' })
  expect(await first(film)).toMatchObject({ kind: 'noted', text: 'warmer, please', about: '1.2', by: { id: owner.id } })
})

test('«say more» is said to the whole crew', async () => {
  const film = await filmWithShots()
  await submit(film, { production: film.id, act: 'say-more' }, { words: 'a storm at sea' })
  expect(await first(film)).toMatchObject({ kind: 'noted', text: 'a storm at sea' })
})

test('the remix form holds the shot as it is; only what was changed is direction', async () => {
  const film = await filmWithShots()
  const press: Press = { production: film.id, act: 'remix', shot: '1.2' }
  const { modal } = await formOf(film, press)
  expect(JSON.stringify(modal)).toContain('"value":"3"')
  await stage.small.as(owner).submit(modal, { picture: 'a red boat', size: ['close-up'], move: ['static'], seconds: '4.5', upload: [] }).acknowledged
  expect(await first(film)).toMatchObject({
    kind: 'noted', about: '1.2', text: expect.stringContaining('1.2: a red boat'),
    understood: [{ kind: 'shots', numbers: ['1.2'], change: { picture: 'a red boat', size: 'close-up', seconds: 4.5 } }],
  })
})

test('a wrong length is answered with what is allowed', async () => {
  const film = await filmWithShots()
  const sent = await submit(film, { production: film.id, act: 'seconds', shot: '1.1' }, { seconds: 'forever' })
  expect(await told(sent)).toMatch(/«forever» is no length of a shot\. Write seconds from 0\.5 to 600/)
  expect(await stage.events(film)).toEqual([])
})

test('a picture in the remix form becomes the frame; what was said of the move still holds', async () => {
  const film = await filmWithShots()
  const sent = await submit(film, { production: film.id, act: 'remix', shot: '1.3' }, {
    picture: '', size: ['close-up'], move: ['push-in'], seconds: '3', upload: [{ name: '../../evil.exe', bytes: await png() }],
  })
  expect(await told(sent)).toMatch(/Your picture is the frame of shot 1\.3/)
  const events = await until(async () => { const all = await stage.events(film); return all.length === 2 && all })
  expect(events.find(({ body }) => body['kind'] === 'noted')?.body['understood']).toEqual([{ kind: 'shots', numbers: ['1.3'], change: { move: expect.objectContaining({ name: 'push-in' }) } }])
  const brought = events.find(({ body }) => body['kind'] === 'brought')
  expect(brought).toMatchObject({ key: `i:${sent.id}:picture`, body: { shot: '1.3', width: 640, height: 360 } })
  expect(await stage.office.assets.has(String(brought?.body['picture']))).toBe(true)
})

test('what is no picture is refused by its bytes, and nothing is sent', async () => {
  const film = await filmWithShots()
  const sent = await submit(film, { production: film.id, act: 'remix', shot: '1.3' }, { upload: [{ name: 'photo.png', bytes: Buffer.from('MZ not a picture'), contentType: 'image/png' }], picture: '', seconds: '3', size: ['wide'], move: ['static'] })
  expect(await told(sent)).toMatch(/not a picture that can be used/)
  expect(await stage.events(film)).toEqual([])
})

test('a reference is said to be of no use to this machine’s artist', async () => {
  const film = await filmWithShots()
  const sent = await submit(film, { production: film.id, act: 'remix', shot: '1.3' }, { picture: 'like this --ref', upload: [{ name: 'a.png', bytes: await png() }], seconds: '3', size: ['wide'], move: ['static'] })
  expect(await told(sent)).toMatch(/cannot work from a reference/)
})

test('dropping a shot asks first', async () => {
  const film = await filmWithShots()
  const { modal } = await formOf(film, { production: film.id, act: 'drop', shot: '1.2' })
  expect(await stage.events(film)).toEqual([])
  await stage.small.as(owner).submit(modal, {}).acknowledged
  expect(await first(film)).toMatchObject({ kind: 'noted', understood: [{ kind: 'drop', numbers: ['1.2'] }] })
})

test('a shot that is gone is said to be gone', async () => {
  const film = await stage.film(owner)
  const { message, ids: [id = ''] } = await stage.card(film, 'shot:9', [{ production: film.id, act: 'remix', shot: '9' }])
  const answer = await stage.small.as(owner).press(message, id).response
  // no shot, no remix form: words are always possible
  expect(answer).toMatchObject({ kind: 'modal', modal: { title: 'Note on shot 9' } })
})

test('where the database is slow the form is there in time, for words', async () => {
  const film = await filmWithShots()
  const client = await stage.store.pool.connect()
  await client.query('begin; lock table redcliff.shots in access exclusive mode')
  const { message, ids: [id = ''] } = await stage.card(film, 'shot:1.1', [{ production: film.id, act: 'remix', shot: '1.1' }])
  const pressed = stage.small.as(owner).press(message, id)
  expect(await pressed.acknowledged).toBeLessThan(2500)
  expect(await pressed.response).toMatchObject({ kind: 'modal', modal: { title: 'Note on shot 1.1' } })
  await client.query('rollback')
  client.release()
  const answer = await pressed.response
  if (answer.kind !== 'modal') throw new Error('no modal')
  await stage.small.as(owner).submit(answer.modal, { words: 'closer' }).acknowledged
  expect(await first(film)).toMatchObject({ kind: 'noted', text: 'closer', about: '1.1' })
})

test('somebody who may not direct is told when the form comes back', async () => {
  const film = await filmWithShots()
  const guest = stage.member('guest')
  const { modal } = await formOf(film, { production: film.id, act: 'note', about: null }, guest)
  expect(await told(stage.small.as(guest).submit(modal, { words: 'more cats' }))).toContain(`<@${owner.id}>`)
  expect(await stage.events(film)).toEqual([])
})
