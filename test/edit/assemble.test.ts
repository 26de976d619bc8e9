import { spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assemble } from '../../src/edit/assemble.ts'
import { run } from '../../src/edit/ffmpeg.ts'
import { joinAhead } from '../../src/edit/join-ahead.ts'
import { storable } from '../../src/edit/film-metadata.ts'
import { clipPackets, probe } from '../../src/edit/probe.ts'
import { cutFrames } from '../../src/film/cut.ts'
import { frameColours, openEditingRoom } from './clips.ts'

const room = await openEditingRoom()
const { ffmpeg, assets, work, cutOf, colourClip, folder } = room

test('every kind of transition shows what it should at its place, and the frames are exact', async () => {
  const cut = await cutOf([
    { colour: 'red', frames: 40, into: { name: 'fade', frames: 8 } },
    { colour: 'lime', frames: 40, into: { name: 'dissolve', frames: 12 } },
    { colour: 'blue', frames: 40, into: { name: 'wipe', frames: 12 } },
    { colour: 'red', frames: 40, into: { name: 'dip-to-black', frames: 12 } },
    { colour: 'lime', frames: 30 },
  ], { fadeOut: 10 })
  const { film, frames, copied } = await assemble(cut, work)
  expect(frames).toBe(40 * 4 + 30 - 24)
  expect(copied).toBe(frames - 8 - 12 - 12 - 12 - 10)
  const packets = await clipPackets(ffmpeg, assets.path(film))
  expect(packets.frames).toBe(frames)
  const colours = await frameColours(ffmpeg, assets.path(film), folder)
  expect(colours).toHaveLength(frames)
  const near = (frame: number, [red, green, blue]: number[]) => {
    const seen = colours[frame]!
    for (const [channel, wanted] of [red, green, blue].entries()) expect(Math.abs(seen[channel]! - wanted!), `frame ${frame} is ${seen}, not ${[red, green, blue]}`).toBeLessThan(26)
  }
  near(0, [0, 0, 0])
  near(4, [128, 0, 0])
  near(27, [255, 0, 0])
  near(34, [128, 128, 0]) // in the middle of the dissolve
  near(40, [0, 255, 0])
  near(62, [0, 128, 128]) // the wipe, half way
  near(56, [0, 255, 0])
  near(68, [0, 0, 255])
  near(95, [0, 0, 0]) // the dip: last of the one, first of the other
  near(96, [0, 0, 0])
  near(102, [255, 0, 0])
  near(135, [255, 0, 0])
  near(136, [0, 255, 0]) // the cut
  near(frames - 1, [0, 0, 0])
})

test('a wipe goes from left to right', async () => {
  const cut = await cutOf([{ colour: 'red', frames: 24 }, { colour: 'blue', frames: 24, into: { name: 'wipe', frames: 12 } }])
  const film = assets.path((await assemble(cut, work)).film)
  for (const [side, dominant] of [['0', 2], ['iw-20', 0]] as const) {
    const strip = join(folder, 'strip.mp4')
    await run(ffmpeg, { inputs: [{ file: film }], options: ['-vf', `crop=20:90:${side}:0`, '-c:v', 'libx264', '-crf', '1'], output: strip })
    const middle = (await frameColours(ffmpeg, strip, folder))[18]!
    expect(middle[dominant]).toBeGreaterThan(200)
  }
})

test('transitions that meet inside a short shot still add up', async () => {
  const into = { name: 'dissolve', frames: 10 } as const
  const cut = await cutOf([{ colour: 'red', frames: 20 }, { colour: 'lime', frames: 14, into }, { colour: 'blue', frames: 20, into }], { fadeOut: 12 })
  const { film, frames } = await assemble(cut, work)
  expect(frames).toBe(cutFrames(cut.items))
  expect(await frameColours(ffmpeg, assets.path(film), folder)).toHaveLength(frames)
})

test('after one shot changed, only its two joins are made again', async () => {
  const into = { name: 'dissolve', frames: 6 } as const
  const cut = await cutOf(['red', 'lime', 'blue', 'white', 'gray'].map((colour, index) => ({ colour, frames: 30, ...(index > 0 ? { into } : {}) })), { fadeOut: 6 })
  const first = await assemble(cut, work)
  expect([first.joins, first.made]).toEqual([5, 5])
  const again = await assemble(cut, work)
  expect([again.made, again.film]).toEqual([0, first.film])
  const items = cut.items.with(2, { ...cut.items[2]!, clip: await colourClip('yellow', 30, [0, 6, 24]) })
  expect((await assemble({ ...cut, items }, work)).made).toBe(2)
})

