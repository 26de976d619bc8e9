import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { probe } from '../../src/edit/probe.ts'
import { ourFfmpeg } from '../film-file.ts'
import { idsOf, openStage, patience, sayingOf, type Stage } from './stage.ts'

let stage: Stage
let gus: ReturnType<Stage['member']>
let ed: ReturnType<Stage['member']>
beforeAll(async () => {
  stage = await openStage()
  ed = stage.member({ username: 'ed', locale: 'en-US' })
  gus = stage.member({ username: 'gus', locale: 'en-US' })
})
afterAll(() => stage.close())

const table = `# The ferry

|shot|size|move|scene|line|seconds|transition|
|-|-|-|-|-|-|-|
|1|wide|pan|A river at dusk||1.5||
|2|close-up|static|An old man in a boat|Who is it?|1.5|dissolve|
|3|medium|push in|A woman with a lantern||1.5||`

test('a film is made by its owner and an editor, with buttons, forms and words, from /film to the posted film', async () => {
  const { small, owner: ann, channel, message, told } = stage
  const press = (who: { id: string }, card: { id: string }, button: string) => small.as(who).press(card, button)

  const given = stage.command(ann, channel, 'film', { file: { name: 'ferry.md', bytes: Buffer.from(table), contentType: 'text/markdown' }, aspect: '4:3' })
  expect(await told(given)).toContain('The crew starts in the thread below.')
  const thread = await stage.thread()
  expect(thread.name).toBe('The ferry')
  const shot = (number: number, ...says: RegExp[]) => message(thread, new RegExp(`^\\s*\\*\\*${number}\\*\\* · `), ...says)
  const made = () => stage.query<{ craft: string; times: number }>(`select craft, count(*)::int as times from redcliff.generations where craft in ('draw', 'animate') group by craft order by craft`)

  // the storyboard asks; a guest is refused kindly, by button and by words
  const board = await message(thread, /The ferry · 3 shots/, /Greenlight/)
  expect(stage.files(board).map(({ name }) => name)).toEqual(['storyboard.png', 'storyboard.md'])
  expect(await told(press(gus, board, 'Greenlight'))).toContain(`You may not greenlight the storyboard here. <@${ann.id}> may`)
  small.as(gus).say(thread, '1: closer')
  const notYours = await message(thread, /You may not give notes here/, /Take this note/)

  // an editor is named, and may still not greenlight; but may take over the guest's note
  expect(await told(stage.command(ann, thread, 'crew', { who: ed, place: 'editor' }, 'add'))).toContain(`**Editor** <@${ed.id}>`)
  expect(await told(press(ed, board, 'Greenlight'))).toContain('You may not greenlight')
  expect(await told(press(ed, notYours, 'Take this note'))).toBe('Taken.')
  await message(thread, /Changed: 1: size/)
  const closer = await message(thread, /\*\*1\*\* · (?!wide)/, /Greenlight/)
  expect(closer.id).toBe(board.id)

  // two clicks at once are one greenlight
  const clicks = [press(ann, board, 'Greenlight'), press(ann, board, 'Greenlight')]
  await Promise.all(clicks.map(({ acknowledged }) => acknowledged))
  await small.waitFor(() => clicks.some(({ followUps }) => followUps.some((each) => /already/.test(sayingOf(each)))), { milliseconds: patience, what: 'the second click answered' })
  expect(clicks.filter(({ followUps }) => followUps.length > 0)).toHaveLength(1)

  // 1: looked at, approved, filmed, by the editor
  await press(ed, await shot(1, /Animate/), 'B').acknowledged
  await press(ed, await shot(1, /keeps this frame/), '✅').acknowledged
  await press(ed, await shot(1, /not yet filmed/), '🎬').acknowledged
  // 2: remixed by the owner, then filmed
  await stage.form(ann, await shot(2, /Animate/), '🔀', { picture: 'An old man with a lantern in a boat' })
  await press(ann, await shot(2, /old man with a lantern/, /Animate/), '🎬').acknowledged
  // 3: a little longer, by the editor
  await stage.form(ed, await shot(3, /Animate/), '⏱️', { seconds: '2' })
  await press(ed, await shot(3, /medium · push in · 2 s/, /Animate/), '🎬').acknowledged

  // takes: another move, another take; the same message lives through all of it
  const first = await shot(1, /take 1/)
  small.as(ed).select(first, '🎥 Move', ['tilt:up'])
  // from the frame that was picked: nothing is drawn or asked again
  const tilted = await shot(1, /tilt/, /take 2/)
  expect(tilted.id).toBe(first.id)
  expect(stage.files(tilted).map(({ name }) => name)).toEqual([expect.stringMatching(/take-2.*\.mp4$/)])
  const again = press(ann, await shot(2, /take 1/), '🔄')
  await again.acknowledged
  await press(ed, await shot(2, /take 2/), '✅').acknowledged
  await shot(2, /Circled/)
  await press(gus, await shot(1, /take 2/), '✅').acknowledged
  await press(ed, await shot(1, /take 2/), '✅').acknowledged
  await shot(1, /Circled/)

  // dropped, and brought back by «undo»: what was filmed is known. (Beside the credits, 2 has no dissolve, and is filmed so.)
  const third = await shot(3, /take 1/)
  await stage.form(ed, third, '🗑️', {})
  await message(thread, /dropped 3/)
  await message(thread, /The ferry · 2 shots/)
  // nothing of it is to be pressed any more
  const dropped = await message(thread, /3 · dropped/)
  expect(dropped.id).toBe(third.id)
  expect(idsOf(dropped)).toEqual([])
  await shot(2, /take 3/, /Circle\n/)
  const before = await made()
  small.as(ann).say(thread, 'undo')
  await message(thread, /the last change is taken back/)
  await message(thread, /The ferry · 3 shots/)
  await press(ann, await shot(3, /Animate/), '🎬').acknowledged
  await shot(3, /take 1/, /Circle\n/)
  await shot(2, /take 4/, /Circle\n/)
  expect(await made()).toEqual(before)

  // all that is open, in words; the rough cut; locked by the editor
  small.as(ann).say(thread, 'all good')
  const cut = await message(thread, /Rough cut · \d+:\d\d/, /Picture lock/)
  expect(await told(press(gus, cut, 'Picture lock'))).toContain('You may not lock the picture')
  await press(ed, cut, 'Picture lock').acknowledged
  const film = await message(thread, /The film · The ferry/, /film\.mp4/)

  const words = sayingOf(film)
  expect(words).toMatch(/\*\*Chapters\*\*\n0:00 The ferry\n0:0\d 1 A river at dusk\n0:0\d 2 .*\n0:0\d 3 A woman with a lantern\n0:\d\d Credits/)
  const files = stage.files(film)
  expect(files.map(({ name }) => name).sort()).toEqual(['captions.srt', 'film.json', 'film.mp4', 'script.md', 'storyboard.md', 'storyboard.png'])
  const bytes = (name: string) => Buffer.from(files.find((file) => file.name === name)?.bytes ?? [])
  const recipe = JSON.parse(bytes('film.json').toString())
  expect(recipe.shots.map((each: { number: string; take: number }) => `${each.number}:${each.take}`)).toEqual(['1:2', '2:4', '3:1'])
  expect(bytes('captions.srt').toString()).toContain('Who is it?')
  expect(bytes('storyboard.png').subarray(1, 4).toString()).toBe('PNG')
  const seconds = secondsTold(sayingOf(cut))
  // 1.5 + 1.5 + 2 seconds, between a title and credits
  expect(recipe.cut.items.filter(({ name }: { name: string }) => /^\d$/.test(name)).map((item: { frames: number }) => item.frames)).toEqual([36, 36, 48])
  await expectFilm(bytes('film.mp4'), { seconds, width: 960, height: 720 })

  // one message for each card, and nobody was named
  const posts = await stage.query<{ slot: string; message: string }>(`select slot, message from redcliff.posts where part = 1`)
  expect(posts.filter(({ slot }) => slot.startsWith('shot:')).map(({ slot }) => slot).sort()).toEqual(['shot:1', 'shot:2', 'shot:3'])
  expect(small.messages(thread).filter((each) => /^\s*\*\*\d\*\* · /.test(sayingOf(each)))).toHaveLength(3)
  expect(small.messages(thread).filter(({ author }) => author.id === small.botUser.id).flatMap(({ mentions }) => mentions)).toEqual([])
}, 240_000)

