import { loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { drawCaption } from '../../src/edit/captions/draw-caption.ts'
import { drawAside } from '../../src/edit/draw-aside.ts'

const frame = { width: 640, height: 360, language: 'zh' as const }

test('what is drawn aside is what would be drawn here, and many may ask at once', async () => {
  const lines = ['壬戌之秋', '七月既望', '苏子与客', '泛舟游于', '赤壁之下']
  const asked = lines.map((line) => drawAside.caption([line], frame))
  const sheet = drawAside.candidates([await drawCaption(['A'], frame), await drawCaption(['B'], frame)], { width: 400 })
  const [aside, here] = [await Promise.all(asked), await Promise.all(lines.map((line) => drawCaption([line], frame)))]
  expect(aside.map((picture, index) => Buffer.isBuffer(picture) && picture.equals(here[index] ?? Buffer.alloc(0)))).toEqual(lines.map(() => true))
  expect((await loadImage(await sheet)).width).toBe(400)
})

test('the main thread goes on meanwhile, and a sheet of nothing is refused here as there', async () => {
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  const pictures = await Promise.all([1, 2, 3, 4].map((each) => drawAside.caption([`${each}`], { ...frame, width: 1280, height: 720 })))
  await drawAside.candidates(pictures)
  clearInterval(turning)
  expect(turns).toBeGreaterThan(5)
  await expect(drawAside.candidates([])).rejects.toThrow(RangeError)
})
