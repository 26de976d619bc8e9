import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CrewPlace } from '../../../src/production/rights.ts'
import { until } from '../../store/scratch-store.ts'
import { openGatewayStage, type GatewayStage } from './stage.ts'

let stage: GatewayStage
beforeAll(async () => { stage = await openGatewayStage() })
afterAll(() => stage.close())
afterEach(() => expect(stage.small.violations).toEqual([]))

const hash = 'a'.repeat(64)
const greenlight = (production: string) => ({ production, act: 'event' as const, event: { kind: 'greenlit', board: hash } })
/** What the person was told in private, once there is something. */
const told = (interaction: { followUps: { content: string }[] }) => stage.small.waitFor(() => interaction.followUps[0]?.content)

test('a press is acknowledged, and mailed with who pressed and where to answer', async () => {
  const owner = stage.member('ann')
  const film = await stage.film(owner)
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [greenlight(film.id)])
  const pressed = stage.small.as(owner).press(message, id)
  expect(await pressed.response).toEqual({ kind: 'deferred update' })
  const [event] = await until(async () => { const all = await stage.events(film); return all.length > 0 && all })
  expect(event).toEqual({
    key: `i:${pressed.id}`,
    body: { kind: 'greenlit', board: hash, from: pressed.id, by: { id: owner.id, name: 'ann', rights: ['note', 'choose', 'greenlight', 'shots', 'cut', 'cancel', 'crew', 'delete'] } },
  })
  const { rows } = await stage.store.pool.query('select application, token, locale from redcliff.replies where id = $1', [pressed.id])
  expect(rows).toEqual([{ application: stage.small.application.id, token: pressed.token, locale: 'en-US' }])
  expect(pressed.followUps).toEqual([])
})

test('two clicks of one person and one of another are three events, for the fold to judge', async () => {
  const [owner, director] = [stage.member('bo'), stage.member('di')]
  const film = await stage.film(owner)
  await stage.office.setCrew(film.id, [{ role: 'director', kind: 'user', id: director.id }])
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [greenlight(film.id)])
  const pressed = [stage.small.as(owner), stage.small.as(owner), stage.small.as(director)].map((person) => person.press(message, id))
  await Promise.all(pressed.map(({ acknowledged }) => acknowledged))
  const events = await until(async () => { const all = await stage.events(film); return all.length === 3 && all })
  expect(events.map(({ key }) => key).sort()).toEqual(pressed.map((each) => `i:${each.id}`).sort())
})

const editor: CrewPlace['role'] = 'editor'
const matrix = [
  { who: 'owner', may: ['chose', 'script-locked', 'greenlit', 'circled', 'picture-locked', 'cancel'] },
  { who: 'producer', may: ['chose', 'script-locked', 'greenlit', 'circled', 'picture-locked', 'cancel'] },
  { who: 'director', may: ['chose', 'script-locked', 'greenlit', 'circled', 'picture-locked'] },
  { who: editor, may: ['circled', 'picture-locked'] },
  { who: 'director by role', may: ['chose', 'script-locked', 'greenlit', 'circled', 'picture-locked'] },
  { who: 'moderator', may: ['cancel'] },
  { who: 'guest', may: [] },
] as const

