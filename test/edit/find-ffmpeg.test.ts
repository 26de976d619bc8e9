import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findFfmpeg, requireModern } from '../../src/edit/find-ffmpeg.ts'

const folder = await mkdtemp(join(tmpdir(), 'redcliff-find-test-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const filters = 'overlay fade scale crop pad fps trim setpts alphamerge boxblur hstack lut format concat afade amix loudnorm sidechaincompress aresample'
const encoders = 'libx264 aac pcm_s16le png'

/** A program that answers like an ffmpeg with these features. */
async function fakeFfmpeg(name: string, has: { filters: string; encoders: string }) {
  const place = join(folder, name)
  await mkdir(place, { recursive: true })
  const list = (names: string) => names.split(' ').map((one) => ` T.. ${one} V->V what it does`).join('\n')
  await writeFile(join(place, 'ffmpeg'), `#!/bin/sh\ncase "$*" in *-filters*) cat <<'X'\n${list(has.filters)}\nX\n;; *-encoders*) cat <<'X'\n${list(has.encoders)}\nX\n;; *) echo ffmpeg version ${name};; esac\n`)
  await writeFile(join(place, 'ffprobe'), '#!/bin/sh\necho ffprobe version 7\n')
  await chmod(join(place, 'ffmpeg'), 0o755)
  await chmod(join(place, 'ffprobe'), 0o755)
  return place
}

test('without any other, the one that came with npm is taken, and known for old', async () => {
  const found = await findFfmpeg({})
  expect(found.trusted).toBe('packaged')
  expect(found.ffmpeg).toContain('@ffmpeg-installer')
  expect(found.filters.has('overlay')).toBe(true)
  expect(() => requireModern(found, 'The clip from seedance')).toThrow(/The clip from seedance was not made here.*Install ffmpeg 4\.4 or newer/)
})

test('a modern one on PATH is taken before it, with its own ffprobe', async () => {
  const place = await fakeFfmpeg('modern', { filters: `${filters} xfade scdet`, encoders })
  const found = await findFfmpeg({ path: `/nowhere:${place}` })
  expect(found).toMatchObject({ trusted: 'modern', ffmpeg: join(place, 'ffmpeg'), ffprobe: join(place, 'ffprobe'), version: 'ffmpeg version modern' })
  expect(() => requireModern(found, 'It')).not.toThrow()
})

test('what a program said is kept as long as it is the same file, and only in a folder of ours', async () => {
  const place = await fakeFfmpeg('asked', { filters: `${filters} xfade scdet`, encoders })
  const asked = join(folder, 'asked.log')
  const script = await readFile(join(place, 'ffmpeg'), 'utf8')
  await writeFile(join(place, 'ffmpeg'), script.replace('#!/bin/sh', `#!/bin/sh\necho asked >> '${asked}'`))
  const times = async () => (await readFile(asked, 'utf8')).split('\n').length - 1
  const where = { path: place, folder: join(folder, 'kept') }
  const first = await findFfmpeg(where)
  const once = await times()
  expect(await findFfmpeg(where)).toEqual(first)
  expect(await times()).toBe(once)
  // an upgrade in its place
  await writeFile(join(place, 'ffmpeg'), (await readFile(join(place, 'ffmpeg'), 'utf8')).replace('version asked', 'version upgraded'))
  expect((await findFfmpeg(where)).version).toBe('ffmpeg version upgraded')
  // half written
  for (const name of await readdir(where.folder)) await writeFile(join(where.folder, name), '{"version":')
  expect((await findFfmpeg(where)).version).toBe('ffmpeg version upgraded')
})

test('those on PATH that are too old or cannot encode are passed over, each with its reason', async () => {
  const old = await fakeFfmpeg('old', { filters, encoders })
  const crippled = await fakeFfmpeg('crippled', { filters: `${filters} xfade scdet`, encoders: 'aac pcm_s16le png' })
  const found = await findFfmpeg({ path: `${old}:${crippled}` })
  expect(found.trusted).toBe('packaged')
  expect(found.rejected).toEqual([`${old}/ffmpeg: it is older than 4.4 (it lacks xfade or scdet).`, `${crippled}/ffmpeg: it was built without libx264.`])
})

test('a wrong FFMPEG_PATH is said, not passed over', async () => {
  await expect(findFfmpeg({ ffmpegPath: join(folder, 'none') })).rejects.toThrow(/FFMPEG_PATH is .*none, which cannot be used: it is not a program that can be run\..*Install ffmpeg/)
  const place = await fakeFfmpeg('probeless', { filters: `${filters} xfade scdet`, encoders })
  await expect(findFfmpeg({ ffmpegPath: join(place, 'ffmpeg'), ffprobePath: '/none/ffprobe' })).rejects.toThrow('FFPROBE_PATH is /none/ffprobe, which cannot be run')
})
