import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCanvas } from '@napi-rs/canvas'
import { openCommandStage, type CommandStage } from './stage.ts'

let stage: CommandStage
beforeAll(async () => { stage = await openCommandStage() }, 60_000)
afterAll(() => stage.close())

const wish = (who: { id: string }, text: string) => stage.give(who, stage.channel, 'film', { wish: text, seconds: 10 })
const consent = (who: { id: string }, subcommand: string, options = {}) => stage.give(who, stage.channel, 'consent', options, { subcommand })
const films = async (who: { id: string }) => (await stage.office.productions({ owner: who.id })).length

test('a film with somebody famous, or against a rule, is kindly not begun', async () => {
  const ann = stage.member('ann')
  expect((await wish(ann, 'Taylor Swift crosses the river')).said).toContain('Give the part to a character of your own')
  const mei = stage.member('mei', 'zh-CN')
  expect((await wish(mei, '马斯克在赤壁')).said).toContain('真实人物（马斯克）')
  expect((await wish(ann, 'a sexy schoolgirl')).said).toContain('That is never made here')
  expect((await stage.give(ann, stage.channel, 'create', { prompt: 'Taylor Swift on a junk' })).said).toContain('a real person (Taylor Swift)')
  expect([await films(ann), await films(mei)]).toEqual([0, 0])
  await wish(mei, '苏轼与客夜游赤壁，曹操的战船在火中燃烧')
  expect(await films(mei)).toBe(1)
})

test('a person of the server is shown where the server allows and they agreed themselves, until they take it back', async () => {
  const [ann, bob] = [stage.member('ann2'), stage.member('bob')]
  const asks = `<@${bob.id}> rides a white horse along the river`
  expect((await wish(ann, asks)).said).toContain('films here show no real people')
  await stage.office.saveSettings(stage.guild.id, { realPeople: 'with-consent' })
  expect((await wish(ann, asks)).said).toContain('must agree before being shown')
  // nobody can agree for another, and nobody becomes famous by it
  await consent(ann, 'give')
  expect((await wish(ann, asks)).said).toContain('must agree before being shown')
  expect((await consent(bob, 'give', { name: 'Elon Musk' })).said).toContain('Choose another name')
  expect((await consent(bob, 'give', { name: 'Bobby "the $& ferryman"' })).said).toContain('/consent revoke takes it back')
  await wish(ann, asks)
  expect((await stage.newest(ann)).brief?.text).toBe('Bobby the $& ferryman rides a white horse along the river')
  expect((await consent(bob, 'revoke', { what: 'likeness' })).said).toContain('Taken back')
  expect((await wish(ann, asks)).said).toContain('must agree before being shown')
  const { rows } = await stage.store.pool.query('select kind, words, revoked_at is not null as revoked from redcliff.consents where person = $1', [bob.id])
  expect(rows).toEqual([{ kind: 'likeness', words: expect.stringContaining('Bobby'), revoked: true }])
  await stage.office.saveSettings(stage.guild.id, { realPeople: 'refuse' })
})

test('the first picture somebody brings is confirmed in their words, once', async () => {
  const ann = stage.member('ann3')
  await stage.office.saveSettings(stage.guild.id, { confirmPictures: true })
  const image = { name: 'river.png', bytes: await createCanvas(200, 100).encode('png') }
  const create = () => stage.give(ann, stage.channel, 'create', { prompt: 'a river', image })
  expect((await create()).said).toContain('may you use what you bring')
  expect((await consent(ann, 'pictures', { words: 'yes' })).said).toContain('Write it in these words')
  expect((await consent(ann, 'pictures', { words: 'i have the right to use these pictures.' })).said).toContain('Noted')
  expect((await create()).said).not.toContain('confirm')
  expect((await create()).said).not.toContain('confirm')
  expect((await consent(ann, 'show')).said).toContain('You confirmed: «i have the right to use these pictures.»')
})

test('the words that confirm stand on a button too', async () => {
  const mei = stage.member('mei3', 'zh-CN')
  await stage.office.saveSettings(stage.guild.id, { confirmPictures: true })
  const image = { name: 'river.png', bytes: await createCanvas(200, 100).encode('png') }
  const asked = stage.small.as(mei).command(stage.channel, 'create', { prompt: '一条河', image })
  const question = await asked.response
  if (question.kind !== 'message') throw new Error(`It was answered with a ${question.kind}.`)
  await stage.small.as(mei).press(question.message, '我有权使用这张图片').acknowledged
  await stage.small.waitFor(async () => await stage.office.consent(stage.guild.id, mei.id, 'pictures') === '我有权使用这张图片')
})
