// The first test to read: a whole film, by the command a person gives, from the table the project began with.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { beforeAll, describe, expect, test } from 'vitest'
import { probe, type Probe } from '../src/edit/probe.ts'
import type { Ffmpeg } from '../src/edit/find-ffmpeg.ts'
import { Cut, cutFrames, itemStarts } from '../src/film/cut.ts'
import { Storyboard } from '../src/film/storyboard.ts'
import { openAssets } from '../src/lab/assets.ts'
import { readTable } from '../src/reading/read-table.ts'
import { z } from 'zod'
import { film, filmFolder } from './film-command.ts'
import { difference, ebur128, likeness, ourFfmpeg, pictureHash, readSrt, thumbs, times } from './film-file.ts'

const [folder, elsewhere] = [await filmFolder(), await filmFolder()]
const table = join(import.meta.dirname, '../examples/red-cliff.md')

const Recipe = z.object({
  storyboard: Storyboard, cut: Cut,
  shots: z.array(z.object({ number: z.string(), picture: z.string(), clip: z.string() })),
})

/** With the ffmpeg that a person has. */
const onPath = { FFMPEG_PATH: '', FFPROBE_PATH: '' }

describe('the Red Cliff, from its storyboard table, with nobody asked', () => {
  let ffmpeg: Ffmpeg
  let media: Probe
  let recipe: z.infer<typeof Recipe>
  let starts: number[]
  const out = (name: string) => join(folder, 'the film', name)
  const asset = (hash: string) => openAssets(join(folder, 'home', 'assets')).path(hash)

  beforeAll(async () => {
    ffmpeg = await ourFfmpeg()
    const { code, complained } = await film([table, '--yes', '--candidates', '1', '--out', 'the film'], { folder, env: onPath })
    expect(complained).toBe('')
    expect(code).toBe(0)
    recipe = Recipe.parse(JSON.parse(await readFile(out('film.json'), 'utf8')))
    starts = itemStarts(recipe.cut.items)
    media = await probe(ffmpeg, out('film.mp4'))
  }, 180_000)

  test('its folder holds the film and its papers, and nothing else', async () => {
    expect((await readdir(out(''))).sort()).toEqual(['captions.srt', 'film.json', 'film.mp4', 'script.md', 'storyboard.md', 'storyboard.png'])
  })

  test('the picture is H.264 at 1280×720 and 24 frames a second, the sound AAC at 48 kHz', () => {
    const [picture, sound] = ['video', 'audio'].map((type) => media.streams.find(({ codec_type }) => codec_type === type))
    expect(media.streams).toHaveLength(2 + media.streams.filter(({ codec_type }) => codec_type === 'data').length)
    expect(picture).toMatchObject({ codec_name: 'h264', width: 1280, height: 720, pix_fmt: 'yuv420p', r_frame_rate: '24/1' })
    expect(sound).toMatchObject({ codec_name: 'aac', sample_rate: 48000 })
  })

  test('it is exactly as long as its cut, with no frame missing or doubled', async () => {
    const frames = cutFrames(recipe.cut.items)
    expect(await times(ffmpeg, out('film.mp4'), 'v:0')).toEqual(Array.from({ length: frames }, (_, frame) => frame * 512))
    expect(media.streams.find(({ codec_type }) => codec_type === 'video')?.duration).toBeCloseTo(frames / 24, 3)
    const sound = await times(ffmpeg, out('film.mp4'), 'a:0')
    expect(sound.every((at, index) => index === 0 || at - (sound[index - 1] ?? 0) === 1024)).toBe(true)
    expect(Math.abs(((sound.at(-1) ?? 0) + 1024) / 48000 - frames / 24)).toBeLessThan(0.05)
  })

  test('every shot stands at its place, by what the picture shows', async () => {
    const middles = recipe.shots.map(({ number }) => {
      const item = recipe.cut.items.findIndex(({ name }) => name === number)
      return { start: starts[item] ?? 0, middle: Math.floor((recipe.cut.items[item]?.frames ?? 0) / 2) }
    })
    const seen = await thumbs(ffmpeg, out('film.mp4'), middles.map(({ start, middle }) => start + middle))
    const clips = await Promise.all(recipe.shots.map(async ({ clip }, index) => (await thumbs(ffmpeg, asset(clip), [middles[index]?.middle ?? 0]))[0] ?? new Uint8Array()))
    const panels = await Promise.all(recipe.shots.map(async ({ picture }) => (await thumbs(ffmpeg, asset(picture)))[0] ?? new Uint8Array()))
    for (const [index, { number }] of recipe.shots.entries()) {
      const frame = seen[index] ?? new Uint8Array()
      const nearest = (pictures: Uint8Array[]) => recipe.shots[pictures.map((each) => difference(frame, each)).reduce((best, each, at, all) => each < (all[best] ?? 0) ? at : best, 0)]?.number
      expect(difference(frame, clips[index] ?? frame), `shot ${number} against its own clip`).toBeLessThan(1)
      expect(nearest(clips), `the clip that the film shows at ${number}`).toBe(number)
      // the camera has moved since the panel: alike, not the same
      const alike = panels.map((panel) => likeness(frame, panel))
      expect(recipe.shots[alike.indexOf(Math.max(...alike))]?.number, `the panel most like the film at ${number}`).toBe(number)
    }
  }, 120_000)

  test('every spoken line is captioned, in order, while its shot is on the screen', async () => {
    const captions = readSrt(await readFile(out('captions.srt'), 'utf8'))
    const plain = (text: string) => text.replace(/[\p{P}\p{S}\s]/gu, '')
    const spoken = recipe.storyboard.shots.filter(({ line }) => line)
    expect(spoken.map(({ line }) => line?.text)).toContain('此非曹孟德之诗乎')
    expect(plain(captions.flatMap(({ lines }) => lines).join(''))).toBe(plain(spoken.map(({ line }) => line?.text).join('')))
    let next = 0
    for (const shot of spoken) {
      const item = recipe.cut.items.findIndex(({ name }) => name === shot.number)
      const [from, until] = [(starts[item] ?? 0) / 24, ((starts[item] ?? 0) + (recipe.cut.items[item]?.frames ?? 0)) / 24]
      for (let said = ''; plain(said) !== plain(shot.line?.text ?? ''); next++) {
        const caption = captions[next]
        if (!caption) throw new Error(`The captions end before ${shot.number}.`)
        said += caption.lines.join('')
        expect(caption.from).toBeGreaterThanOrEqual(from)
        expect(caption.to).toBeLessThanOrEqual(until + 0.001)
        expect(caption.to - caption.from).toBeGreaterThan(0.5)
      }
    }
    expect(captions.every(({ from }, index) => from >= (captions[index - 1]?.to ?? 0) - 0.001)).toBe(true)
  })

  test('it is as loud as films on the web are, and never clips', async () => {
    const { loudness, truePeak } = await ebur128(ffmpeg, out('film.mp4'))
    expect(Math.abs(loudness + 14)).toBeLessThanOrEqual(0.5)
    expect(truePeak).toBeLessThan(-1)
  })

  test('its chapters are the title, the fifteen shots and the credits, each where it begins', () => {
    expect(media.chapters).toHaveLength(17)
    expect(media.chapters.map(({ tags }) => tags['title'])).toEqual(['赤壁赋', ...recipe.storyboard.shots.map(({ number, scene }) => `${number} ${scene}`.slice(0, 80)), '片尾'])
    for (const [index, { start_time }] of media.chapters.entries()) expect(start_time).toBeCloseTo((starts[index] ?? 0) / 24, 2)
    expect(media.format.tags).toMatchObject({ title: '赤壁赋', artist: '苏轼' })
  })

  test('its storyboard page reads back to the same fifteen rows, with the words they were written in', async () => {
    const [brought, left] = await Promise.all([readFile(table, 'utf8'), readFile(out('storyboard.md'), 'utf8')]).then((texts) => texts.map(readTable))
    const words = (rows = brought?.rows) => rows?.map(({ number, scene, picture, written }) => ({ number, scene, picture, written }))
    expect(words()).toHaveLength(15)
    expect(words(left?.rows)).toEqual(words())
    expect(left).toMatchObject({ title: brought?.title, author: brought?.author })
  })

  test('its storyboard sheet opens and can be read at a wall', async () => {
    const sheet = await loadImage(out('storyboard.png'))
    expect(sheet.width).toBeGreaterThanOrEqual(2400)
    expect(sheet.height).toBeGreaterThan(1000)
  })

  test('its recipe names no place on this machine', async () => {
    const text = await readFile(out('film.json'), 'utf8')
    for (const place of [folder, process.cwd(), 'postgres', 'password']) expect(text).not.toContain(place)
    expect(text).not.toMatch(/"\/\w/)
  })
})

test('a film made again from its recipe, on another machine, is the same to the byte', async () => {
  const folder = elsewhere
  const ffmpeg = await ourFfmpeg()
  const small = ['--yes', '--candidates', '1', '--aspect', '1:1', '--language', 'en']
  const { code } = await film(['|shot|size|move|scene|seconds|\n|-|-|-|-|-|\n|1|wide|pan|"A river at dusk"|0.8|\n|2|close-up|static|"An old man"|0.8|', ...small, '--out', 'first'], { folder })
  expect(code).toBe(0)
  const { brief } = JSON.parse(await readFile(join(folder, 'first', 'film.json'), 'utf8'))
  const again = await film(['-', ...small, '--out', 'second'], { folder, home: join(folder, 'other-home'), input: brief.text })
  expect(again).toMatchObject({ code: 0, complained: '' })
  const [one, other] = ['first', 'second'].map((name) => join(folder, name, 'film.mp4'))
  expect(await pictureHash(ffmpeg, other ?? '')).toBe(await pictureHash(ffmpeg, one ?? ''))
  expect(await readFile(other ?? '')).toEqual(await readFile(one ?? ''))
  for (const paper of ['film.json', 'storyboard.md', 'captions.srt', 'storyboard.png']) {
    expect((await readFile(join(folder, 'second', paper))).equals(await readFile(join(folder, 'first', paper))), paper).toBe(true)
  }
}, 120_000)