test.each(matrix)('of the gates, $who may press $may and nothing else', async ({ who, may }) => {
  const [owner, other] = [stage.member('owner'), stage.member('other')]
  const film = await stage.film(owner)
  if (who === 'moderator') stage.small.setRoles(stage.guild, other, [stage.small.addRole(stage.guild, { name: 'mods', permissions: 1n << 5n })])
  if (who === 'director by role') {
    const role = stage.small.addRole(stage.guild, { name: 'directors' })
    stage.small.setRoles(stage.guild, other, [role])
    await stage.office.setCrew(film.id, [{ role: 'director', kind: 'role', id: role.id }])
  }
  if (who === 'producer' || who === 'director' || who === 'editor') await stage.office.setCrew(film.id, [{ role: who, kind: 'user', id: other.id }])
  const events = {
    'chose': { kind: 'chose', pitch: hash, idea: 1 }, 'script-locked': { kind: 'script-locked', script: hash }, 'greenlit': { kind: 'greenlit', board: hash },
    'circled': { kind: 'circled', shot: '1.2', for: 'k' }, 'picture-locked': { kind: 'picture-locked', cut: 'k' },
  }
  const { message, ids } = await stage.card(film, 'board', Object.values(events).map((event) => ({ production: film.id, act: 'event' as const, event })))
  const { message: second, ids: [cancel = ''] } = await stage.card(film, 'status', [{ production: film.id, act: 'cancel' }])
  const person = stage.small.as(who === 'owner' ? owner : other)
  const pressed = ids.map((id) => person.press(message, id))
  const form = person.press(second, cancel)
  const shown = await form.response
  expect(shown.kind).toBe('modal')
  if (shown.kind !== 'modal') return
  pressed.push(person.submit(shown.modal, {}))
  await Promise.all(pressed.map(({ acknowledged }) => acknowledged))
  const refused = await until(async () => {
    const told = pressed.filter(({ followUps }) => followUps.length > 0)
    return (await stage.events(film)).length + told.length === 6 && told
  })
  expect((await stage.events(film)).map(({ body }) => body['kind'] === 'cancelled' ? 'cancel' : body['kind']).sort()).toEqual([...may].sort())
  // each refusal names who may
  for (const { followUps } of refused) expect(followUps[0]?.content).toContain(`<@${owner.id}>`)
})

test('a refusal is in the person’s language, for that person alone, and pings nobody', async () => {
  const [owner, guest] = [stage.member('owner'), stage.member('guest', 'zh-CN')]
  const film = await stage.film(owner)
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [greenlight(film.id)])
  const pressed = stage.small.as(guest).press(message, id)
  expect(await told(pressed)).toMatch(/批准开拍/)
  expect(pressed.followUps[0]).toMatchObject({ visibleTo: guest.id, mentions: [] })
})

test('hostile and outdated custom ids are answered, and mail nothing', async () => {
  const owner = stage.member('eve')
  const film = await stage.film(owner)
  const ids = [
    'x', '1~', '1~~e~gl', '0~f1~e~gl~x', `1~${film.id}~e~zz`, `1~${film.id}~constructor`, `1~${film.id}~__proto__~x`, `1~${film.id}~e~ci~../../etc~k`,
    `1~${film.id}~page~board~-1`, `1~'; drop table redcliff.events; --~cancel`, `1~nobody~approve-all`, `1~${film.id}~e~gl~nothash`, 'c~nothing~x', '1~%7E%25~~~~',
  ]
  for (let from = 0; from < ids.length; from += 5) {
    const { message } = await stage.card(film, `hostile:${from}`, ids.slice(from, from + 5))
    const pressed = ids.slice(from, from + 5).map((id) => stage.small.as(owner).press(message, id))
    for (const each of pressed) {
      expect(await each.acknowledged).toBeLessThan(3000)
      expect(await told(each)).toMatch(/from another time|has been deleted/)
    }
  }
  expect(await stage.events(film)).toEqual([])
  expect(stage.lines.filter(({ level }) => Number(level) >= 50)).toEqual([])
})

test('ideas are chosen by number, at random, or asked for anew', async () => {
  const owner = stage.member('ida')
  const film = await stage.film(owner)
  await stage.store.pool.query(`insert into redcliff.cards (production, slot, body) values ($1, 'pitch', $2)`, [film.id, {
    slot: 'pitch', title: 'Ideas', text: '', media: [], asks: true,
    choices: [7, 8].map((idea) => ({ label: `${idea}`, event: { kind: 'chose', pitch: hash, idea }, standard: false })),
  }])
  const { message, custom_id } = await stage.select(film, { production: film.id, act: 'ideas', pitch: hash }, ['7', 'surprise', 'more', '1e3'])
  for (const value of ['7', 'surprise', 'more']) await stage.small.as(owner).select(message, custom_id, [value]).acknowledged
  const events = await until(async () => { const all = await stage.events(film); return all.length === 3 && all })
  expect(events.map(({ body }) => body['kind']).sort()).toEqual(['chose', 'chose', 'pitch-more'])
  expect(events.every(({ body }) => body['kind'] === 'pitch-more' || [7, 8].includes(Number(body['idea'])))).toBe(true)
  expect(await told(stage.small.as(owner).select(message, custom_id, ['1e3']))).toMatch(/from another time/)
})