test('一句中文的愿望，经过创意和剧本，到分镜', async () => {
  const { small, channel, message } = stage
  const mei = stage.member({ username: 'mei', locale: 'zh-CN' })
  const given = stage.command(mei, channel, 'film', { wish: '一只狐狸在雪夜里找月亮', seconds: 12, language: 'zh' })
  expect(await stage.told(given)).toContain('剧组在下面的子区里开工')
  const thread = await small.waitFor(() => small.threads(stage.guild).find(({ name }) => /狐狸/.test(name ?? '')), { milliseconds: patience, what: '狐狸的子区' })
  const pitch = await message(thread, /创意/, /选一个创意/)
  await small.as(mei).select(pitch, '选一个创意', ['surprise']).acknowledged
  const script = await message(thread, /剧本/, /锁定剧本/)
  expect(stage.files(script).map(({ name }) => name)).toEqual([expect.stringMatching(/\.md$/)])
  await small.as(mei).press(script, '锁定剧本').acknowledged
  const board = await message(thread, /个镜头/, /开拍/)
  expect(sayingOf(board)).not.toMatch(/Greenlight|shots/)
  small.as(mei).say(thread, '取消')
  await message(thread, /已取消/)
}, 120_000)

test('with the crew of this machine, a film of one shot is made by saying «good»', async () => {
  const animatic = await openStage({ animatic: true })
  try {
    const { small, owner, channel, message } = animatic
    const one = '|shot|size|move|scene|seconds|\n|-|-|-|-|-|\n|1|wide|pan|A junk on a river at dusk|0.8|'
    animatic.command(owner, channel, 'film', { file: { name: 'junk.csv.md', bytes: Buffer.from(one) }, aspect: '1:1', music: 'off', voice: 'off' })
    const thread = await animatic.thread()
    const say = () => small.as(owner).say(thread, 'good')
    await message(thread, /Greenlight/)
    say()
    await message(thread, /Animate/)
    say()
    await message(thread, /take 1/, /Circle/)
    say()
    const cut = await message(thread, /Picture lock/)
    say()
    const film = await message(thread, /The film/, /film\.mp4/)
    const seconds = secondsTold(sayingOf(cut))
    await expectFilm(Buffer.from(animatic.files(film).find(({ name }) => name === 'film.mp4')?.bytes ?? []), { seconds, width: 720, height: 720 })
  } finally {
    await animatic.close()
  }
}, 240_000)

/** «Rough cut · 0:09», to the nearest second. */
function secondsTold(cut: string): number {
  const [, minutes, seconds] = /Rough cut · (\d+):(\d\d)/.exec(cut) ?? []
  return Number(minutes) * 60 + Number(seconds)
}

/** Playable, of this size, and as long as it says, with its sound. */
async function expectFilm(bytes: Buffer, wanted: { seconds: number; width: number; height: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'redcliff-posted-'))
  try {
    await writeFile(join(folder, 'film.mp4'), bytes)
    const { streams, format } = await probe(await ourFfmpeg(), join(folder, 'film.mp4'))
    const picture = streams.find(({ codec_type }) => codec_type === 'video')
    expect(picture).toMatchObject({ codec_name: 'h264', width: wanted.width, height: wanted.height })
    expect(Math.abs((format.duration ?? 0) - wanted.seconds)).toBeLessThan(0.6)
  } finally {
    await rm(folder, { recursive: true })
  }
}
