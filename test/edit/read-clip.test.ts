import fc from 'fast-check'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { videoEncoding } from '../../src/edit/encoding.ts'
import { run } from '../../src/edit/ffmpeg.ts'
import { clipPackets } from '../../src/edit/probe.ts'
import { readClip, readFilm } from '../../src/edit/read-clip.ts'
import { openEditingRoom } from './clips.ts'

const { ffmpeg, folder } = await openEditingRoom()

async function clip(name: string, frames: number, ...options: string[]) {
  const output = join(folder, name)
  await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: 'testsrc=s=160x90:r=24' }], options: [...videoEncoding({ fps: 24, keyFrames: [0, 9, 30], frames }), ...options], output })
  return output
}

test.each([1, 2, 5, 48])('a clip of ours with %i frames is read as ffprobe reads it', async (frames) => {
  const file = await clip(`ours-${frames}.mp4`, frames)
  expect(await readClip(file)).toEqual(await clipPackets(ffmpeg, file))
})

test('a film is read among its sound and chapters, and one that ends too early is not', async () => {
  const chapters = join(folder, 'chapters.txt')
  await writeFile(chapters, ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/24\nSTART=0\nEND=24\ntitle=One\n')
  const film = join(folder, 'film.mp4')
  await run(ffmpeg, {
    inputs: [{ file: await clip('picture.mp4', 48) }, { options: ['-f', 'lavfi'], file: 'sine=duration=2' }, { file: chapters }],
    options: ['-map', '0:v', '-map', '1:a', '-map_metadata', '2', '-c:v', 'copy', '-c:a', 'aac', '-movflags', '+faststart', '-video_track_timescale', '12288'], output: film,
  })
  expect(await readClip(film)).toBeNull()
  expect(await readFilm(film)).toEqual(await clipPackets(ffmpeg, film))
  const short = join(folder, 'short.mp4')
  await writeFile(short, (await readFile(film)).subarray(0, -1000))
  expect(await readFilm(short)).toBeNull()
})

test('what is not a clip of ours is left to ffprobe', async () => {
  const strange = [await clip('strange.mkv', 12, '-f', 'matroska'), await clip('ticks.mp4', 12, '-video_track_timescale', '1000'), join(folder, 'nowhere.mp4')]
  for (const file of strange) expect(await readClip(file), file).toBeNull()
})

test('a damaged clip is read as something or nothing, and never hangs', async () => {
  const bytes = await readFile(await clip('whole.mp4', 12))
  const from = bytes.indexOf('moov')
  const file = join(folder, 'damaged.mp4')
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: from - 4, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }), fc.nat(), async (damage, cut) => {
    const worse = Buffer.from(bytes)
    for (const [at, value] of damage) worse[at] = value
    await writeFile(file, worse.subarray(0, cut % 3 === 0 ? cut % bytes.length : bytes.length))
    const read = await readClip(file)
    expect(read === null || read.frames >= 0).toBe(true)
  }), { numRuns: 200 })
})
