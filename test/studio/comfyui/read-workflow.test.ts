import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readWorkflow } from '../../../src/studio/comfyui/read-workflow.ts'
import { paint } from '../samples.ts'
import { info, ui } from './known-info.ts'

const api = { 1: { class_type: 'LoadImage', inputs: { image: '舟.png' }, _meta: { title: 'Picture @image' } }, 2: { class_type: 'SaveImage', inputs: { images: ['1', 0], filename_prefix: 'x' } } }
const text = JSON.stringify(api)
const png = await paint(64, 48, '#555')
const chunk = (kind: string, body: Buffer) => {
  const whole = Buffer.concat([Buffer.from(kind), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(whole))
  return Buffer.concat([length, whole, sum])
}
const carrying = (...chunks: Buffer[]) => Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
const box = (kind: string, ...body: Buffer[]) => {
  const inner = Buffer.concat(body)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(inner.length + 8)
  return Buffer.concat([head, Buffer.from(kind, 'latin1'), inner])
}
const four = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value); return bytes }
const data = (value: string) => box('data', four(1), four(0), Buffer.from(value))
const hdlr = box('hdlr', Buffer.alloc(24))
const mp4 = (meta: Buffer) => Buffer.concat([box('ftyp', Buffer.from('isom0000isom')), box('mdat', Buffer.alloc(99)), box('moov', box('mvhd', Buffer.alloc(100)), box('udta', meta))])
const exif = (fields: [number, string][]) => {
  const head = Buffer.alloc(8)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  const directory = Buffer.alloc(2 + fields.length * 12 + 4)
  directory.writeUInt16LE(fields.length, 0)
  let at = 8 + directory.length
  const values = fields.map(([tag, value], index) => {
    const bytes = Buffer.from(`${value}\0`)
    directory.writeUInt16LE(tag, 2 + index * 12)
    directory.writeUInt16LE(2, 4 + index * 12)
    directory.writeUInt32LE(bytes.length, 6 + index * 12)
    directory.writeUInt32LE(at, 10 + index * 12)
    at += bytes.length
    return bytes
  })
  return Buffer.concat([head, directory, ...values])
}
const webp = (block: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(block.length)
  return Buffer.concat([Buffer.from('RIFF\xff\xff\0\0WEBPVP8X', 'latin1'), Buffer.from([10, 0, 0, 0]), Buffer.alloc(10), Buffer.from('EXIF'), length, block])
}
const ebml = (id: number[], ...body: Buffer[]) => {
  const inner = Buffer.concat(body)
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(inner.length) | (1n << 56n))
  return Buffer.concat([Buffer.from(id), size, inner])
}
const webm = Buffer.concat([ebml([0x1a, 0x45, 0xdf, 0xa3], Buffer.alloc(8)), ebml([0x18, 0x53, 0x80, 0x67], ebml([0x12, 0x54, 0xc3, 0x67], ebml([0x73, 0x73], ebml([0x67, 0xc8], ebml([0x45, 0xa3], Buffer.from('PROMPT')), ebml([0x44, 0x87], Buffer.from(text))))))])

