import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGateway } from '../../../src/discord/gateway/open-gateway.ts'
import { until } from '../../store/scratch-store.ts'
import { openGatewayStage, type GatewayStage } from './stage.ts'

let stage: GatewayStage
beforeAll(async () => { stage = await openGatewayStage({ messageContent: 'auto', prepare: (small) => small.setMessageContentIntent(false) }) })
afterAll(() => stage.close())

test('where the portal does not allow message content, the bot does without', async () => {
  expect(stage.gateway.messageContent).toBe(false)
  expect(stage.gateway.client.isReady()).toBe(true)
})

test('where it was insisted on, the refusal says where the switch is and how to go on without', async () => {
  await expect(openGateway({ ...stage.options, messageContent: 'on' })).rejects.toThrow(/Message Content Intent.*DISCORD_MESSAGE_CONTENT=off/)
})

test('a wrong token is said to be one', async () => {
  await expect(openGateway({ ...stage.options, token: 'wrong' })).rejects.toThrow(/does not know this token.*DISCORD_TOKEN/)
})

test('somebody who stops it while it is starting is not kept waiting', async () => {
  await expect(openGateway({ ...stage.options, signal: AbortSignal.abort(new Error('leaving')) })).rejects.toThrow('leaving')
})

test('without message content it hears mentions and answers to its messages, and nothing else', async () => {
  const owner = stage.member('ann')
  const film = await stage.film(owner)
  const { message } = await stage.card(film, 'shot:1.1', [{ production: film.id, act: 'remix', shot: '1.1' }])
  const person = stage.small.as(owner)
  person.say(film.thread, 'not heard')
  person.say(film.thread, `<@${stage.small.botUser.id}> darker`)
  person.say(film.thread, 'closer', { replyTo: message.id, pingsReply: true })
  const events = await until(async () => { const all = await stage.events(film); return all.length === 2 && all })
  expect(events.map(({ body }) => [body['text'], body['about'] ?? null]).sort()).toEqual([['closer', '1.1'], ['darker', null]])
})
