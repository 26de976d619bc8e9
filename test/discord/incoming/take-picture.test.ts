import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictureSize, type PictureKind } from '../../../src/discord/incoming/picture-size.ts'
import { takePicture } from '../../../src/discord/incoming/take-picture.ts'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'

let assets: Assets
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incoming-'))
  assets = openAssets(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const painted = (width: number, height: number) => {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#c33'
  pen.fillRect(0, 0, width / 2, height)
  return canvas
}
const gif = (width: number, height: number) => {
  const head = Buffer.from('474946383961000000008000000000000000ff2c00000000010001000002024401003b', 'hex')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  return head
}

test.each<[PictureKind, 'png' | 'jpeg' | 'webp']>([['png', 'png'], ['jpg', 'jpeg'], ['webp', 'webp']])('the header of a %s tells its size', async (kind, encoding) => {
  expect(pictureSize(await painted(321, 123).encode(encoding as 'png'), kind)).toEqual({ width: 321, height: 123 })
})

test('a header that is cut off tells nothing', async () => {
  for (const [kind, encoding] of [['png', 'png'], ['jpg', 'jpeg'], ['webp', 'webp']] as const) {
    const whole = await painted(40, 40).encode(encoding as 'png')
    for (let length = 0; length < 20; length++) expect(pictureSize(whole.subarray(0, length), kind)).toBeNull()
  }
  expect(pictureSize(gif(3, 4), 'gif')).toEqual({ width: 3, height: 4 })
})

test('a photograph becomes a picture of ours: no larger than a frame, and nothing of the file left', async () => {
  const photo = Buffer.concat([await painted(4000, 1000).encode('jpeg'), Buffer.from('PK\x03\x04 hidden archive')])
  const taken = await takePicture(photo, assets)
  expect(taken).toMatchObject({ width: 2048, height: 512 })
  const kept = await assets.read(taken.hash)
  expect(kept.includes('hidden archive')).toBe(false)
  const image = await loadImage(kept)
  expect([image.width, image.height]).toEqual([2048, 512])
})

test('what shows through is white', async () => {
  const { hash } = await takePicture(await painted(64, 64).encode('png'), assets)
  const canvas = createCanvas(64, 64)
  canvas.getContext('2d').drawImage(await loadImage(await assets.read(hash)), 0, 0)
  expect([...canvas.getContext('2d').getImageData(60, 32, 1, 1).data]).toEqual([255, 255, 255, 255])
})

test('bytes decide what a file is, whatever it is called', async () => {
  await expect(takePicture(Buffer.from('%PDF-1.7 not a picture at all, whatever its name'), assets)).rejects.toThrow('This is application/pdf, not a picture that can be used.')
  await expect(takePicture(Buffer.from('just words'), assets, 'zh')).rejects.toThrow('这不是可用的图片。')
  await expect(takePicture(Buffer.alloc(0), assets)).rejects.toThrow(/not a picture/)
})

test('a picture that claims gigabytes is refused before it is opened', async () => {
  await expect(takePicture(gif(65_535, 65_535), assets)).rejects.toThrow('This picture is 65535 × 65535: too many pixels to open safely.')
  const bomb = await painted(64, 64).encode('png')
  bomb.writeUInt32BE(100_000, 16)
  await expect(takePicture(bomb, assets)).rejects.toThrow(/100000 × 64: too many|damaged/)
})

test('a damaged picture and a speck are refused in words', async () => {
  const whole = await painted(64, 64).encode('png')
  await expect(takePicture(whole.subarray(0, 20), assets)).rejects.toThrow(/damaged/)
  await expect(takePicture(await painted(8, 8).encode('png'), assets)).rejects.toThrow('This picture is 8 × 8: too small to be a frame.')
})

test('a picture turned on its side by its camera stands upright', async () => {
  const jpeg = await painted(80, 40).encode('jpeg')
  const exif = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000006000000000000', 'hex')
  exif.writeUInt16BE(exif.length - 2, 2)
  const taken = await takePicture(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]), assets)
  expect([taken.width, taken.height]).toEqual([40, 80])
})
