import { createCanvas } from '@napi-rs/canvas'
import { readdir } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallFilm, smallTable } from '../small-film.ts'
import { openStage, patience, type Stage } from '../stage.ts'

let stage: Stage
let thread: { id: string }
beforeAll(async () => {
  stage = await openStage()
  thread = await openSmallFilm(stage)
  await stage.small.as(stage.owner).press(await stage.message(thread, /Greenlight/), 'Greenlight').acknowledged
  await stage.message(thread, /Animate/)
})
afterAll(async () => {
  expect(stage.lines.filter(({ level }) => Number(level) >= 50)).toEqual([])
  await stage.close()
})

const shot = () => stage.message(thread, /Animate/)
const film = (options: Parameters<Stage['command']>[3]) => stage.told(stage.command(stage.owner, stage.channel, 'film', options))
const events = async () => (await stage.base<{ n: number }>(`select count(*)::int as n from redcliff.events where body->>'kind' in ('noted', 'brought', 'picked')`))[0]?.n

test('what is written into a form is read as what it is, or refused with what is allowed', async () => {
  const before = await events()
  for (const seconds of ['NaN', '-3', '1e9', '0', '９９９９９', "'; drop table x; --", '{}']) {
    const form = await stage.form(stage.owner, await shot(), '⏱️', { seconds })
    const said = await stage.small.waitFor(() => form.followUps[0]?.content, { milliseconds: patience, what: `an answer to ${seconds}` })
    expect(said, seconds).toMatch(/is no length of a shot/)
  }
  expect(await events()).toBe(before)
}, 60_000)

test('a picture is judged by its bytes: a bomb, a text and half a picture are refused, and nothing of them is kept', async () => {
  const before = [await events(), (await readdir(stage.folder)).length]
  const png = await createCanvas(64, 64).encode('png')
  for (const [name, bytes, contentType] of [
    ['bomb.png', hugePng(), 'image/png'],
    ['../../etc/passwd.png', Buffer.from('root:x:0:0'), 'image/png'],
    ['half.png', png.subarray(0, 60), 'image/png'],
    ['page.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'image/svg+xml'],
    ['a\u202egnp.exe.png', Buffer.from('MZ'.padEnd(200, '\0')), 'image/png'],
  ] as const) {
    const form = await stage.form(stage.owner, await shot(), '🔀', { upload: [{ name, bytes, contentType }] })
    const said = await stage.small.waitFor(() => form.followUps[0]?.content, { milliseconds: patience, what: `an answer to ${name}` })
    expect(said.length, name).toBeGreaterThan(10)
    expect(said, name).not.toMatch(/number [0-9a-f]{8}|is the frame/)
  }
  expect([await events(), (await readdir(stage.folder)).length]).toEqual(before)
}, 60_000)

test('a text of two megabytes, a program and an empty file are refused in a sentence', async () => {
  const { small, guild } = stage
  const before = small.threads(guild).length
  expect(await film({ file: { name: 'long.txt', bytes: Buffer.alloc(2 << 20, 'The river runs. ') } })).toContain('the limit is 200 kB')
  expect(await film({ file: { name: 'film.txt', bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46, ...new Array(300).fill(0)]) } })).toMatch(/film\.txt|text/)
  expect(await film({ file: { name: 'empty.txt', bytes: Buffer.alloc(0) } })).not.toMatch(/number [0-9a-f]{8}/)
  expect(small.threads(guild)).toHaveLength(before)
}, 60_000)

test('titles, names and words can ping, format and break nothing', async () => {
  const { small, owner, guild } = stage
  const title = '@everyone <@&1> `rm` **x** [y](https://evil.example) \u202e z'
  const told = await film({ file: { name: '..\\..\\boot.ini\u202e.md', bytes: Buffer.from(smallTable(1, title)) }, aspect: '1:1' })
  expect(told).toContain('The crew starts')
  const other = await small.waitFor(() => small.threads(guild).find(({ name }) => name?.includes('@everyone')), { milliseconds: patience, what: 'the thread of a strange title' })
  await stage.message(other, /Greenlight/)
  for (const text of ['@everyone 1: closer', '1: ```\u0000', '\ud83d', `1: ${'🎬'.repeat(900)}`, '../../../', '<script>', '%s%n', '1.1.1.1.1.1.1.1: 5 s', '999999999: closer', '-1: drop', 'undo undo undo']) {
    small.as(owner).say(other, text)
  }
  await small.as(owner).say(other, '1: dusk')
  await stage.message(other, /“dusk”/)
  const own = [...small.messages(other), ...small.messages(stage.channel)].filter(({ author }) => author.id === small.botUser.id)
  expect(own.flatMap(({ mentions, mention_everyone, mention_roles }) => [...mentions.filter(({ id }) => id !== owner.id), ...mention_roles, ...mention_everyone ? ['everyone'] : []])).toEqual([])
  expect(JSON.stringify(own)).not.toContain('](https://evil.example)')
}, 90_000)

/** Two hundred bytes that call themselves 60,000 pixels wide and high. */
function hugePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(60_000, 0)
  header.writeUInt32BE(60_000, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', Buffer.alloc(100)), chunk('IEND', Buffer.alloc(0))])
}