test.each([
  ['API JSON', Buffer.from(text)], ['the body of a request', Buffer.from(JSON.stringify({ client_id: 'x', prompt: api }))],
  ['a PNG with tEXt', carrying(chunk('tEXt', Buffer.from(`prompt\0${text}`)))],
  ['a PNG with zTXt', carrying(chunk('zTXt', Buffer.concat([Buffer.from('prompt\0\0'), deflateSync(text)])))],
  ['a PNG with iTXt', carrying(chunk('iTXt', Buffer.from(`prompt\0\0\0\0\0${text}`)))],
  ['a PNG with packed iTXt', carrying(chunk('iTXt', Buffer.concat([Buffer.from('prompt\0\x01\0\0\0'), deflateSync(text)])))],
  ['a WebP', webp(exif([[0x10f, `workflow:${JSON.stringify(ui([]))}`], [0x110, `prompt:${text}`]]))],
  ['a JPEG', (() => { const block = Buffer.concat([Buffer.from('Exif\0\0'), exif([[0x110, `prompt:${text}`]])]); return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), four(block.length + 2).subarray(2), block, Buffer.from([0xff, 0xd9])]) })()],
  ['an MP4 of SaveVideo', mp4(box('meta', four(0), hdlr, box('keys', four(0), four(1), box('mdta', Buffer.from('prompt'))), box('ilst', box('\0\0\0\x01', data(text)))))],
  ['an MP4 of Video Helper Suite', mp4(box('meta', four(0), hdlr, box('ilst', box('\xa9cmt', data(JSON.stringify({ prompt: text }))))))],
  ['a WebM', webm],
])('a workflow is read from %s', (_, bytes) => {
  expect(readWorkflow(bytes, info)).toMatchObject({ kind: 'api', problems: [], api: { 1: { inputs: { image: '舟.png' } }, 2: { class_type: 'SaveImage' } } })
})

test('a picture that carries only the browser’s form is converted', () => {
  const workflow = ui([{ id: 1, type: 'LoadImage', widgets_values: ['a.png', 'image'], gives: ['IMAGE', 'MASK'] }, { id: 2, type: 'SaveImage', wires: { images: [1, 0, 'IMAGE'] }, widgets_values: ['x'] }])
  expect(readWorkflow(carrying(chunk('tEXt', Buffer.from(`workflow\0${JSON.stringify(workflow)}`))), info)).toMatchObject({ carrier: 'png', kind: 'ui', api: { 1: { inputs: { image: 'a.png' } } } })
})

test('Python’s NaN is nothing, also beside a minus, and words stay words', () => {
  const read = readWorkflow('{"1":{"class_type":"SaveImage","inputs":{"filename_prefix":"NaN -Infinity","a":-Infinity},"is_changed":[NaN]}}', info)
  expect(read.api?.['1']?.inputs).toEqual({ filename_prefix: 'NaN -Infinity', a: null })
})

test.each([
  ['a picture without a workflow', png], ['a text', Buffer.from('hello')], ['a list', Buffer.from('[1,2]')], ['nothing', Buffer.alloc(0)], ['an empty object', Buffer.from('{}')],
  ['a million brackets', Buffer.from('['.repeat(1_000_000))], ['twelve megabytes', Buffer.from(`"${'x'.repeat(13_000_000)}"`)],
  ['a prototype', Buffer.from('{"__proto__":{"class_type":"SaveImage","inputs":{}}}')], ['a prototype as an input', Buffer.from('{"1":{"class_type":"SaveImage","inputs":{"__proto__":{"a":1}}}}')],
  ['a constructor', Buffer.from('{"constructor":{"class_type":"SaveImage","inputs":{}}}')],
  ['too many nodes', Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 4000 }, (_, id) => [id, { class_type: 'SaveImage', inputs: {} }]))))],
  ['a PNG that swells', carrying(chunk('zTXt', Buffer.concat([Buffer.from('prompt\0\0'), deflateSync(Buffer.alloc(400_000_000, 32))])))],
  ['a PNG that is cut off', carrying(chunk('tEXt', Buffer.from(`prompt\0${text}`))).subarray(0, 60)],
  ['an MP4 whose boxes lie', Buffer.concat([box('ftyp', Buffer.alloc(12)), four(0x7fffffff), Buffer.from('moov'), Buffer.alloc(40, 0xff)])],
  ['a WebP whose EXIF leads outside', webp(exif([[0x110, 'x']]).fill(0xff, 8))],
])('%s is refused in a sentence, at once', (_, bytes) => {
  const began = performance.now()
  const { api: none, problems } = readWorkflow(bytes, info)
  expect(none).toBeNull()
  expect(problems.length).toBeGreaterThan(0)
  expect(performance.now() - began).toBeLessThan(1500)
  expect(({} as Record<string, unknown>).class_type).toBeUndefined()
})