test('joins made ahead, between clips that are there by then, are those that the cut wants', async () => {
  const transitions = [{ name: 'fade', frames: 8 }, { name: 'dissolve', frames: 6 }, { name: 'dip-to-black', frames: 12 }, { name: 'wipe', frames: 6 }, { name: 'cut', frames: 0 }, { name: 'dissolve', frames: 8 }] as const
  const cut = await cutOf(['navy', 'olive', 'teal', 'maroon', 'purple', 'silver'].map((colour, index) => ({ colour, frames: 34, into: transitions[index]! })), { fadeOut: 6 })
  // the fourth is still to come, and the wipe with it
  expect(await joinAhead({ ...cut, items: cut.items.with(3, null as never) }, work)).toBe(5)
  const { joins, made } = await assemble(cut, work)
  expect([joins, made]).toEqual([6, 1])
})

test('a clip with no key frame where the cut needs it is encoded further, not cut wrongly', async () => {
  const cut = await cutOf([{ colour: 'red', frames: 40 }, { colour: 'blue', frames: 40 }, { colour: 'lime', frames: 40 }])
  const into = { name: 'dissolve', frames: 9 } as const
  const { film, frames, copied } = await assemble({ ...cut, items: cut.items.map((item, index) => (index === 0 ? item : { ...item, transition: into })) }, work)
  expect([frames, copied]).toEqual([102, 0])
  expect(await frameColours(ffmpeg, assets.path(film), folder)).toHaveLength(102)
})

test('titles, authors, chapters and sound come out of the film as they went in', async () => {
  const hostile = ["=;#\\ 'quoted' \"twice\"", 'two\nlines\\', '[CHAPTER]\nSTART=0', '赤壁赋 🌊 مرحبا', '-i /etc/passwd; $(rm)', "'; drawtext=text=%{n}:x=1"]
  const cut = await cutOf(hostile.map((_, index) => ({ colour: index % 2 ? 'red' : 'blue', frames: 12 })), { title: hostile[0]!, author: hostile[1]! })
  cut.items.forEach((item, index) => { item.chapter = hostile[index]! })
  const mix = join(folder, 'mix.wav')
  await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: 'sine=frequency=440:sample_rate=48000:duration=2' }], options: ['-c:a', 'pcm_s16le'], output: mix })
  const film = assets.path((await assemble(cut, { ...work, mix, comment: hostile[2]! })).film)
  const { chapters, format, streams } = await probe(ffmpeg, film)
  expect(chapters.map(({ tags }) => tags['title'])).toEqual(hostile.map(storable))
  expect(chapters.map(({ start_time }) => start_time)).toEqual(hostile.map((_, index) => index / 2))
  expect([format.tags['title'], format.tags['artist'], format.tags['comment']]).toEqual(hostile.slice(0, 3).map(storable))
  const sound = streams.find(({ codec_type }) => codec_type === 'audio')
  expect(sound).toMatchObject({ codec_name: 'aac', sample_rate: 48000, channels: 2 })
  expect(Math.abs((sound?.duration ?? 0) - 3)).toBeLessThan(0.03)
  expect(streams[0]).toMatchObject({ codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p', color_space: 'bt709', start_pts: 0 })
})

test('a stop ends the child and leaves nothing behind', async () => {
  const cut = await cutOf(['red', 'blue'].map((colour, index) => ({ colour, frames: 200, into: index > 0 ? { name: 'dissolve' as const, frames: 190 } : { name: 'cut' as const, frames: 0 } })))
  const stop = new AbortController()
  const running = assemble(cut, { ...work, signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) })
  await expect(running).rejects.toThrow('stopped')
  expect(await readdir(join(folder, "it's 100% assets", 'scratch'))).toEqual([])
  const endless = new AbortController()
  const film = run(ffmpeg, { inputs: [{ options: ['-re', '-f', 'lavfi'], file: 'color=s=16x16:r=5' }], options: ['-f', 'null', '-metadata', 'title=never ends'], output: '-' }, { signal: endless.signal })
  endless.abort(new Error('enough')) // Before the child is there: fluent's own kill would do nothing.
  await expect(film).rejects.toThrow('enough')
  expect(spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout ?? '').not.toContain('title=never ends')
})

test('a clip of another length than the cut says is refused by name', async () => {
  const cut = await cutOf([{ colour: 'red', frames: 12 }])
  await expect(assemble({ ...cut, items: [{ ...cut.items[0]!, frames: 13 }] }, work)).rejects.toThrow('The clip of 1 has 12 frames of 160×90, but the cut wants 13')
})
