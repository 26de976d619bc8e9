import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readSingle } from '../../../src/single/single-request.ts'
import { hearSingle } from '../../../src/single/single-step.ts'
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

let count = 0
/** A single of the owner's in the channel, its message with this button. */
async function single(act: 'again' | 'vary' | 'discard' | 'to-film', picture = false) {
  const id = `s${++count}`
  const own = picture ? { hash: 'a'.repeat(64), width: 1280, height: 720 } : null
  const request = readSingle('a red boat -seed 7', { picture: own, language: 'en', animate: true, seed: 1 })
  await stage.office.openSingle({ id, request, owner: owner.id, place: { guild: stage.guild.id, channel: stage.channel.id, kind: 'here', locale: 'en-US' } })
  const { state } = hearSingle(null, { kind: 'opened', request })
  await stage.store.pool.query('update redcliff.productions set state = $2 where id = $1', [id, state])
  const { message, ids: [button = ''] } = await stage.card({ id, thread: stage.channel.id }, 'single', [{ production: id, act }])
  return { id, message, button }
}
const children = async (parent: string) => (await stage.store.pool.query(
  `select p.id, p.owner, p.brief from redcliff.productions p where p.brief->'parent'->>'production' = $1`, [parent])).rows
const told = (interaction: { followUps: { content: string }[] }) => stage.small.waitFor(() => interaction.followUps[0]?.content)

test('🔄 is for everybody, with another seed; pressed again it is the child that there is', async () => {
  const { id, message, button } = await single('again')
  const friend = stage.member('friend')
  await stage.small.as(friend).press(message, button).acknowledged
  const [child] = await until(async () => { const all = await children(id); return all.length > 0 && all })
  expect(child).toMatchObject({ owner: friend.id, brief: { prompt: 'a red boat' } })
  expect(child.brief.seed).not.toBe(7)
  const again = stage.small.as(owner).press(message, button)
  expect(await told(again)).toMatch(/being made already/)
  await stage.store.pool.query(`update redcliff.threads set thread = $2 where production = $1`, [child.id, stage.channel.id])
  await stage.store.pool.query(`insert into redcliff.posts (production, slot, message, nonce) values ($1, 'single', '4242', 'n')`, [child.id])
  expect(await told(stage.small.as(owner).press(message, button))).toContain(`/${stage.channel.id}/4242`)
  expect(await children(id)).toHaveLength(1)
})

test('🔀 begins with the prompt and its flags; a wrong flag is answered with what is allowed', async () => {
  const { id, message, button } = await single('vary')
  const answer = await stage.small.as(owner).press(message, button).response
  if (answer.kind !== 'modal') throw new Error('no modal')
  expect(JSON.stringify(answer.modal)).toContain('a red boat -seed 7')
  const wrong = stage.small.as(owner).submit(answer.modal, { words: 'a boat -motion 9' })
  expect(await told(wrong)).toMatch(/motion/)
  await stage.small.as(owner).submit(answer.modal, { words: 'a blue boat -ar 9:16' }).acknowledged
  const [child] = await until(async () => { const all = await children(id); return all.length > 0 && all })
  expect(child.brief).toMatchObject({ prompt: 'a blue boat', flags: { aspect: '9:16' }, seed: 7 })
})

test('❌ is for whose shot it is', async () => {
  const { id, message, button } = await single('discard')
  expect(await told(stage.small.as(stage.member('stranger')).press(message, button))).toContain(`<@${owner.id}>`)
  await stage.small.as(owner).press(message, button).acknowledged
  await until(async () => (await stage.events({ id })).some(({ body }) => body['kind'] === 'cancelled'))
})

test('➕ opens a film that begins with the shot, its thread on the shot’s message', async () => {
  const { message, button } = await single('to-film', true)
  await stage.small.as(owner).press(message, button).acknowledged
  const film = await until(async () => (await stage.office.productions({ owner: owner.id })).find(({ kind }) => kind === 'film'))
  const { rows } = await stage.store.pool.query('select kind, starter from redcliff.threads where production = $1', [film.id])
  expect(rows).toEqual([{ kind: 'message', starter: message.id }])
  const [opened] = (await stage.store.pool.query(`select body from redcliff.events where production = $1`, [film.id])).rows
  expect(await stage.office.assets.readJson(opened.body.brief)).toMatchObject({ kind: 'table', frames: { 1: { picture: 'a'.repeat(64) } } })
})

test('➕ of a shot that has no picture yet says so', async () => {
  const { message, button } = await single('to-film')
  expect(await told(stage.small.as(owner).press(message, button))).toMatch(/nothing to show here yet/)
})