test('a move is direction that needs no understanding; a quick fix is said as the person would', async () => {
  const owner = stage.member('mo')
  const film = await stage.film(owner)
  const move = await stage.select(film, { production: film.id, act: 'move', shot: '1.2' }, ['push-in', 'teleport'])
  const fix = await stage.select(film, { production: film.id, act: 'fix', shot: '1.2' }, ['closer', 'rm -rf'])
  await stage.small.as(owner).select(move.message, move.custom_id, ['push-in']).acknowledged
  await until(async () => (await stage.events(film)).length === 1)
  await stage.small.as(owner).select(fix.message, fix.custom_id, ['closer']).acknowledged
  const events = await until(async () => { const all = await stage.events(film); return all.length === 2 && all })
  expect(events.map(({ body }) => body)).toMatchObject([
    { kind: 'noted', text: '1.2: push in', about: '1.2', understood: [{ kind: 'shots', numbers: ['1.2'], change: { move: { name: 'push-in' } } }] },
    { kind: 'noted', text: '1.2: closer', about: '1.2' },
  ])
  expect(events[1]?.body['understood']).toBeUndefined()
  expect(await told(stage.small.as(owner).select(move.message, move.custom_id, ['teleport']))).toMatch(/from another time/)
  expect(await told(stage.small.as(owner).select(fix.message, fix.custom_id, ['rm -rf']))).toMatch(/from another time/)
})

test('approve all is a standard answer in words, with the rights of who said it', async () => {
  const [owner, cutter] = [stage.member('al'), stage.member('cut')]
  const film = await stage.film(owner)
  await stage.office.setCrew(film.id, [{ role: 'editor', kind: 'user', id: cutter.id }])
  const { message, ids: [id = ''] } = await stage.card(film, 'status', [{ production: film.id, act: 'approve-all' }])
  await stage.small.as(cutter).press(message, id).acknowledged
  const [event] = await until(async () => { const all = await stage.events(film); return all.length === 1 && all })
  expect(event?.body).toMatchObject({ kind: 'noted', understood: [{ kind: 'approve' }], by: { rights: ['note', 'shots', 'cut'] } })
})

test('deleting asks first, and then takes rows and messages away', async () => {
  const owner = stage.member('del')
  const film = await stage.film(owner)
  const { message, ids: [id = ''] } = await stage.card(film, 'status', [{ production: film.id, act: 'delete', sure: false }])
  const asked = stage.small.as(owner).press(message, id)
  const question = await stage.small.waitFor(() => asked.followUps[0])
  expect(JSON.stringify(question.components)).toContain('Film')
  expect(await stage.office.production(film.id)).not.toBeNull()
  stage.small.as(owner).press(question, JSON.stringify(question.components).match(/"custom_id":"([^"]+)"/)?.[1] ?? '')
  await until(async () => await stage.office.production(film.id) === null)
  await stage.small.waitFor(() => stage.small.message(message.id) === undefined)
})

test('a card that broke is explained with a number, under which the log has the rest', async () => {
  const owner = stage.member('bug')
  const film = await stage.film(owner)
  await stage.store.pool.query(`insert into redcliff.cards (production, slot, body) values ($1, 'board', '{"slot": 1}')`, [film.id])
  const { message, ids: [id = ''] } = await stage.card(film, 'board', [{ production: film.id, act: 'page', slot: 'board', page: 1 }])
  const number = /number ([0-9a-f]{8})/.exec(await told(stage.small.as(owner).press(message, id)))?.[1]
  expect(stage.lines.find((line) => line['number'] === number)).toMatchObject({ level: 50, kind: 'press' })
})
